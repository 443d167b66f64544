export { DeadlineResolver, DealTimelineResolver } from './resolver';
