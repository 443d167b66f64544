import type { Calendar } from './calendar';
import type { ClientHold } from './holds';
import type { Instant } from './instant';
import type { Day } from './zone';

/** Offices work from nine to five, local time (docs/decisions/0020). */
const OPENS_AT_MINUTES = 9 * 60;
const CLOSES_AT_MINUTES = 17 * 60;
const MS_A_MINUTE = 60_000;

/**
 * The milliseconds of working time from one instant to another, below zero where the other came first: hours of working
 * days of the calendar, outside the client's holds. Null where the calendar does not cover all of the days.
 */
export function workingTime(
  from: Instant,
  to: Instant,
  holds: readonly ClientHold[],
  calendar: Calendar,
): number | null {
  if (to < from) {
    const back = workingTime(to, from, holds, calendar);
    return back === null ? null : -back;
  }
  const { zone } = calendar;
  let sum = 0;
  for (let day = zone.dayOf(from); day <= zone.dayOf(to); day++) {
    const works = calendar.isKnownWorkingDay(day);
    if (works === null) return null;
    if (works) sum += workedOn(day, from, to, holds, calendar);
  }
  return sum;
}

function workedOn(day: Day, from: Instant, to: Instant, holds: readonly ClientHold[], { zone }: Calendar): number {
  const start = Math.max(from, zone.timeOn(day, OPENS_AT_MINUTES));
  const end = Math.min(to, zone.timeOn(day, CLOSES_AT_MINUTES));
  const held = holds.reduce((sum, hold) => sum + overlap(start, end, hold.start, hold.end ?? end), 0);
  return Math.max(end - start, 0) - held;
}

function overlap(start: Instant, end: Instant, otherStart: Instant, otherEnd: Instant): number {
  return Math.max(Math.min(end, otherEnd) - Math.max(start, otherStart), 0);
}

/** Whole minutes of a time, towards the past: a minute that has begun to run out is not left any more. */
export function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / MS_A_MINUTE);
}
