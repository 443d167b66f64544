import type { Calendar, Day, Instant, LocalDate } from '../rules';

const MS_A_MINUTE = 60_000;
const DAYS_A_WEEK = 7;
/** 1970-01-01, day 0, was a Thursday. */
const FIRST_MONDAY = 4;

/** The days on which people work by a calendar, and their hours there. */
export class Workdays {
  constructor(private readonly calendar: Calendar) {}

  /** The first working day from a day on. */
  from(day: Day): Day {
    let found = day;
    while (!this.calendar.isWorkingDay(found)) found++;
    return found;
  }

  /** So many working days after a day; the first working day from it on where that is none. */
  after(day: Day, count: number): Day {
    let found = this.from(day);
    for (let left = count; left > 0; left--) found = this.from(found + 1);
    return found;
  }

  /** The first Monday from a day on, be it a holiday or not. */
  mondayFrom(day: Day): Day {
    return day + ((((FIRST_MONDAY - day) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK);
  }

  /** A time of a working day; clocks never change on one, so hours since midnight are hours of the day. */
  time(day: Day, minutes: number): Instant {
    return this.calendar.zone.startOf(day) + minutes * MS_A_MINUTE;
  }

  /** The day in which an instant lies. */
  dayOf(instant: Instant): Day {
    return this.calendar.zone.dayOf(instant);
  }

  /** The date of a day. */
  dateOf(day: Day): LocalDate {
    return this.calendar.zone.dateOf(day);
  }
}
