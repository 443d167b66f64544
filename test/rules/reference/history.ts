import type { AsOf, DealEvent, FactOf, FactType, Instant } from '../../../src/rules';
import type { Pause } from './time';

/** What counts for a question, and when it is asked: E, or the instant of cancelling. */
export interface Counted {
  facts: DealEvent[];
  effectiveAt: Instant;
  isCancelled: boolean;
}

/** What is in force, event by event as it is defined (rules.md §1). */
export function counted(events: readonly DealEvent[], { effectiveAt, knownAt }: AsOf): Counted {
  const isKnown = ({ recordedAt }: DealEvent) => knownAt === null || recordedAt <= knownAt;
  const isRetracted = ({ id }: DealEvent) =>
    events.some((other) => isKnown(other) && other.fact.type === 'EVENT_RETRACTED' && other.fact.retracts === id);
  const live = events.filter((event) => isKnown(event) && event.occurredAt <= effectiveAt && !isRetracted(event));
  const cancelled = live.filter(({ fact }) => fact.type === 'DEAL_CANCELLED').map(({ occurredAt }) => occurredAt);
  const until = Math.min(effectiveAt, ...cancelled);
  const facts = live.filter(({ occurredAt, fact }) => occurredAt <= until && fact.type !== 'EVENT_RETRACTED');
  return { facts: inOrder(facts), effectiveAt: until, isCancelled: cancelled.length > 0 };
}

/** The facts of a type, in canonical order. */
export function ofType<T extends FactType>({ facts }: Counted, type: T): DealEvent<FactOf<T>>[] {
  return facts.filter((event): event is DealEvent<FactOf<T>> => event.fact.type === type);
}

/** The details of the latest fact of a type at or before an instant. */
export function latest<T extends FactType>(history: Counted, type: T, at: Instant): FactOf<T> | undefined {
  return ofType(history, type)
    .filter(({ occurredAt }) => occurredAt <= at)
    .at(-1)?.fact;
}

/** When the first fact of a type that fits happened; null if none did. */
export function firstAt<T extends FactType>(history: Counted, type: T, fits = (_: FactOf<T>) => true): Instant | null {
  return ofType(history, type).find(({ fact }) => fits(fact))?.occurredAt ?? null;
}

/** The client's pauses, from one start to the next end after it (rules.md §3). */
export function pauses({ facts }: Counted): Pause[] {
  const found: Pause[] = [];
  for (const { fact, occurredAt } of facts) {
    const last = found.at(-1);
    const isOpen = last !== undefined && last.end === null;
    if (fact.type === 'CLIENT_HOLD_STARTED' && !isOpen) found.push({ start: occurredAt, end: null });
    if (fact.type === 'CLIENT_HOLD_ENDED' && isOpen) last.end = occurredAt;
  }
  return found;
}

function inOrder(facts: readonly DealEvent[]): DealEvent[] {
  const isBefore = (a: DealEvent, b: DealEvent) => {
    if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt;
    if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt;
    return a.id < b.id;
  };
  return [...facts].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}
