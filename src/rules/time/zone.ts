import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant';

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A local calendar day, counted from 1970-01-01. */
export type Day = number;

const MS_A_DAY = 86_400_000;
const MS_A_MINUTE = 60_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');
/** Days of which the start is remembered: 1970 to 2106, so that memory stays bounded whatever is asked. */
const REMEMBERED_DAYS = 50_000;

/** The local days of one IANA time zone. What a day costs is worked out once and remembered. */
export class Zone {
  private static readonly known = new Map<string, Zone>();
  private readonly starts: Instant[] = [];
  private readonly dates: LocalDate[] = [];

  private constructor(readonly name: string) {}

  /** The zone of that name; the same object every time. */
  static named(name: string): Zone {
    const zone = Zone.known.get(name) ?? new Zone(name);
    Zone.known.set(name, zone);
    return zone;
  }

  /** The local day in which an instant lies. */
  dayOf(instant: Instant): Day {
    let day = Math.floor(instant / MS_A_DAY);
    while (this.startOf(day) > instant) day--;
    while (this.startOf(day + 1) <= instant) day++;
    return day;
  }

  /** The first instant of a local day, whatever its clocks do. */
  startOf(day: Day): Instant {
    return remembered(this.starts, day, () => plainDate(day).toZonedDateTime(this.name).epochMilliseconds);
  }

  /** The last millisecond of a local day. */
  endOf(day: Day): Instant {
    return this.startOf(day + 1) - 1;
  }

  /** A time of a local day, in minutes after midnight as clocks on the wall show it. */
  timeOn(day: Day, minutes: number): Instant {
    const start = this.startOf(day);
    if (this.startOf(day + 1) - start === MS_A_DAY) return start + minutes * MS_A_MINUTE;
    const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    return plainDate(day).toZonedDateTime({ timeZone: this.name, plainTime }).epochMilliseconds;
  }

  /** The date of a local day. */
  dateOf(day: Day): LocalDate {
    return remembered(this.dates, day, () => plainDate(day).toString());
  }
}

/** The day of a date. */
export function dayOfDate(date: LocalDate): Day {
  return EPOCH.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days;
}

function plainDate(day: Day): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

function remembered<T>(by: T[], day: Day, workOut: () => T): T {
  const found = by[day];
  if (found !== undefined) return found;
  const value = workOut();
  if (day >= 0 && day < REMEMBERED_DAYS) by[day] = value;
  return value;
}
