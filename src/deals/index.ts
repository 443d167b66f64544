export { Deal } from './deal';
export { DealConnection } from './listing';
export { dealByKey, dealsById } from './loading';
export { projectDeals, STANDING, standingOf } from './projection';
export { DealResolver } from './resolver';
export { commissionOf } from './states';
