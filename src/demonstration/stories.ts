import { type Calendar, type Day, dayOfDate, type Instant } from '../rules';
import { arrangements } from './arranging';
import { tellChanges } from './changes';
import { CLIENTS } from './clients';
import { tellDelivery } from './delivering';
import { tellHandoff } from './handingOff';
import { notesOf } from './notes';
import { premiseOf } from './premise';
import { Random } from './random';
import { tellSelling } from './selling';
import type { Story, StoryFact } from './story';
import { Telling } from './telling';
import { courseOf } from './troubles';
import { Workdays } from './workdays';

/** The first deal is opened in the first days of January 2025, the three hundredth in the middle of November 2026. */
const FIRST_DAY = dayOfDate('2025-01-02');
const DAYS_A_DEAL = 2.28;
/** No deal is opened after it, so that all that follows lies within the years that the calendars cover. */
const LAST_DAY = dayOfDate('2028-12-31');
const MS_A_DAY = 86_400_000;
/** The seeds of what is told beside a story are far from those of the stories. */
const ARRANGED_FROM = 3_000_000;

/**
 * The stories of all deals opened until now, each as far as it was learned by then. A story is the same whenever it is
 * told: a later day only adds to it what has happened since, and new deals at the same pace.
 */
export function storiesUntil(now: Instant, calendarOf: (code: string) => Calendar): Story[] {
  const lastDay = Math.min(now / MS_A_DAY, LAST_DAY);
  const count = Math.max(Math.floor((lastDay - FIRST_DAY) / DAYS_A_DEAL) + 1, 0);
  return Array.from({ length: count }, (_, index) => storyOf(index, calendarOf))
    .filter(({ deal }) => deal.openedAt <= now)
    .map(({ deal, facts, notes }) => ({
      deal,
      facts: facts.filter(({ learnedAt }) => learnedAt <= now),
      notes: notes && notes.writtenAt <= now ? notes : null,
    }));
}

function storyOf(index: number, calendarOf: (code: string) => Calendar): Story {
  const random = new Random(index);
  const client = random.pick(CLIENTS);
  const { name: clientName, calendar } = client;
  const days = new Workdays(calendarOf(calendar));
  const opened = days.from(Math.floor(FIRST_DAY + index * DAYS_A_DEAL));
  const premise = premiseOf(random);
  const telling = new Telling(courseOf(index, random), premise, days, random);
  const { accountExecutive, deliveryLead, currency } = premise;
  const { plan } = telling.course;
  const openedAt = telling.timeOn(opened);
  const deal = { clientName, accountExecutive, deliveryLead, currency, calendar, plan, openedAt };
  const triggered = tell(telling, opened);
  const arranged = arrangements(telling.facts, days, new Random(ARRANGED_FROM + index));
  const facts = untilCancelled([...telling.facts, ...arranged]).sort((a, b) => a.learnedAt - b.learnedAt);
  return { deal, facts, notes: notesOf(index, client, telling, facts, triggered) };
}

/** Tells the whole story, and gives the day of the trigger if it comes to it. */
function tell(telling: Telling, opened: Day): Day | undefined {
  const triggered = tellSelling(telling, opened);
  if (triggered !== undefined) {
    tellChanges(telling, triggered);
    tellDelivery(telling, triggered, tellHandoff(telling, triggered));
  }
  return triggered;
}

/** Nobody goes on with a deal that is cancelled. */
function untilCancelled(facts: readonly StoryFact[]): StoryFact[] {
  const end = facts.find(({ fact }) => fact.dealCancelled)?.occurredAt ?? Number.POSITIVE_INFINITY;
  return facts.filter(({ occurredAt }) => occurredAt <= end);
}
