import fc, { type Arbitrary } from 'fast-check';
import { canonically, type DealEvent, type Fact, type Instant } from '../../src/rules';

/** A fact that has no place in a history yet; `pick` chooses the event that it names, if it names one. */
export interface Draft {
  fact: Fact;
  /** Milliseconds from the start of the history. */
  after: number;
  /** Milliseconds from then until it was recorded. */
  lateness: number;
  prefix: string;
  pick: number;
}

const MS_A_DAY = 86_400_000;

/** Times at which things happen: often the same ones, and often just at a midnight of London or of UTC. */
const timesOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 32_400_000, 82_799_999, 82_800_000, 86_399_999) },
  { weight: 2, arbitrary: fc.nat(MS_A_DAY - 1) },
);

/** Milliseconds from the start of a history to an instant within that many days of it. */
export function within(days: number): Arbitrary<number> {
  return fc.tuple(fc.nat(days), timesOfDay).map(([day, time]) => day * MS_A_DAY + time);
}

/** Where histories begin: before changes of clocks, one-off and substitute bank holidays, and each nation's own. */
export const starts: Arbitrary<Instant> = fc
  .constantFrom(
    ...['2020-05-01', '2022-05-27', '2022-09-12', '2023-05-01', '2024-03-25', '2025-03-11', '2025-07-07', '2025-10-20'],
    ...['2025-11-24', '2025-12-18', '2026-03-24', '2026-04-01', '2027-12-20'],
  )
  .map((date) => Date.parse(date));

const lateness = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(1, 3_600_000, MS_A_DAY, 40 * MS_A_DAY) },
  { weight: 1, arbitrary: fc.nat(20 * MS_A_DAY) },
);

/** A draft of such a fact within that many days. */
export function drafts(facts: Arbitrary<Fact>, days: number): Arbitrary<Draft> {
  const prefix = fc.constantFrom('b', 'B', 'a', 'é', '#');
  return fc.record({ fact: facts, after: within(days), lateness, prefix, pick: fc.nat(999) });
}

/** The drafts as a history that begins there. What names an event but finds none that it may name is left out. */
export function historyOf(drafted: readonly Draft[], start: Instant): DealEvent[] {
  const placed = drafted.map(({ fact, after, lateness, prefix, pick }, index) => {
    const occurredAt = start + after;
    return { event: { id: `${prefix}${index}`, occurredAt, recordedAt: occurredAt + lateness, fact }, pick };
  });
  const all = placed.map(({ event }) => event);
  const forwarded = placed.map(({ event, pick }) => ({ event: forwarding(event, all, pick), pick }));
  const kept = forwarded.flatMap(({ event }) => event ?? []);
  return forwarded.flatMap(({ event, pick }) => (event && retracting(event, kept, pick)) ?? []);
}

function forwarding(event: DealEvent, all: readonly DealEvent[], pick: number): DealEvent | undefined {
  if (event.fact.type !== 'AE_FORWARDED') return event;
  const emails = all.filter((other) => other.fact.type === 'CLIENT_EMAILED_AE' && canonically(other, event) < 0);
  const named = emails[pick % emails.length];
  return named && { ...event, fact: { ...event.fact, forwards: named.id } };
}

function retracting(event: DealEvent, all: readonly DealEvent[], pick: number): DealEvent | undefined {
  if (event.fact.type !== 'EVENT_RETRACTED') return event;
  const wrong = all.filter(({ fact, recordedAt }) => fact.type !== 'EVENT_RETRACTED' && recordedAt <= event.recordedAt);
  const named = wrong[pick % wrong.length];
  return named && { ...event, fact: { ...event.fact, retracts: named.id } };
}
