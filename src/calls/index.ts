export { handoffCall } from './call';
export { HandoffCall } from './objects';
export { DealCallResolver, HandoffCallResolver } from './resolver';
