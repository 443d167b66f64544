import type { FactInput } from '../facts';
import { byCodeUnit, type CommissionPlan, type Instant } from '../rules';
import examples from './examples.json';
import { planCodeOf } from './planCodes';
import type { Story, StoryFact } from './story';

/** A worked example of the rules, in the form of the contract's `simulate` query. */
export interface Example {
  name: string;
  scenario: {
    calendar?: string;
    currency?: string;
    accountExecutive?: string;
    plan?: Omit<CommissionPlan, 'version' | 'effectiveFrom'>;
    events: { id: string; occurredAt: string; recordedAt?: string; fact: FactInput }[];
    effectiveAt: string;
    knownAt?: string;
  };
}

/** The examples that have a name, from the vectors of the rules. */
export const EXAMPLES = examples as unknown as readonly Example[];

/** Examples name dl-1 as the approver of waivers, who may not be the deal's own delivery lead. */
const DELIVERY_LEAD = 'dl-2';

/** Long enough before anything happened. */
const OPENED_BEFORE_MS = 3_600_000;

/** The examples of which every instant has passed, each as the story of a deal that bears its name. */
export function pastExamples(now: Instant): Story[] {
  return EXAMPLES.filter(({ scenario }) => latestInstant(scenario) <= now).map(storyOf);
}

/** The plans that examples bring along, by code. */
export function* examplePlans(): Iterable<[code: string, plan: Omit<CommissionPlan, 'version'>]> {
  for (const { name, scenario } of EXAMPLES)
    if (scenario.plan) yield [planCodeOf(name), { effectiveFrom: '1970-01-01', ...scenario.plan }];
}

function latestInstant({ effectiveAt, knownAt, events }: Example['scenario']): Instant {
  const instants = events.map(({ occurredAt, recordedAt }) => recordedAt ?? occurredAt);
  return Math.max(...[effectiveAt, knownAt ?? effectiveAt, ...instants].map(Date.parse));
}

function storyOf({ name, scenario }: Example): Story {
  const facts = scenario.events.map(factOf).sort(asLearned);
  const first = Math.min(Date.parse(scenario.effectiveAt), ...facts.map(({ occurredAt }) => occurredAt));
  const deal = {
    clientName: name,
    accountExecutive: scenario.accountExecutive ?? 'ae-1',
    deliveryLead: DELIVERY_LEAD,
    currency: scenario.currency ?? 'GBP',
    calendar: scenario.calendar ?? 'england-and-wales',
    plan: planCodeOf(name),
    openedAt: first - OPENED_BEFORE_MS,
  };
  return { deal, facts, notes: null };
}

function factOf({ id, occurredAt, recordedAt, fact }: Example['scenario']['events'][number]): StoryFact {
  return { key: id, occurredAt: Date.parse(occurredAt), learnedAt: Date.parse(recordedAt ?? occurredAt), fact };
}

/** Ties are broken as in canonical order, so that what is learned a millisecond later is later there too. */
function asLearned(a: StoryFact, b: StoryFact): number {
  return a.learnedAt - b.learnedAt || a.occurredAt - b.occurredAt || byCodeUnit(a.key, b.key);
}
