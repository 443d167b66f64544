export type { FactToRecord, RecordedFact } from './command';
export { recordDeeds } from './deeds';
export { type DealToOpen, openDeals } from './opening';
export { FACTS_MAX, recordFacts, recordWithin } from './recording';
export { RecordingResolver } from './resolver';
