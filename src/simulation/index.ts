export { SimulationResolver } from './resolver';
