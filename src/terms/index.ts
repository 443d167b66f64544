export { type DealTerms, type KnownCalendar, TermsBook, termsBook, termsFor, termsWithin } from './book';
export { definePlan } from './definition';
export { addPlanVersion, lockPlan, termsHaveChanged } from './versions';
