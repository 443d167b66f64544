import type { DealEvent } from '../facts';
import type { Trigger } from '../handoff/trigger';
import type { History } from '../history';
import type { Instant } from '../time/instant';
import type { TrancheCode } from './plan';

/** A tranche's milestone: when it was reached, null while not, and the facts that prove it (rules.md §7). */
export interface Milestone {
  at: Instant | null;
  evidence: readonly DealEvent[];
}

/** The milestone of a tranche. */
export function milestone(tranche: TrancheCode, history: History, { conditions }: Trigger): Milestone {
  if (tranche === 'SOW_SIGNED') return { at: conditions.SOW_SIGNED, evidence: signatures(history) };
  const event =
    tranche === 'WEEK_2_WORKSHOP'
      ? history.first('WORKSHOP_DELIVERED', ({ week, attended }) => week === 2 && attended >= 1)
      : history.first('BOARD_REPORT_DELIVERED', ({ week }) => week === 12);
  return { at: event?.occurredAt ?? null, evidence: event ? [event] : [] };
}

function signatures(history: History): DealEvent[] {
  const client = history.first('SOW_SIGNED', ({ party }) => party === 'CLIENT');
  const vendor = history.first('SOW_SIGNED', ({ party }) => party === 'VENDOR');
  return [client, vendor].filter((event) => event !== undefined);
}
