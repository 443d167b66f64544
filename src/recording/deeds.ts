import type { Queryable } from '../database';
import type { DealEventInput, RecordedEvent } from '../facts';
import { Refusal, type Request, refusalOf } from '../graphql';
import type { TermsBook } from '../terms';
import { recordWithin } from './recording';

/** A fact of a deed, and the field of the mutation's input that says when it happened. */
export interface Deed extends DealEventInput {
  whenField: string;
  /** The mutation has checked who may, and stated what they may not say themselves. */
  isVouchedFor?: boolean;
}

/**
 * Records the facts of what somebody did to one deal by a mutation of its own, within its transaction; who may state
 * them is checked as ever. Throws a Refusal at the deal, or at the field that says when.
 */
export async function recordDeeds(
  tx: Queryable,
  { viewer }: Request,
  book: TermsBook,
  deal: string,
  deeds: readonly Deed[],
): Promise<RecordedEvent[]> {
  const facts = deeds.map(({ whenField: _whenField, isVouchedFor = false, ...event }) => ({
    deal,
    event,
    isVouchedFor,
  }));
  const recorded = await recordWithin(tx, { viewer, book, clock: Date.now }, facts).catch((error: unknown) => {
    throw saidOfInput(error, deeds);
  });
  return recorded.map(({ event }) => event);
}

/** A mutation's input has no events: what is wrong with one of them is said of the field that it came from. */
function saidOfInput(error: unknown, deeds: readonly Deed[]): unknown {
  const refusal = refusalOf(error);
  if (!refusal) return error;
  const [, index, detail = ''] = /^events\.(\d+)\.event\.(.+)$/.exec(refusal.path) ?? [];
  const deed = index === undefined ? undefined : deeds[Number(index)];
  if (deed && detail === 'occurredAt') return new Refusal(refusal.code, refusal.message, deed.whenField);
  const field = /^fact\.\w+\.(.+)$/.exec(detail)?.[1];
  return new Refusal(refusal.code, refusal.message, field ?? 'deal');
}
