import fc, { type Arbitrary } from 'fast-check';
import { type Fact, type FactOf, type FactType, ROLES, SLA_CODES } from '../../src/rules';

const LARGEST_MINOR = 10n ** 18n - 1n;
const PEOPLE = ['ae-1', 'ae-2', 'Ann', 'zoë', '李'];

const texts = fc.constantFrom('', 'a reason');
const weeks = fc.oneof(fc.constantFrom(2, 12), fc.constantFrom(-4, -1, 1, 3, 11, 13, 520));
const people = fc.constantFrom(...PEOPLE);

/** Amounts of money in minor units: nothing, a few pence, the usual, and the largest that can be stated. */
export const amounts: Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(0n, 1n, 4n, 5n, 12_345n, 4_800_000n, LARGEST_MINOR),
  fc.bigInt({ min: 0n, max: 20_000n }),
  fc.bigInt({ min: 100_000n, max: 20_000_000n }),
);

/** That many shares that add up to 10000 basis points, each at least 1, and often no more than that. */
export function shares(count: number): Arbitrary<number[]> {
  const borders = fc.uniqueArray(fc.oneof(fc.constantFrom(1, 2, 9_999), fc.integer({ min: 1, max: 9_999 })), {
    minLength: count - 1,
    maxLength: count - 1,
  });
  return borders.map((inside) => between([0, ...inside.sort((a, b) => a - b), 10_000]));
}

/** That many shares that add up to 10000 basis points, some of them nothing. */
export function sharesOrNothing(count: number): Arbitrary<number[]> {
  const borders = fc.array(fc.oneof(fc.constantFrom(0, 1, 10_000), fc.nat(10_000)), {
    minLength: count - 1,
    maxLength: count - 1,
  });
  return borders.map((inside) => between([0, ...inside.sort((a, b) => a - b), 10_000]));
}

const payees = fc
  .uniqueArray(people, { minLength: 1, maxLength: 4 })
  .chain((named) =>
    shares(named.length).map((cut) => named.map((person, index) => ({ person, shareBp: cut[index]! }))),
  );

/** Every kind of fact, with any details; what an AE_FORWARDED or EVENT_RETRACTED names is filled in later. */
export const FACTS: { readonly [T in FactType]: Arbitrary<FactOf<T>> } = {
  FEE_AGREED: facts('FEE_AGREED', { amount: amounts }),
  SPLIT_AGREED: facts('SPLIT_AGREED', { payees }),
  SOW_SIGNED: facts('SOW_SIGNED', { party: fc.constantFrom('CLIENT', 'VENDOR') }),
  DEPOSIT_INVOICED: facts('DEPOSIT_INVOICED', { amount: amounts.map((amount) => amount || 1n) }),
  CLOSED_WON: facts('CLOSED_WON', { missingFields: fc.constantFrom<string[][]>([], [], ['budget']) }),
  AM_ASSIGNED: facts('AM_ASSIGNED', { person: people }),
  PACKAGE_SUBMITTED: facts('PACKAGE_SUBMITTED', { revision: fc.integer({ min: 1, max: 3 }) }),
  CALL_SCHEDULED: facts('CALL_SCHEDULED', {
    startsAt: fc.constant(Date.parse('2026-04-07T13:00:00Z')),
    minutes: fc.constant(60),
    place: texts,
  }),
  CALL_HELD: facts('CALL_HELD', { attendees: fc.subarray([...ROLES]) }),
  INTRO_SENT: facts('INTRO_SENT', {}),
  AM_CONTACTED_CLIENT: facts('AM_CONTACTED_CLIENT', { note: texts }),
  CLIENT_EMAILED_AE: facts('CLIENT_EMAILED_AE', {}),
  AE_FORWARDED: facts('AE_FORWARDED', { forwards: fc.constant('') }),
  KICKOFF_CONFIRMED: facts('KICKOFF_CONFIRMED', { weekOne: fc.constantFrom('2026-05-04', '2027-02-28') }),
  WORKSHOP_DELIVERED: facts('WORKSHOP_DELIVERED', { week: weeks, cohort: fc.constant(1), attended: fc.nat(2) }),
  BOARD_REPORT_DELIVERED: facts('BOARD_REPORT_DELIVERED', { week: weeks }),
  QUALITY_GATE_PASSED: facts('QUALITY_GATE_PASSED', { week: weeks }),
  WALKTHROUGH_HELD: facts('WALKTHROUGH_HELD', { week: weeks }),
  CLIENT_HOLD_STARTED: facts('CLIENT_HOLD_STARTED', { reason: texts }),
  CLIENT_HOLD_ENDED: facts('CLIENT_HOLD_ENDED', { reason: texts }),
  SLA_WAIVED: facts('SLA_WAIVED', { sla: fc.constantFrom(...SLA_CODES), approver: people, reason: texts }),
  COMMITMENT_DISCOVERED: facts('COMMITMENT_DISCOVERED', { reference: texts, declared: fc.boolean() }),
  RISK_MATERIALISED: facts('RISK_MATERIALISED', { reference: texts, declared: fc.boolean() }),
  DEAL_CANCELLED: facts('DEAL_CANCELLED', { reason: texts }),
  EVENT_RETRACTED: facts('EVENT_RETRACTED', { retracts: fc.constant(''), reason: texts }),
};

/** Any fact of any kind, more often one of those that move deadlines and money. */
export const anyFact: Arbitrary<Fact> = fc.oneof(
  ...(Object.values(FACTS) as Arbitrary<Fact>[]),
  ...[FACTS.CLIENT_HOLD_STARTED, FACTS.CLIENT_HOLD_ENDED, FACTS.FEE_AGREED, FACTS.SPLIT_AGREED],
  ...[FACTS.SLA_WAIVED, FACTS.SLA_WAIVED, FACTS.EVENT_RETRACTED],
);

type Details<T extends FactType> = { [K in keyof Omit<FactOf<T>, 'type'>]: Arbitrary<FactOf<T>[K & keyof FactOf<T>]> };

function facts<T extends FactType>(type: T, details: Details<T>): Arbitrary<FactOf<T>> {
  return fc.record(details as Record<string, Arbitrary<unknown>>).map((stated) => ({ ...stated, type }) as FactOf<T>);
}

function between(borders: readonly number[]): number[] {
  return borders.slice(1).map((border, index) => border - borders[index]!);
}
