import type { Day, Instant, PackageSections } from '../rules';
import type { Premise } from './premise';
import type { Random } from './random';
import type { StoryFact } from './story';
import type { Workdays } from './workdays';

const MS_A_MINUTE = 60_000;
const DAYS_A_WEEK = 7;
const ONBOARDING_WEEKS = 4;
const OPENS_AT = 9 * 60;
const CLOSES_AT = 17 * 60;
const EVERYBODY = 3;

/** What is known of a deal to whoever writes down its risks and commitments: its whole story. */
export class Handover {
  constructor(
    readonly facts: readonly StoryFact[],
    readonly premise: Premise,
    readonly sections: PackageSections,
    readonly days: Workdays,
    readonly random: Random,
    private readonly triggered: Day,
    private readonly weekOne: Day,
  ) {}

  /** When the AE wrote it all down. */
  get writtenAt(): Instant {
    const signed = this.facts.filter(({ fact }) => fact.sowSigned)[1]!;
    return signed.learnedAt + 60 * MS_A_MINUTE;
  }

  /** When the call that counts was told, if it ever is. */
  get calledAt(): Instant | undefined {
    return this.facts.find(({ fact }) => fact.callHeld?.attendees.length === EVERYBODY)?.learnedAt;
  }

  /** The last day of a week. */
  readonly endOf = (week: number): Day => {
    const starts =
      week > 0 ? this.weekOne + (week - 1) * DAYS_A_WEEK : this.triggered + (week + ONBOARDING_WEEKS) * DAYS_A_WEEK;
    return starts + DAYS_A_WEEK - 1;
  };

  /** A time in working hours of the first working day from a day on. */
  readonly timeFrom = (day: Day): Instant =>
    this.days.time(this.days.from(day), this.random.between(OPENS_AT, CLOSES_AT));

  /** Those of some changes that happen: after the deal is cancelled nobody goes on. */
  happening<Change extends { at: Instant }>(changes: readonly Change[]): Change[] {
    const end = this.facts.find(({ fact }) => fact.dealCancelled)?.occurredAt ?? Number.POSITIVE_INFINITY;
    return changes.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
  }
}
