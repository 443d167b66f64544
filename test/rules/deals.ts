import fc, { type Arbitrary } from 'fast-check';
import {
  type AsOf,
  type CommissionPlan,
  type DealEvent,
  type DealState,
  dealState,
  type Instant,
  isoOf,
  SLA_CODES,
  type SlaPolicy,
  STANDARD_PLAN,
  STANDARD_POLICY,
  type Terms,
  TRANCHE_CODES,
} from '../../src/rules';
import { calendars } from './calendars';
import { courses } from './courses';
import { shares, sharesOrNothing } from './facts';
import { historyOf, starts, within } from './histories';

/** A deal with what it is judged by and a question about it. */
export interface Deal {
  start: Instant;
  events: DealEvent[];
  terms: Terms;
  asOf: AsOf;
}

const MS_A_DAY = 86_400_000;
const aesEffects = fc.option(
  fc.record({
    effect: fc.constantFrom('NONE', 'HOLD', 'HOLD', 'REDUCE', 'REDUCE', 'REDUCE', 'FORFEIT'),
    reduceBp: fc.oneof(fc.constantFrom(1, 5_000, 10_000), fc.integer({ min: 1, max: 10_000 })),
  }),
  { freq: 8, nil: undefined },
);

/** Plans of any rate, tranches in any order and number, effects of any kind on the AE's own clocks. */
export const plans: Arbitrary<Omit<CommissionPlan, 'version' | 'effectiveFrom'>> = fc
  .record({
    rateBp: fc.oneof(fc.constantFrom(0, 1, 1_000, 3_333, 10_000), fc.integer({ min: 500, max: 2_000 })),
    codes: fc.oneof(...[1, 3].map((minLength) => fc.shuffledSubarray([...TRANCHE_CODES], { minLength }))),
    cuts: fc.tuple(...[1, 2, 3].map((count) => fc.oneof(shares(count), sharesOrNothing(count)))),
    effects: fc.record({ SUBMIT_PACKAGE: aesEffects, HOLD_CALL: aesEffects, SEND_INTRO: aesEffects }),
    onCancel: fc.constantFrom('KEEP', 'CLAW_BACK'),
  })
  .map(({ rateBp, codes, cuts, effects, onCancel }) => ({
    rateBp,
    tranches: codes.map((code, index) => ({ code, shareBp: cuts[codes.length - 1]![index]! })),
    effects: SLA_CODES.flatMap((sla) => {
      const effect = effects[sla as keyof typeof effects];
      return effect ? [{ sla, ...effect }] : [];
    }),
    onCancel,
  }));

const allowances = fc.oneof(fc.record({ workingDays: fc.nat(7) }), fc.record({ hours: fc.nat(60) }));

/** The standard policy more often than not, else one of any allowances. */
export const policies: Arbitrary<Omit<SlaPolicy, 'version' | 'effectiveFrom'>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(STANDARD_POLICY) },
  {
    weight: 1,
    arbitrary: fc.record({
      allowances: fc.record(
        Object.fromEntries(SLA_CODES.map((sla) => [sla, allowances])) as Record<
          (typeof SLA_CODES)[number],
          typeof allowances
        >,
      ),
      callAfterAssignment: fc.nat(5),
    }),
  },
);

/** Terms of two versions, the second in force from three days after the start; the standard plan now and then. */
function termsFrom(start: Instant): Arbitrary<Terms> {
  const from = isoOf(start + 3 * MS_A_DAY).slice(0, 10);
  const plan = fc.oneof({ weight: 1, arbitrary: fc.constant(STANDARD_PLAN) }, { weight: 3, arbitrary: plans });
  return fc
    .record({ first: plan, second: plan, policy: policies, calendar: calendars })
    .map(({ first, second, policy, calendar }) => ({
      plans: [
        { ...first, version: 'first', effectiveFrom: '1970-01-01' },
        { ...second, version: 'second', effectiveFrom: from },
      ],
      policies: [STANDARD_POLICY, { ...policy, version: 'second', effectiveFrom: from }],
      calendar,
      accountExecutive: 'ae-1',
    }));
}

/** Deals with a question as at up to 90 days from their start, and mostly as known with everything given. */
export const deals: Arbitrary<Deal> = starts.chain((start) =>
  fc
    .record({
      drafted: courses,
      terms: termsFrom(start),
      effectiveAfter: fc.oneof(within(40), ...[30, 60, 90, 90].map((days) => fc.constant(days * MS_A_DAY)), within(90)),
      knownAfter: fc.oneof(fc.constant(null), fc.constant(null), fc.constant(null), within(120)),
    })
    .map(({ drafted, terms, effectiveAfter, knownAfter }) => ({
      start,
      events: historyOf(drafted, start),
      terms,
      asOf: { effectiveAt: start + effectiveAfter, knownAt: knownAfter === null ? null : start + knownAfter },
    })),
);

/** The deal's state, with any of it replaced. */
export function stateOf(deal: Deal, other: Partial<AsOf> & { events?: readonly DealEvent[] } = {}): DealState {
  const { events = deal.events, ...asOf } = other;
  return dealState(events, deal.terms, { ...deal.asOf, ...asOf });
}

/** All that a state says, as text of many lines: equal states have equal text. What was asked is no part of it. */
export function inFull(state: DealState): string {
  const shown = (name: string, value: unknown) => (name === 'knownAt' ? undefined : value);
  return JSON.stringify(state, (name, value) => (typeof value === 'bigint' ? String(value) : shown(name, value)), 1);
}
