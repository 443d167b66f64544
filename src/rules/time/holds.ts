import type { History } from '../history';
import type { Instant } from './instant';
import type { Day, Zone } from './zone';

/** A pause that the client asked for: `[start, end)`, endless while `end` is null (rules.md §3). */
export interface ClientHold {
  start: Instant;
  end: Instant | null;
}

/** The client's holds in order. A start within a hold and an end without one are ignored. */
export function clientHolds(history: History): ClientHold[] {
  const holds: ClientHold[] = [];
  let open: ClientHold | undefined;
  for (const { fact, occurredAt } of history.events) {
    if (fact.type === 'CLIENT_HOLD_STARTED' && !open) {
      open = { start: occurredAt, end: null };
      holds.push(open);
    }
    if (fact.type === 'CLIENT_HOLD_ENDED' && open) {
      open.end = occurredAt;
      open = undefined;
    }
  }
  return holds.filter((hold) => hold.start !== hold.end);
}

/** The last local day that the holds touching this day touch; null for ever, undefined where none touches it. */
export function heldUntil(holds: readonly ClientHold[], day: Day, zone: Zone): Day | null | undefined {
  if (holds.length === 0) return undefined;
  const from = zone.startOf(day);
  const until = zone.startOf(day + 1);
  const touching = holds.filter(({ start, end }) => start < until && (end === null || end > from));
  if (touching.length === 0) return undefined;
  const ends = touching.map(({ end }) => end);
  return ends.includes(null) ? null : zone.dayOf(Math.max(...(ends as Instant[])) - 1);
}
