import { Refusal, type Request } from '../graphql';
import { type AsOf, type DealEvent, type DealState, dealState } from '../rules';
import { type TermsBook, termsFor } from '../terms';
import { type DealHeader, headersById } from './dealHeader';
import { historiesOf } from './histories';
import { settledUntil } from './settling';

/** Which moment a question is about: now where null. */
export interface When {
  effectiveAt?: number | null;
  knownAt?: number | null;
  /** By this version of the deal's calendar alone, counted from 1; by what counted when it was judged where null. */
  calendarVersion?: number | null;
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
  const [deal, events] = await Promise.all([
    request.loading.by(headersById).load(dealId),
    request.loading.by(historiesOf).load(dealId),
  ]);
  const book = judgingBook(await termsFor(request.db, [deal]), deal, when);
  return { deal, state: stateOf(deal, events, book, asOf(when, deal, request.now)) };
}

/** The book with all that counted, or with one version of the calendar for everything. */
function judgingBook(book: TermsBook, { calendarCode }: DealHeader, { calendarVersion }: When): TermsBook {
  if (calendarVersion == null) return book;
  const only = book.withCalendarVersion(calendarCode, calendarVersion);
  if (only) return only;
  const reason = `the calendar "${calendarCode}" has no version ${calendarVersion}`;
  throw new Refusal('BAD_USER_INPUT', reason, 'calendarVersion');
}
