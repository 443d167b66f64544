import { v7 as uuidv7 } from 'uuid';
import {
  type DealHeader,
  isSameContent,
  keyOf,
  mayState,
  type RecordedEvent,
  readEventId,
  readFact,
  shownFact,
} from '../facts';
import { Refusal, type Viewer } from '../graphql';
import { checkEvent, type DealEvent, type Fact, type Instant, isoOf } from '../rules';
import type { FactToRecord } from './command';

/** A deal's history while facts are being added to it. */
export class Admission {
  private readonly byId: Map<string, RecordedEvent>;
  private readonly bySource = new Map<string, RecordedEvent>();
  private latestRecordedAt: Instant;

  constructor(
    readonly deal: DealHeader,
    history: readonly RecordedEvent[],
    private readonly viewer: Viewer,
    private readonly now: Instant,
  ) {
    this.byId = new Map(history.map((event) => [event.id, event]));
    for (const event of history) this.remember(event);
    this.latestRecordedAt = deal.lastRecordedAt ?? deal.openedAt;
  }

  /** Every fact of the deal, those admitted included, in the order of recording. */
  get events(): RecordedEvent[] {
    return [...this.byId.values()];
  }

  /**
   * Admits one fact: a new event, or the one that was recorded under the same key with the same content before.
   * Throws a Refusal or RuleError below `path`.
   */
  admit(
    { event: given, learnedAt, isVouchedFor }: FactToRecord,
    path: string,
  ): { event: RecordedEvent; isNew: boolean } {
    refuseSimulated(given, path);
    const fact = this.withEventIds(readFact(given.fact, this.deal.currency, `${path}.fact`), path);
    const recordedAt = Math.max(learnedAt ?? this.now, this.latestRecordedAt + 1);
    const { occurredAt } = given;
    const source = given.source ?? null;
    const sourceEventId = given.sourceEventId ?? null;
    const { dealId } = this.deal;
    const event = {
      id: uuidv7(),
      dealId,
      occurredAt,
      recordedAt,
      fact,
      recordedBy: this.viewer.personKey,
      source,
      sourceEventId,
    };
    const known = this.bySource.get(sourceKey(event) ?? '');
    if (known) return { event: this.sameOrConflict(known, event, path), isNew: false };
    this.check(event, path);
    if (!isVouchedFor) this.checkRight(event, path);
    this.latestRecordedAt = recordedAt;
    this.byId.set(event.id, event);
    this.remember(event);
    return { event, isNew: true };
  }

  private check(event: RecordedEvent, path: string): void {
    if (event.occurredAt > event.recordedAt)
      throw new Refusal(
        'BAD_USER_INPUT',
        `${isoOf(event.occurredAt)} is in the future; a fact has happened`,
        `${path}.occurredAt`,
      );
    checkEvent(event, this.byId, path);
  }

  private checkRight(event: RecordedEvent, path: string): void {
    const retracted = event.fact.type === 'EVENT_RETRACTED' ? this.byId.get(event.fact.retracts)?.fact : undefined;
    mayState(this.viewer, event.fact, retracted, `${path}.fact.${keyOf(event.fact.type)}`);
  }

  private sameOrConflict(known: RecordedEvent, given: DealEvent, path: string): RecordedEvent {
    if (isSameContent(known, given)) return known;
    const both = `recorded is ${this.inWords(known)}; given is ${this.inWords(given)}`;
    const key = `("${known.source}", "${known.sourceEventId}")`;
    throw new Refusal('CONFLICT', `${key} is recorded already with other content: ${both}`, `${path}.sourceEventId`);
  }

  private inWords({ occurredAt, fact }: DealEvent): string {
    return `${JSON.stringify(shownFact(fact, this.deal.dealId, this.deal.currency))} at ${isoOf(occurredAt)}`;
  }

  /** Events are named by their global ids outside, and by their UUIDs inside. */
  private withEventIds(fact: Fact, path: string): Fact {
    const { dealId } = this.deal;
    if (fact.type === 'EVENT_RETRACTED')
      return { ...fact, retracts: readEventId(fact.retracts, dealId, `${path}.fact.eventRetracted.retracts`) };
    if (fact.type === 'AE_FORWARDED')
      return { ...fact, forwards: readEventId(fact.forwards, dealId, `${path}.fact.aeForwarded.forwards`) };
    return fact;
  }

  private remember(event: RecordedEvent): void {
    const key = sourceKey(event);
    if (key) this.bySource.set(key, event);
  }
}

function sourceKey({ source, sourceEventId }: RecordedEvent): string | undefined {
  return source === null || sourceEventId === null ? undefined : JSON.stringify([source, sourceEventId]);
}

function refuseSimulated({ id, recordedAt, source, sourceEventId }: FactToRecord['event'], path: string): void {
  if (id !== undefined && id !== null) throw new Refusal('BAD_USER_INPUT', 'ids are given by Baton', `${path}.id`);
  if (recordedAt !== undefined && recordedAt !== null)
    throw new Refusal('BAD_USER_INPUT', 'when a fact was recorded is decided by Baton', `${path}.recordedAt`);
  if (sourceEventId && !source)
    throw new Refusal('BAD_USER_INPUT', 'a key needs the source that it is a key of', `${path}.source`);
}
