import fc from 'fast-check';
import {
  type DealEvent,
  type Fact,
  type Instant,
  RuleError,
  SLA_CODES,
  STANDARD_PLAN,
  STANDARD_POLICY,
} from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { anyFact } from './facts';
import { drafts, historyOf } from './histories';
import { RUNS } from './runs';
import { CALENDARS } from './scenarios';

const MS_A_DAY = 86_400_000;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const BEGUN = Date.parse('2026-04-01T09:00:00Z');
const FAR_OFF = Date.parse('9990-01-01T12:00:00Z');
/** Of the processor's time, not the wall's: enough on any machine, and far from what a loop over 8,000 years takes. */
const PATIENCE_MS = 1_000;

const AT_ONCE: Fact[] = [
  { type: 'FEE_AGREED', amount: 1n },
  { type: 'DEPOSIT_INVOICED', amount: 1n },
  { type: 'SOW_SIGNED', party: 'CLIENT' },
  { type: 'SOW_SIGNED', party: 'VENDOR' },
  { type: 'CLOSED_WON', missingFields: [] },
];
const PAUSE: Fact = { type: 'CLIENT_HOLD_STARTED', reason: '' };
const RESUME: Fact = { type: 'CLIENT_HOLD_ENDED', reason: '' };
const TWENTY: Fact = { type: 'SPLIT_AGREED', payees: times(20, (index) => ({ person: `${index}`, shareBp: 500 })) };

type Dated = [Instant, Fact];

const anyTime = fc.oneof(
  fc.constantFrom(FIRST, 0, BEGUN, Date.parse('2030-12-31'), LAST),
  fc.integer({ min: FIRST, max: LAST }),
);
const absurd = fc
  .tuple(deals, fc.array(fc.tuple(drafts(anyFact, 1), anyTime), { maxLength: 12, size: 'max' }), anyTime)
  .map(([deal, scattered, effectiveAt]): Deal => {
    const far = scattered.map(([draft, after]) => ({ ...draft, after, prefix: 'far' }));
    return { ...deal, events: [...deal.events, ...historyOf(far, 0)], asOf: { effectiveAt, knownAt: null } };
  });

describe('an absurd history', () => {
  test('has a state or is refused, at any instant of ten thousand years, and soon', () => {
    fc.assert(fc.property(absurd, isAnsweredSoon), RUNS);
  });

  test.each<[string, Dated[]]>([
    [
      'a pause of 7,900 years',
      [
        [BEGUN, PAUSE],
        [FAR_OFF, RESUME],
      ],
    ],
    ['a pause since the year 1', [[FIRST, PAUSE]]],
    ['250 pauses, day after day', times(500, (index) => [BEGUN + index * MS_A_DAY, index % 2 ? RESUME : PAUSE])],
    ['500 pauses, all but the first in the year 9990', times(1_000, inTheYear9990)],
    ['500 pauses that never end', times(500, (index) => [BEGUN + index, PAUSE])],
    ['500 fees', times(500, (index) => [BEGUN + index, { type: 'FEE_AGREED', amount: BigInt(index) }])],
    [
      '500 deposits that never suffice',
      times(500, (index) => [BEGUN - 1 - index, { type: 'DEPOSIT_INVOICED', amount: 1n }]),
    ],
    ['500 splits of twenty people, and 500 fees', times(1_000, splitOrFee)],
    ['500 calls that do not count', times(500, (index) => [BEGUN + index, { type: 'CALL_HELD', attendees: [] }])],
    ['500 waivers', times(500, (index) => [BEGUN + index * MS_A_DAY, waiver(index)])],
  ])('of %s is answered soon', (_, dated) => {
    for (const effectiveAt of [BEGUN + 600 * MS_A_DAY, LAST]) isAnsweredSoon(dealOf(dated, effectiveAt));
  });
});

function isAnsweredSoon(deal: Deal): void {
  const began = process.cpuUsage();
  const error = refusalOf(deal);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(PATIENCE_MS);
  expect(error === undefined || (error instanceof RuleError && error.path === 'calendar')).toBe(true);
}

function refusalOf(deal: Deal): unknown {
  try {
    stateOf(deal);
  } catch (error) {
    return error;
  }
}

function dealOf(dated: readonly Dated[], effectiveAt: Instant): Deal {
  const all = [...AT_ONCE.map((fact): Dated => [BEGUN, fact]), ...dated];
  const events = all.map(
    ([at, fact], index): DealEvent => ({ id: `${10_000 + index}`, occurredAt: at, recordedAt: at, fact }),
  );
  const calendar = CALENDARS.get('england-and-wales')!;
  const terms = { plans: [STANDARD_PLAN], policies: [STANDARD_POLICY], calendar, accountExecutive: 'ae-1' };
  return { start: BEGUN, events, terms, asOf: { effectiveAt, knownAt: null } };
}

function inTheYear9990(index: number): Dated {
  return [index === 0 ? BEGUN : FAR_OFF + index * MS_A_DAY, index % 2 ? RESUME : PAUSE];
}

function splitOrFee(index: number): Dated {
  return index % 2 ? [BEGUN - index, TWENTY] : [BEGUN + index, { type: 'FEE_AGREED', amount: BigInt(index) ** 4n }];
}

function waiver(index: number): Fact {
  return { type: 'SLA_WAIVED', sla: SLA_CODES[index % 5]!, approver: 'dl-1', reason: '' };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
