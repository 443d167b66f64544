export { ImportResolver } from './resolver';
