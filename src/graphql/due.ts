import { dayOfDate, type Instant, type LocalDate, Zone } from '../rules';
import { enumeration } from './enumeration';

/** Which deadlines a list is about. */
export type DueName = 'OVERDUE' | 'THIS_WEEK';

export const DueFilter = enumeration<DueName>(
  'DueFilter',
  'Which deadlines a list is about. Today is the date in London, whatever the calendars of the deals.',
  { OVERDUE: 'The day was before today.', THIS_WEEK: 'The day is in this week, from Monday to Sunday.' },
);

/** What a list is restricted to: from a day on, and before a day. */
export interface DueDays {
  from?: LocalDate | null | undefined;
  before?: LocalDate | null | undefined;
}

const LONDON = Zone.named('Europe/London');
const DAYS_A_WEEK = 7;
/** 1970-01-01, day 0, was a Thursday. */
const DAYS_FROM_MONDAY = 3;

/** The date in London, where the office is. */
export function londonDate(now: Instant): LocalDate {
  return LONDON.dateOf(LONDON.dayOf(now));
}

/** The days that a filter means at an instant. */
export function dueDays(due: DueName, now: Instant): DueDays {
  const today = LONDON.dayOf(now);
  if (due === 'OVERDUE') return { before: LONDON.dateOf(today) };
  const monday = today - ((today + DAYS_FROM_MONDAY) % DAYS_A_WEEK);
  return { from: LONDON.dateOf(monday), before: LONDON.dateOf(monday + DAYS_A_WEEK) };
}

/** What is settled is not due: of the statuses wanted, or of all, those that are still to be looked after. */
export function stillDue<Status extends string>(
  wanted: readonly Status[] | null | undefined,
  unsettled: readonly Status[],
): readonly Status[] {
  return wanted ? unsettled.filter((status) => wanted.includes(status)) : unsettled;
}

/** A day of the calendar as a cursor holds it. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(dayOfDateOrNaN(value));
}

function dayOfDateOrNaN(date: string): number {
  try {
    return dayOfDate(date);
  } catch {
    return Number.NaN;
  }
}
