export { introEmail } from './intro';
export { IntroEmail } from './objects';
export { DealIntroductionResolver } from './resolver';
