import { canonically, type DealEvent, type Fact, type FactOf, type FactType } from './facts';
import { RuleError } from './problem';
import type { Instant } from './time/instant';

/** A question of time: as at `effectiveAt`, as known at `knownAt` (everything given where null). */
export interface AsOf {
  effectiveAt: Instant;
  knownAt: Instant | null;
}

/** The facts of a deal in force for one question, in canonical order (rules.md §1). */
export class History {
  private readonly byType = new Map<FactType, DealEvent[]>();

  constructor(
    readonly events: readonly DealEvent[],
    /** E; the instant of cancelling where the deal is cancelled by then. */
    readonly effectiveAt: Instant,
    readonly cancellation: DealEvent<FactOf<'DEAL_CANCELLED'>> | undefined,
    /** K; null where everything given is known. */
    readonly knownAt: Instant | null = null,
  ) {
    for (const event of events) {
      const ofType = this.byType.get(event.fact.type);
      if (ofType) ofType.push(event);
      else this.byType.set(event.fact.type, [event]);
    }
  }

  /** Every fact of a type. */
  all<T extends FactType>(type: T): readonly DealEvent<FactOf<T>>[] {
    return (this.byType.get(type) ?? []) as unknown as DealEvent<FactOf<T>>[];
  }

  /** The first fact of a type that fits. */
  first<T extends FactType>(type: T, fits?: (fact: FactOf<T>) => boolean): DealEvent<FactOf<T>> | undefined {
    return fits ? this.all(type).find(({ fact }) => fits(fact)) : this.all(type)[0];
  }

  /** The latest fact of a type that happened at or before an instant. */
  latest<T extends FactType>(type: T, at: Instant = this.effectiveAt): DealEvent<FactOf<T>> | undefined {
    return this.all(type).findLast(({ occurredAt }) => occurredAt <= at);
  }
}

/** What counts "as at E, as known at K": not retracted by K, happened by E, and not after cancelling (rules.md §1). */
export function inForce(events: readonly DealEvent[], { effectiveAt, knownAt }: AsOf): History {
  const known = knownAt === null ? events : events.filter(({ recordedAt }) => recordedAt <= knownAt);
  const retracted = new Set<string>();
  for (const { fact } of known) if (fact.type === 'EVENT_RETRACTED') retracted.add(fact.retracts);
  const live = known
    .filter(
      (event) => event.occurredAt <= effectiveAt && event.fact.type !== 'EVENT_RETRACTED' && !retracted.has(event.id),
    )
    .sort(canonically);
  const cancellation = live.find(isCancellation);
  if (!cancellation) return new History(live, effectiveAt, undefined, knownAt);
  const at = cancellation.occurredAt;
  return new History(
    live.filter(({ occurredAt }) => occurredAt <= at),
    at,
    cancellation,
    knownAt,
  );
}

/**
 * Checks what a history says of itself: each id once, nothing known before it happened, and retractions and forwards
 * that name what they may name. Throws a RuleError with a path from `events` (rules.md §1).
 */
export function checkHistory(events: readonly DealEvent[]): void {
  const byId = new Map<string, DealEvent>();
  events.forEach((event, index) => {
    if (byId.has(event.id)) throw new RuleError(`events.${index}.id`, `two events have the id "${event.id}"`);
    byId.set(event.id, event);
  });
  events.forEach((event, index) => {
    checkEvent(event, byId, `events.${index}`);
  });
}

/** Checks one event against the deal's others, by id; `path` is the event's own. Throws a RuleError (rules.md §1). */
export function checkEvent(event: DealEvent, byId: ReadonlyMap<string, DealEvent>, path: string): void {
  if (event.occurredAt > event.recordedAt)
    throw new RuleError(`${path}.recordedAt`, 'a fact cannot be known before it happened: occurredAt is later');
  const { fact } = event;
  if (fact.type === 'EVENT_RETRACTED') checkRetraction(event, byId.get(fact.retracts), fact.retracts, path);
  if (fact.type === 'AE_FORWARDED') checkForward(event, byId.get(fact.forwards), fact.forwards, path);
}

function checkRetraction(event: DealEvent, target: DealEvent | undefined, id: string, path: string): void {
  const where = `${path}.fact.eventRetracted.retracts`;
  if (!target) throw new RuleError(where, `the deal has no event "${id}"`);
  if (target.fact.type === 'EVENT_RETRACTED')
    throw new RuleError(where, 'a retraction cannot be retracted: record the fact again instead');
  if (target.recordedAt > event.recordedAt) throw new RuleError(where, `"${id}" was recorded after its retraction`);
}

function checkForward(event: DealEvent, target: DealEvent | undefined, id: string, path: string): void {
  if (target?.fact.type === 'CLIENT_EMAILED_AE' && canonically(target, event) < 0) return;
  throw new RuleError(`${path}.fact.aeForwarded.forwards`, `no CLIENT_EMAILED_AE "${id}" came before it on this deal`);
}

function isCancellation(event: DealEvent<Fact>): event is DealEvent<FactOf<'DEAL_CANCELLED'>> {
  return event.fact.type === 'DEAL_CANCELLED';
}
