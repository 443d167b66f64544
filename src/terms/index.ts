export { type DealTerms, forgetTerms, TermsBook, termsBook } from './book';
export { definePlan } from './definition';
