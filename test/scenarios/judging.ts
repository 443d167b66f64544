import { EXAMPLES } from '../../src/demonstration/examples';
import { planCodeOf } from '../../src/demonstration/planCodes';
import { storiesUntil } from '../../src/demonstration/stories';
import type { Story } from '../../src/demonstration/story';
import { readScenarioEvents } from '../../src/facts';
import {
  type CommissionPlan,
  type DealEvent,
  type DealState,
  dealState,
  type Instant,
  STANDARD_PLAN,
  STANDARD_POLICY,
} from '../../src/rules';
import { CALENDARS } from '../rules/scenarios';

/** A deal of the demonstration as it stands on a day, straight through the rules. */
export interface JudgedStory {
  story: Story;
  events: DealEvent[];
  state: DealState;
}

/** The stories as they are told on a day. */
export function storiesOn(now: Instant): Story[] {
  return storiesUntil(now, (code) => CALENDARS.get(code)!);
}

/** Those stories, judged as at that instant. */
export function judgedOn(now: Instant): JudgedStory[] {
  return storiesOn(now).map((story) => {
    const { deal, facts } = story;
    const inputs = facts.map(({ key, occurredAt, learnedAt, fact }) => ({
      id: key,
      occurredAt,
      recordedAt: learnedAt,
      fact,
    }));
    const events = readScenarioEvents(inputs, deal.currency);
    const terms = {
      plans: [PLANS.get(deal.plan)!],
      policies: [STANDARD_POLICY],
      calendar: CALENDARS.get(deal.calendar)!,
      accountExecutive: deal.accountExecutive,
    };
    return { story, events, state: dealState(events, terms, { effectiveAt: now, knownAt: now }) };
  });
}

const PLANS: ReadonlyMap<string, CommissionPlan> = new Map(
  EXAMPLES.map(({ name, scenario }) => [planCodeOf(name), { ...STANDARD_PLAN, ...scenario.plan }]),
);
