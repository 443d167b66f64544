export type { FactToRecord, RecordedFact } from './command';
export { type DealToOpen, openDeals } from './opening';
export { FACTS_MAX, type Recorder, recordFacts, recordWithin } from './recording';
export { RecordingResolver } from './resolver';
