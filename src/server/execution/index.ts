export { Executor, executing } from './executor';
