import type { DealEventInput, DealHeader, RecordedEvent } from '../facts';
import type { Instant } from '../rules';

/** One fact to be recorded: `deal` is its global id or its key. */
export interface FactToRecord {
  deal: string;
  event: DealEventInput;
  /** When it was learned, for a history that another system kept; the API never gives it. */
  learnedAt?: Instant;
}

/** A fact that is recorded now or was already, by its place in the call. */
export interface RecordedFact {
  deal: DealHeader;
  event: RecordedEvent;
  isNew: boolean;
}

/** A call's facts of one deal, in the order given. */
export interface DealFacts {
  deal: DealHeader;
  facts: { index: number; given: FactToRecord }[];
}

/** A fact with the path of its event in the call. */
export interface NewFact extends RecordedFact {
  path: string;
}
