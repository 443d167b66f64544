export { type ListAcrossDeals, pageAcrossDeals } from './acrossDeals';
export { Deal } from './deal';
export { dealsById } from './loading';
export { childToChange, dealIfAny, dealName, dealToAct, dealToChange, namedDeal } from './naming';
export { PaymentDealResolver } from './paymentResolver';
export { projectDeals, STANDING, standingOf } from './projection';
export { DealResolver } from './resolver';
export { commissionOf } from './states';
