export { clocksOfDeals } from './clockLoading';
export { HandoffState, SlaClock } from './objects';
export { projectHandoff } from './projection';
export { HandoffStateResolver, shownHandoff } from './resolver';
