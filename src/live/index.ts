export { Feed } from './feed';
export type { LiveEvent } from './liveEvent';
export { ClockDueResolver, LiveResolver } from './resolver';
