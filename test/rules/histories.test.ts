import fc from 'fast-check';
import {
  checkFact,
  checkHistory,
  checkPlan,
  type DealState,
  FAULT_CODES,
  SLA_CODES,
  SLA_STATUSES,
} from '../../src/rules';
import { type Deal, deals, plans, stateOf } from './deals';
import { FACTS } from './facts';
import { RUNS } from './runs';

describe('the histories that properties are tried on', () => {
  test('are such that nothing is refused', () => {
    const accepted = ({ events, terms }: Deal) => {
      checkHistory(events);
      for (const { fact } of events) checkFact(fact, 'fact');
      for (const plan of terms.plans) checkPlan(plan);
    };
    fc.assert(fc.property(deals, accepted), RUNS);
    fc.assert(fc.property(plans, checkPlan), RUNS);
  });

  test('reach every status, kind of line, fault and kind of fact', () => {
    const sampled = fc.sample(deals, { numRuns: 3_000, seed: 1 });
    const reached = new Set(sampled.flatMap((deal) => marks(deal, stateOf(deal))));
    expect(wanted().filter((mark) => !reached.has(mark))).toEqual([]);
  });
});

function marks({ events }: Deal, { handoff, commission, history }: DealState): string[] {
  const feesAt = history.all('FEE_AGREED').map(({ occurredAt }) => occurredAt);
  const isHeldThenReleased = commission.tranches.some(
    ({ tranche, milestone, releasedAt }) =>
      tranche !== 'SOW_SIGNED' && releasedAt !== null && releasedAt > Math.max(milestone.at!, handoff.triggeredAt!),
  );
  return [
    ...events.map(({ fact }) => fact.type),
    ...handoff.slas.map(({ sla, status }) => `${sla} ${status}`),
    ...handoff.slas.flatMap(({ sla, countsAgainstAeFrom }) => (countsAgainstAeFrom === null ? [] : `${sla} counts`)),
    ...handoff.slas.map(({ sla, accountable }) => `${sla} ${accountable}`),
    ...handoff.faults.map(({ code }) => code),
    ...commission.payments.map(({ tranche, status }) => `${tranche} ${status}`),
    ...commission.lines.map(({ kind, amount }) => `${kind} ${amount < 0n ? 'down' : 'up'}`),
    isHeldThenReleased ? 'held, then released' : '',
    commission.lines.some(({ kind, effectiveAt }) => kind === 'TRUE_UP' && !feesAt.includes(effectiveAt))
      ? 'cut, then waived'
      : '',
  ];
}

function wanted(): string[] {
  const statuses = SLA_CODES.flatMap((sla) => SLA_STATUSES.map((status) => `${sla} ${status}`));
  const payments = ['WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT'].flatMap((tranche) =>
    ['NOT_EARNED', 'HELD', 'RELEASED', 'FORFEITED', 'CLAWED_BACK'].map((status) => `${tranche} ${status}`),
  );
  const counts = ['SUBMIT_PACKAGE counts', 'HOLD_CALL counts', 'SEND_INTRO counts', 'HOLD_CALL DELIVERY_LEAD'];
  const lines = [
    'TRANCHE up',
    'TRUE_UP up',
    'TRUE_UP down',
    'CLAWBACK down',
    'held, then released',
    'cut, then waived',
  ];
  return [...Object.keys(FACTS), ...statuses, ...counts, ...FAULT_CODES, ...payments, ...lines];
}
