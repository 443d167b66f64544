import assert from 'node:assert/strict';
import { readFact } from '../../src/facts';
import { dealState, STANDARD_PLAN, STANDARD_POLICY } from '../../src/rules';
import type { Deal } from '../rules/deals';
import { groundOf } from '../rules/reference/releases';
import { CALENDARS } from '../rules/scenarios';
import { inTurn, rate, roundCount } from './rounds';
import { storyOf } from './stories';
import type { Line } from './table';

const HISTORIES_A_ROUND = 5_000;
const NAIVE_HISTORIES_A_ROUND = 250;
const FACTS = 14;
const MS_AN_HOUR = 3_600_000;
const FIRST_OPENED = Date.parse('2023-01-02T09:00Z');
const JUDGED_AFTER_HOURS = 4_000;

const HARD_PLAN = {
  ...STANDARD_PLAN,
  effects: [
    { sla: 'SUBMIT_PACKAGE', effect: 'REDUCE', reduceBp: 1_250 },
    { sla: 'HOLD_CALL', effect: 'HOLD' },
    { sla: 'SEND_INTRO', effect: 'FORFEIT' },
  ],
  onCancel: 'CLAW_BACK',
} as const;

/** How many histories a second are judged on one core; beside it a naive reading of the same rules, without lines. */
export async function benchJudging(): Promise<Line[]> {
  const deals = Array.from({ length: HISTORIES_A_ROUND * (roundCount + 1) }, (_, index) => dealOf(index));
  assert.equal(new Set(deals.map(({ events }) => JSON.stringify(events, digits))).size, deals.length);
  const partOf = (round: number, size: number) => deals.slice(round * HISTORIES_A_ROUND).slice(0, size);
  judge(partOf(roundCount, HISTORIES_A_ROUND));
  const figures = await inTurn(
    (round) => rate(HISTORIES_A_ROUND, () => judge(partOf(round, HISTORIES_A_ROUND))),
    (round) => rate(NAIVE_HISTORIES_A_ROUND, () => partOf(round, NAIVE_HISTORIES_A_ROUND).map(groundOf)),
  );
  return [
    {
      what: `(a) distinct histories of ${FACTS} facts judged, a second`,
      ...figures,
      against: 'by a naive reading, without amounts',
      target: '≥ 10,000/s',
    },
  ];
}

/** All that is released: something that needs every state in full. */
function judge(deals: readonly Deal[]): void {
  let released = 0n;
  for (const { events, terms, asOf } of deals)
    for (const { releasedToDate } of dealState(events, terms, asOf).commission.payments) released += releasedToDate;
  assert.ok(released > 0n);
}

/** Deals are opened an hour apart, and judged at any time until all is over. */
function dealOf(index: number): Deal {
  const start = FIRST_OPENED + (index % (365 * 24)) * MS_AN_HOUR;
  const { calendar, accountExecutive, facts } = storyOf(index, FACTS, start);
  assert.equal(facts.length, FACTS);
  const events = facts.map(({ occurredAt, fact }, place) => ({
    id: `${index}-${place}`,
    occurredAt,
    recordedAt: occurredAt,
    fact: readFact(fact, 'GBP', 'fact'),
  }));
  const plan = index % 3 === 0 ? HARD_PLAN : STANDARD_PLAN;
  const terms = { plans: [plan], policies: [STANDARD_POLICY], calendar: CALENDARS.get(calendar)!, accountExecutive };
  return {
    start,
    events,
    terms,
    asOf: { effectiveAt: start + ((index * 37) % JUDGED_AFTER_HOURS) * MS_AN_HOUR, knownAt: null },
  };
}

function digits(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
