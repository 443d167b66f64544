import type { Request } from '../graphql';
import { type AsOf, type DealEvent, type DealState, dealState } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { type DealHeader, headersById } from './dealHeader';
import { historiesOf } from './histories';
import { settledUntil } from './settling';

/** Which moment a question is about: now where null. */
export interface When {
  effectiveAt?: number | null;
  knownAt?: number | null;
}

/** What follows from a deal's facts (rules.md §1). */
export function stateOf(deal: DealHeader, events: readonly DealEvent[], book: TermsBook, asOf: AsOf): DealState {
  return dealState(events, book.termsOf(deal), asOf);
}

/**
 * K is by default now, and E by default K (rules.md §1). What a deal has recorded is known now, even where its latest
 * fact was recorded after the request came in: facts of one call are a millisecond apart.
 */
export function asOf({ effectiveAt, knownAt }: When, deal: DealHeader, now: number): AsOf {
  const known = knownAt ?? Math.max(now, deal.lastRecordedAt ?? now);
  return { knownAt: known, effectiveAt: effectiveAt ?? known };
}

/**
 * A stored deal judged by its whole history; the histories of many deals are loaded in one statement. What was known at
 * an instant given is asked for once everything that was being recorded then is committed.
 */
export async function judgedDeal(
  request: Request,
  dealId: string,
  when: When,
): Promise<{ deal: DealHeader; state: DealState }> {
  if (when.knownAt != null) await request.loading.by(settledUntil).load(when.knownAt);
  const [deal, events, book] = await Promise.all([
    request.loading.by(headersById).load(dealId),
    request.loading.by(historiesOf).load(dealId),
    termsBook(request.db),
  ]);
  return { deal, state: stateOf(deal, events, book, asOf(when, deal, request.now)) };
}
