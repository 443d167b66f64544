import type { Calendar } from './calendar';
import { type ClientHold, heldUntil } from './holds';
import type { Instant } from './instant';

const MS_AN_HOUR = 3_600_000;

/**
 * The last millisecond of the Nth working day strictly after t's local date; of that date itself for N = 0, unless a
 * hold touches it (rules.md §3). Null where an endless hold postpones it.
 * Throws a RuleError at `calendar` for days beyond the years that the calendar covers.
 */
export function workingDaysFrom(
  t: Instant,
  count: number,
  holds: readonly ClientHold[],
  calendar: Calendar,
): Instant | null {
  const { zone } = calendar;
  let day = zone.dayOf(t);
  if (count === 0 && heldUntil(holds, day, zone) === undefined) return zone.endOf(day);
  for (let left = Math.max(count, 1); left > 0; ) {
    const until = heldUntil(holds, ++day, zone);
    if (until === null) return null;
    if (until !== undefined) day = until;
    else if (calendar.isWorkingDay(day)) left--;
  }
  return zone.endOf(day);
}

/** The earliest instant by which that many hours have elapsed outside holds; null where there is none (rules.md §3). */
export function hoursFrom(t: Instant, hours: number, holds: readonly ClientHold[]): Instant | null {
  let left = hours * MS_AN_HOUR;
  let at = t;
  for (const { start, end } of holds) {
    if (end !== null && end <= at) continue;
    const free = Math.max(start - at, 0);
    if (left <= free) break;
    if (end === null) return null;
    left -= free;
    at = end;
  }
  return at + left;
}

/**
 * How many working days lie after the day of one instant, up to and with the day of a later one; null where the
 * calendar does not cover them all.
 */
export function workingDaysBetween(from: Instant, to: Instant, calendar: Calendar): number | null {
  const { zone } = calendar;
  let count = 0;
  for (let day = zone.dayOf(from) + 1; day <= zone.dayOf(to); day++) {
    const works = calendar.isKnownWorkingDay(day);
    if (works === null) return null;
    if (works) count++;
  }
  return count;
}
