export { type DealChange, type Projection, retractionsOf, type Step } from './change';
export { type DealHeader, headersById, lockDeals, settledKnowledge } from './dealHeader';
export { DealEvent, eventGlobalId, readEventId, shownEvent, shownFact } from './event';
export { eventOfDeal, eventPages } from './eventPages';
export { historiesOf, historyInSql } from './histories';
export { DealEventInput, FactInput } from './inputs';
export { mayState } from './permission';
export { keyOf, readFact, readScenarioEvents } from './reading';
export { DealEventResolver } from './resolver';
export { settledUntil } from './settling';
export { asOf, judgedDeal, stateOf, type When } from './states';
export {
  eventOf,
  isSameContent,
  type RecordedEvent,
  rowOf,
  type StoredEvent,
  storedEventInSql,
} from './stored';
export { afterSubmission } from './submitted';
