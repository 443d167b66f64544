export { PlanReachResolver, PlanVersionResolver } from './resolver';
export { demandToCome } from './versions';
