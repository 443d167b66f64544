export { Budgets, keyOf, TooMany } from './budgets';
export { Origins } from './origins';
export { Turns } from './turns';
