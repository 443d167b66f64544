export { SlaPolicyResolver } from './resolver';
