export { DealCallResolver, HandoffCallResolver } from './resolver';
