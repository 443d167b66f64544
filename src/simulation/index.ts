export { PlanInput } from './inputs';
export { SimulationResolver } from './resolver';
