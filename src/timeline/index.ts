export { nextDeadlines } from './next';
export { Deadline, TimelineWeek } from './objects';
export { DeadlineArgs, DeadlineResolver, DealTimelineResolver, dealTimeline } from './resolver';
