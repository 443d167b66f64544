export { DealIntroductionResolver } from './resolver';
