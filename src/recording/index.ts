export type { FactToRecord, RecordedFact } from './command';
export { dealName } from './dealNames';
export { type DealToOpen, type OpenedDeal, openDeals } from './opening';
export { FACTS_MAX, recordFacts } from './recording';
export { RecordingResolver } from './resolver';
