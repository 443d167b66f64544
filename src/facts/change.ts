import type { Queryable } from '../database';
import { type CommissionPayment, type DealState, type Instant, isoOf, type LiveLine } from '../rules';
import type { DealHeader } from './dealHeader';
import type { RecordedEvent } from './stored';

/** A fact just recorded, and what was different once it was known: of the thousand of a call no more is kept. */
export interface Step {
  event: RecordedEvent;
  /** The plan version by which the deal was judged then. */
  planVersion: string;
  /** All payments as they stood then. */
  payments: readonly CommissionPayment[];
  /** Posted lines that were no longer true. */
  reversed: readonly LiveLine[];
  /** Lines that were true and not posted yet, with the ids under which they are posted. */
  added: readonly LiveLine[];
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

/** A fact that was taken back, as a row: when, and by whom. */
interface Retraction {
  deal_id: string;
  event_id: string;
  at: string;
  by: string;
}

/** Every fact that changes take back. */
export function retractionsOf(changes: readonly DealChange[]): Retraction[] {
  const events = changes.flatMap(({ steps }) => steps.map(({ event }) => event));
  return events.flatMap(({ dealId, fact, recordedAt, recordedBy }) =>
    fact.type === 'EVENT_RETRACTED'
      ? [{ deal_id: dealId, event_id: fact.retracts, at: isoOf(recordedAt), by: recordedBy }]
      : [],
  );
}
