import { RuleError } from '../problem';
import type { Instant } from './instant';
import { type Day, dayOfDate, type LocalDate, Zone } from './zone';

/**
 * A calendar as it is written down: bank holidays, one-off and substitute days included, of the years that it covers.
 */
export interface CalendarFacts {
  code: string;
  /** The number of its version; 1 where it is left out. */
  version?: number;
  zone: string;
  from: LocalDate;
  to: LocalDate;
  holidays: readonly LocalDate[];
}

/** A version of a calendar that came after the first: it counts from the instant at which it was recorded. */
export interface LaterCalendar {
  recordedAt: Instant;
  calendar: Calendar;
}

/** Working days of one calendar: Monday to Friday, not a bank holiday (rules.md §3). */
export class Calendar {
  readonly code: string;
  readonly version: number;
  readonly zone: Zone;
  private readonly from: Day;
  private readonly to: Day;
  private readonly holidays: ReadonlySet<Day>;

  /** `later`: the versions after this one, in the order in which they were recorded. */
  constructor(
    private readonly facts: CalendarFacts,
    readonly later: readonly LaterCalendar[] = [],
  ) {
    this.code = facts.code;
    this.version = facts.version ?? 1;
    this.zone = Zone.named(facts.zone);
    this.from = dayOfDate(facts.from);
    this.to = dayOfDate(facts.to);
    this.holidays = new Set(facts.holidays.map(dayOfDate));
  }

  /** The first version, as if none had come later. */
  get alone(): Calendar {
    return new Calendar(this.facts);
  }

  /** The version that came last. */
  get latest(): Calendar {
    return this.later.at(-1)?.calendar ?? this;
  }

  /** The version that counted at an instant. */
  at(instant: Instant): Calendar {
    return this.later.findLast(({ recordedAt }) => recordedAt <= instant)?.calendar ?? this;
  }

  /** Throws a RuleError at `calendar` for a day beyond the years that the calendar covers. */
  isWorkingDay(day: Day): boolean {
    if (day < this.from || day > this.to) throw this.notCovered(day);
    return !isWeekend(day) && !this.holidays.has(day);
  }

  /** The same, and null for a day of which the calendar says nothing. */
  isKnownWorkingDay(day: Day): boolean | null {
    return day < this.from || day > this.to ? null : this.isWorkingDay(day);
  }

  private notCovered(day: Day): RuleError {
    const { from, to, zone } = this;
    const covered = `${zone.dateOf(from)} to ${zone.dateOf(to)}`;
    return new RuleError(
      'calendar',
      `"${this.code}" covers ${covered}; working days at ${zone.dateOf(day)} cannot be counted`,
    );
  }
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: Day): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday >= 5;
}
