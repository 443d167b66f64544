export { demonstrate } from './demonstrate';
