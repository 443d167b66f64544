import { millisecondsInSql } from '../database';
import { type DealEvent, type Fact, type FactType, type Instant, isoOf } from '../rules';

/** A recorded fact, with who recorded it and where it came from. */
export interface RecordedEvent extends DealEvent {
  dealId: string;
  recordedBy: string;
  source: string | null;
  sourceEventId: string | null;
}

/** A recorded fact as SQL gives it in JSON; instants are epoch milliseconds. */
export interface StoredEvent {
  id: string;
  type: FactType;
  occurredAt: Instant;
  recordedAt: Instant;
  recordedBy: string;
  source: string | null;
  sourceEventId: string | null;
  details: Record<string, unknown>;
}

/** The columns of a row of `deal_event`, by its alias, as one JSON object for `StoredEvent`. */
export function storedEventInSql(event: string): string {
  return `json_build_object('id', ${event}.id, 'type', ${event}.type,
    'occurredAt', ${millisecondsInSql(`${event}.occurred_at`)},
    'recordedAt', ${millisecondsInSql(`${event}.recorded_at`)},
    'recordedBy', ${event}.recorded_by, 'source', ${event}.source, 'sourceEventId', ${event}.source_event_id,
    'details', ${event}.details)`;
}

/** The event that was stored. */
export function eventOf(dealId: string, { type, details, ...stored }: StoredEvent): RecordedEvent {
  return { ...stored, dealId, fact: factOf(type, details) };
}

/** The event as a row for `jsonb_to_recordset`. */
export function rowOf(event: RecordedEvent): Record<string, unknown> {
  const { type, ...details } = event.fact;
  return {
    deal_id: event.dealId,
    id: event.id,
    type,
    occurred_at: isoOf(event.occurredAt),
    recorded_at: isoOf(event.recordedAt),
    recorded_by: event.recordedBy,
    source: event.source,
    source_event_id: event.sourceEventId,
    details: storable(details),
    refers_to: refersTo(event.fact),
  };
}

/** Whether two events state the same: what happened and when (rules.md §1, idempotency). */
export function isSameContent(a: DealEvent, b: DealEvent): boolean {
  return a.occurredAt === b.occurredAt && contentOf(a.fact) === contentOf(b.fact);
}

/** The event that a fact names, if it names one. */
export function refersTo(fact: Fact): string | null {
  if (fact.type === 'EVENT_RETRACTED') return fact.retracts;
  return fact.type === 'AE_FORWARDED' ? fact.forwards : null;
}

/** The database gives the fields of an object in an order of its own. */
function contentOf(fact: Fact): string {
  return JSON.stringify(storable(fact), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Amounts are kept as strings of minor units: JSON numbers are not exact. */
function storable(details: object): Record<string, unknown> {
  return 'amount' in details ? { ...details, amount: String(details.amount) } : { ...details };
}

function factOf(type: FactType, details: Record<string, unknown>): Fact {
  const amount = 'amount' in details ? { amount: BigInt(String(details.amount)) } : {};
  return { ...details, ...amount, type } as Fact;
}
