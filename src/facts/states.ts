import type { Request } from '../graphql';
import { type AsOf, type DealEvent, type DealState, dealState } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { type DealHeader, headersById } from './dealHeader';
import { historiesOf } from './histories';

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

/** A stored deal judged by its whole history; its deals' histories are loaded in one statement. */
export async function judgedDeal(
  request: Request,
  dealId: string,
  when: When,
): Promise<{ deal: DealHeader; state: DealState }> {
  const [deal, events, book] = await Promise.all([
    request.loading.by(headersById).load(dealId),
    request.loading.by(historiesOf).load(dealId),
    termsBook(request.db),
  ]);
  return { deal, state: stateOf(deal, events, book, asOf(when, deal, request.now)) };
}
