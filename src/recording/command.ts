import type { DealEventInput, DealHeader, RecordedEvent } from '../facts';
import type { Instant } from '../rules';

/** One fact to be recorded: `deal` is its global id or its key. */
export interface FactToRecord {
  deal: string;
  event: DealEventInput;
  /** When it was learned, for a history that another system kept; the API never gives it. */
  learnedAt?: Instant;
  /** Stated by a mutation of its own, which has checked who may; `recordEvents` takes facts as they come. */
  isVouchedFor?: boolean;
}

/** A fact that is recorded now or was already, by its place in the call. */
export interface RecordedFact {
  deal: DealHeader;
  event: RecordedEvent;
  isNew: boolean;
}

/** A fact with the path of its event in the call. */
export interface NewFact extends RecordedFact {
  path: string;
}
