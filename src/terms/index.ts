export { type DealTerms, TermsBook, termsBook } from './book';
export { definePlan } from './definition';
