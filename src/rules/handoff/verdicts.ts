import type { History } from '../history';
import type { Calendar } from '../time/calendar';
import type { Instant } from '../time/instant';

/** Whether a clock with that deadline was judged at an instant: nothing that is learned later moves it. */
export type IsJudged = (dueAt: Instant | null, at: Instant) => boolean;

/**
 * A deadline by a calendar that has versions: each moves only what was still running when it was recorded, and what was
 * judged by then keeps the version that it was judged by (docs/decisions/0037). Only what was known counts.
 */
export function byCalendar(
  { effectiveAt, knownAt }: History,
  calendar: Calendar,
  deadlineBy: (version: Calendar) => Instant | null,
  isJudged: IsJudged,
): Instant | null {
  const until = Math.min(effectiveAt, knownAt ?? effectiveAt);
  let dueAt = deadlineBy(calendar);
  for (const { recordedAt, calendar: version } of calendar.later) {
    if (recordedAt > until || isJudged(dueAt, recordedAt)) break;
    dueAt = deadlineBy(version);
  }
  return dueAt;
}
