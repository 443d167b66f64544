export { executing } from './executor';
