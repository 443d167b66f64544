import type { Queryable } from '../database';
import type { DealState, Instant } from '../rules';
import type { DealHeader } from './dealHeader';
import type { RecordedEvent } from './stored';

/** A fact just recorded, and the deal's state once it was known. */
export interface Step {
  event: RecordedEvent;
  state: DealState;
}

/** What one call changed of one deal. */
export interface DealChange {
  deal: DealHeader;
  /** In the order of recording; none where the deal was just opened. */
  steps: readonly Step[];
  /** The state after all of them. */
  latest: DealState;
  /** When the last of them was recorded, or the deal was opened. */
  at: Instant;
}

/** Writes what follows from changes, of any number of deals, in a constant number of statements. */
export type Projection = (tx: Queryable, changes: readonly DealChange[]) => Promise<void>;
