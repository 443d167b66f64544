import type { FactInput } from '../facts';
import type { Day, Instant } from '../rules';
import type { Course } from './course';
import type { Premise } from './premise';
import type { Random } from './random';
import type { StoryFact } from './story';
import type { Workdays } from './workdays';

const MS_A_MINUTE = 60_000;
const OPENS_AT = 9 * 60;
const CLOSES_AT = 17 * 60 + 30;
/** In minutes since midnight. */
const SLOTS = [570, 600, 630, 660, 780, 810, 840];
/** People tell most things the same day, some only days later. */
const TOLD_LATE = 0.08;

/** A story while it is being told: its facts so far, in no order. */
export class Telling {
  readonly facts: StoryFact[] = [];

  constructor(
    readonly course: Course,
    readonly premise: Premise,
    readonly days: Workdays,
    readonly random: Random,
  ) {}

  /** A time in working hours. */
  timeOn(day: Day): Instant {
    return this.days.time(day, this.random.between(OPENS_AT, CLOSES_AT));
  }

  /** A time in working hours that leaves some of the day for what follows. */
  slotOn(day: Day): Instant {
    return this.days.time(day, this.random.pick(SLOTS));
  }

  /** Tells a fact that another system passes on within minutes. */
  passedOn(occurredAt: Instant, fact: FactInput): StoryFact {
    return this.tell(occurredAt, occurredAt + this.random.between(1, 20) * MS_A_MINUTE, fact);
  }

  /** Tells a fact that somebody writes down: within hours, or only some days later. */
  written(occurredAt: Instant, fact: FactInput): StoryFact {
    if (this.random.chance(TOLD_LATE)) return this.writtenLate(occurredAt, this.random.between(1, 5), fact);
    return this.tell(occurredAt, occurredAt + this.random.between(3, 150) * MS_A_MINUTE, fact);
  }

  /** Tells a fact that somebody writes down so many working days later. */
  writtenLate(occurredAt: Instant, days: number, fact: FactInput): StoryFact {
    return this.tell(occurredAt, this.timeOn(this.days.after(this.days.dayOf(occurredAt), days)), fact);
  }

  private tell(occurredAt: Instant, learnedAt: Instant, fact: FactInput): StoryFact {
    const told = { key: `f${this.facts.length + 1}`, occurredAt, learnedAt, fact };
    this.facts.push(told);
    return told;
  }
}

/** A whole number as an amount of money. */
export function decimal(whole: number): string {
  return `${whole}.00`;
}
