export { Budgets, TooMany } from './budgets';
export { Origins } from './origins';
