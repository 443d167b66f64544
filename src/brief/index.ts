export { HandoffBriefResolver } from './resolver';
