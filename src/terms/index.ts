export { type DealTerms, TermsBook, termsBook } from './book';
export { definePlan } from './definition';
export { addPlanVersion, lockPlan, termsHaveChanged } from './versions';
