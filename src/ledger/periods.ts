import type { Queryable } from '../database';
import type { Calendar, Instant } from '../rules';

/** Whoever closes a period waits for those who record, and they for whoever closes one: see `lockDeals`. */
const CLOSED = 'select month from period';

/** The months that are closed. */
export async function closedPeriods(tx: Queryable): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ month: string }>(CLOSED, [], 'closed_periods');
  return new Set(rows.map(({ month }) => month));
}

/** The local month of an instant, YYYY-MM. */
export function monthOf(instant: Instant, { zone }: Calendar): string {
  return zone.dateOf(zone.dayOf(instant)).slice(0, 7);
}

/**
 * A line belongs to the month of its effective instant, or, when that is closed, to the month in which it was recorded;
 * where that is closed, too, to the next one that is open (rules.md §8).
 */
export function openPeriod(effective: string, recorded: string, closed: ReadonlySet<string>): string {
  if (!closed.has(effective)) return effective;
  let month = recorded;
  while (closed.has(month)) month = monthAfter(month);
  return month;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
