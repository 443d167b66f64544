import type { History } from '../history';
import type { Instant } from '../time/instant';
import { type Day, dayOfDate, type LocalDate, type Zone } from '../time/zone';

const DAYS_OF_ONBOARDING = 28;
const DAYS_A_WEEK = 7;
/** Week −4 is the first; after Week −1 comes Week 1. */
const FIRST_WEEK = -4;

/** What weeks are counted from: the trigger's local date, and the first day of Week 1; null where unknown. */
export interface WeekGround {
  triggeredOn: Day | null;
  weekOne: LocalDate | null;
}

/** The first and the last day of a week. */
export interface WeekDays {
  first: Day;
  last: Day;
}

/**
 * The local date on which delivery Week 1 starts: as confirmed latest, else 28 days after the trigger's date
 * (rules.md §3).
 */
export function weekOne(history: History, triggeredAt: Instant | null, zone: Zone): LocalDate | null {
  const confirmed = history.latest('KICKOFF_CONFIRMED');
  if (confirmed) return confirmed.fact.weekOne;
  return triggeredAt === null ? null : zone.dateOf(zone.dayOf(triggeredAt) + DAYS_OF_ONBOARDING);
}

/**
 * The days of a week: Weeks −4 to −1 count from the trigger's date, Weeks from 1 on from the first day of Week 1
 * (rules.md §3). Null while that day is not known, and for Week 0, which does not exist.
 */
export function weekDays(week: number, { triggeredOn, weekOne }: WeekGround): WeekDays | null {
  if (week < FIRST_WEEK || week === 0) return null;
  const from = week < 0 ? triggeredOn : weekOne === null ? null : dayOfDate(weekOne);
  if (from === null) return null;
  const first = from + (week < 0 ? week - FIRST_WEEK : week - 1) * DAYS_A_WEEK;
  return { first, last: first + DAYS_A_WEEK - 1 };
}
