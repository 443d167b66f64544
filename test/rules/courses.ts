import fc, { type Arbitrary } from 'fast-check';
import type { Fact } from '../../src/rules';
import { amounts, anyFact, FACTS } from './facts';
import { type Draft, drafts, within } from './histories';

const MS_A_DAY = 86_400_000;

/** A step of a deal's course: a fact between two days of it, left out once in so many times. */
type Step = readonly [Fact | Arbitrary<Fact>, from: number, to: number, leftOutOnceIn: number];

const CALL: Fact = { type: 'CALL_HELD', attendees: ['ACCOUNT_MANAGER', 'ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD'] };
const WORKSHOP: Fact = { type: 'WORKSHOP_DELIVERED', week: 2, cohort: 1, attended: 1 };
const ENOUGH: Fact = { type: 'DEPOSIT_INVOICED', amount: 10n ** 18n };

/** Fees of which no part is too small to be seen. */
const fees = fc.bigInt({ min: 100_000n, max: 20_000_000n }).map((amount): Fact => ({ type: 'FEE_AGREED', amount }));

/** What happens on most deals, more or less in time. */
const USUAL: readonly Step[] = [
  [{ type: 'SOW_SIGNED', party: 'CLIENT' }, 0, 4, 14],
  [{ type: 'SOW_SIGNED', party: 'VENDOR' }, 0, 5, 14],
  [{ type: 'CLOSED_WON', missingFields: [] }, 0, 5, 14],
  [{ type: 'AM_ASSIGNED', person: 'am-1' }, 0, 14, 14],
  [{ type: 'PACKAGE_SUBMITTED', revision: 1 }, 0, 20, 14],
  [CALL, 0, 20, 14],
  [{ type: 'INTRO_SENT' }, 0, 24, 14],
  [{ type: 'AM_CONTACTED_CLIENT' }, 0, 26, 14],
  [WORKSHOP, 0, 50, 14],
  [{ type: 'BOARD_REPORT_DELIVERED', week: 12 }, 0, 70, 14],
  [FACTS.SLA_WAIVED, 0, 60, 2],
  [FACTS.CLIENT_HOLD_STARTED, 0, 12, 2],
  [FACTS.CLIENT_HOLD_ENDED, 0, 20, 2],
];

/** A deal on which much comes late: breaches that hold and cut, waivers and fees after money was released. */
const LATE: readonly Step[] = [
  [fees, 0, 1, 20],
  [ENOUGH, 0, 1, 20],
  [{ type: 'SOW_SIGNED', party: 'CLIENT' }, 0, 1, 20],
  [{ type: 'SOW_SIGNED', party: 'VENDOR' }, 0, 1, 20],
  [{ type: 'CLOSED_WON', missingFields: [] }, 0, 1, 20],
  [{ type: 'AM_ASSIGNED', person: 'am-1' }, 0, 12, 10],
  [{ type: 'PACKAGE_SUBMITTED', revision: 1 }, 5, 40, 3],
  [{ type: 'CALL_HELD', attendees: ['ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER'] }, 4, 14, 2],
  [CALL, 5, 40, 3],
  [{ type: 'INTRO_SENT' }, 8, 50, 3],
  [WORKSHOP, 8, 40, 10],
  [{ type: 'BOARD_REPORT_DELIVERED', week: 12 }, 8, 60, 10],
  [{ type: 'SLA_WAIVED', sla: 'SUBMIT_PACKAGE', approver: 'dl-1', reason: '' }, 8, 70, 3],
  [{ type: 'SLA_WAIVED', sla: 'HOLD_CALL', approver: 'dl-1', reason: '' }, 8, 70, 3],
  [{ type: 'SLA_WAIVED', sla: 'SEND_INTRO', approver: 'dl-1', reason: '' }, 8, 70, 3],
  [fees, 20, 80, 3],
];

/** A fee with deposits that reach 40% of it at once, together, or not quite. */
const feeAndDeposits = fc
  .tuple(
    amounts,
    fc.constantFrom([4_000], [3_999, 1], [2_000, 2_000], [10_000], [3_900]),
    fc.tuple(within(5), within(5), within(5)),
  )
  .map(([fee, parts, times]) => {
    const deposited = parts.map((bp) => (fee * BigInt(bp)) / 10_000n + 1n);
    const deposits = deposited.map((amount): Fact => ({ type: 'DEPOSIT_INVOICED', amount }));
    const stated: Fact[] = [{ type: 'FEE_AGREED', amount: fee }, ...deposits];
    return stated.map((fact, index): Draft => ({ fact, after: times[index]!, lateness: 0, prefix: 'f', pick: 0 }));
  });

/** What a history is made from: the course of a deal, and up to ten facts of any kind in between. */
export const courses: Arbitrary<Draft[]> = fc.oneof(
  withOthers(fc.tuple(feeAndDeposits, ...USUAL.map(taken)), 10),
  withOthers(fc.tuple(...LATE.map(taken)), 3),
);

function withOthers(course: Arbitrary<(Draft | Draft[] | null)[]>, most: number): Arbitrary<Draft[]> {
  return fc
    .tuple(course, fc.array(drafts(anyFact, 70), { maxLength: most, size: 'max' }))
    .map(([steps, others]) => [...steps.flatMap((step) => step ?? []), ...others]);
}

function taken([what, from, to, leftOutOnceIn]: Step): Arbitrary<Draft | null> {
  const facts = 'type' in what ? fc.constant(what) : what;
  const later = drafts(facts, to - from).map((draft) => ({ ...draft, after: draft.after + from * MS_A_DAY }));
  return fc.option(later, { freq: leftOutOnceIn });
}
