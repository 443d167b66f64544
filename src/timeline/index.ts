export { nextDeadlines } from './next';
export { Deadline, TimelineStepCode, TimelineWeek } from './objects';
export { DeadlineArgs, DeadlineResolver, DealTimelineResolver, dealTimeline } from './resolver';
