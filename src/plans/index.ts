export { PlanReachResolver, PlanVersionResolver } from './resolver';
