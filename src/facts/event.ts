import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, globalId, Node, Refusal, readGlobalId } from '../graphql';
import { type Fact, formatMinor, minorDigits } from '../rules';
import { FactInput } from './inputs';
import { keyOf } from './reading';
import type { RecordedEvent } from './stored';

/** A recorded fact, as readers see it. */
@ObjectType({
  implements: Node,
  description:
    'Something that happened to a deal, as it was recorded. Events are never changed; a wrong one is retracted.',
  simpleResolvers: true,
})
export class DealEvent implements Node {
  readonly __typename = 'DealEvent';

  @Field(() => ID, { description: 'Opaque, and the same for good; what `retracts`, `forwards` and `evidence` name.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened in the world.' })
  occurredAt!: number;

  @Field(() => DateTime, { description: 'When Baton learned it; strictly increasing within a deal.' })
  recordedAt!: number;

  @Field(() => String, { nullable: true, description: 'Where it came from, for example `hubspot`.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Its key there.' })
  sourceEventId!: string | null;

  @Field(() => FactInput, { description: 'What happened: the one field that is not null says it.' })
  fact!: FactInput;

  /** The key of who recorded it. */
  recordedByKey!: string;
}

/** The event as readers see it; `currency` is its deal's. */
export function shownEvent(event: RecordedEvent, currency: string): DealEvent {
  const { occurredAt, recordedAt, source, sourceEventId, recordedBy, dealId } = event;
  const shown = { occurredAt, recordedAt, source, sourceEventId, recordedByKey: recordedBy };
  const fact = shownFact(event.fact, dealId, currency);
  return Object.assign(new DealEvent(), { ...shown, fact, id: eventGlobalId(dealId, event.id) });
}

/** The global id of a deal's event. */
export function eventGlobalId(dealId: string, eventId: string): string {
  return globalId('DealEvent', dealId, eventId);
}

/**
 * The id of a deal's event, given as the API shows it. Throws BAD_USER_INPUT at `path` where it is none of this deal.
 */
export function readEventId(given: string, dealId: string, path: string): string {
  const { type, parts } = readGlobalId(given, path);
  const [ofDeal, eventId] = parts;
  if (type === 'DealEvent' && ofDeal === dealId && eventId) return eventId;
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not an event of this deal`, path);
}

/** The fact in the contract's shape: under its own key, amounts as decimals, events by their global ids. */
export function shownFact({ type, ...details }: Fact, dealId: string, currency: string): FactInput {
  const shown: Record<string, unknown> = { ...details };
  if ('amount' in details) shown.amount = formatMinor(details.amount, minorDigits(currency));
  if ('retracts' in details) shown.retracts = eventGlobalId(dealId, details.retracts);
  if ('forwards' in details) shown.forwards = eventGlobalId(dealId, details.forwards);
  return { [keyOf(type)]: shown };
}
