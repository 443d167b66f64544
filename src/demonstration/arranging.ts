import { dayOfDate } from '../rules';
import type { Random } from './random';
import type { StoryFact } from './story';
import type { Workdays } from './workdays';

const MS_A_MINUTE = 60_000;
const DAYS_A_WEEK = 7;
const WALKTHROUGHS = [4, 8];
const HELD = 0.9;
const EVERYBODY = 3;
const PLACES = ['Room 2', 'Teams', 'The client’s boardroom', 'Delivery floor, corner table'];

/**
 * What a story does not turn on: that the call was arranged once there was somebody to invite, and that walkthroughs
 * were held. It is told by chances of its own, so that the rest of the story stays as it is.
 */
export function arrangements(facts: readonly StoryFact[], days: Workdays, random: Random): StoryFact[] {
  const delay = random.between(20, 70) * MS_A_MINUTE;
  const place = random.pick(PLACES);
  const minutes = random.between(30, 400);
  const walked = WALKTHROUGHS.filter(() => random.chance(HELD));
  const assigned = facts.find(({ fact }) => fact.amAssigned);
  const call = facts.find(({ fact }) => fact.callHeld?.attendees.length === EVERYBODY);
  const kickoff = facts.find(({ fact }) => fact.kickoffConfirmed)?.fact.kickoffConfirmed;
  const arranged =
    assigned && call && assigned.occurredAt + delay < call.occurredAt ? [assigned.occurredAt + delay] : [];
  return [
    ...arranged.map((at) =>
      toldSoon('call', at, { callScheduled: { startsAt: call!.occurredAt, minutes: 60, place } }),
    ),
    ...walked.flatMap((week) => {
      if (!kickoff) return [];
      const day = days.from(dayOfDate(kickoff.weekOne) + (week - 1) * DAYS_A_WEEK + random.between(0, 3));
      return [toldSoon(`walkthrough-${week}`, days.time(day, 540 + minutes), { walkthroughHeld: { week } })];
    }),
  ];
}

function toldSoon(key: string, occurredAt: number, fact: StoryFact['fact']): StoryFact {
  return { key, occurredAt, learnedAt: occurredAt + 5 * MS_A_MINUTE, fact };
}
