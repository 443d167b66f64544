import fc from 'fast-check';
import type { CommissionState, Instant } from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { afterCuts, entitlementAt, nominal } from './reference/money';
import { type Ground, groundOf } from './reference/releases';
import { FEWER_RUNS } from './runs';

describe('money is released as the facts say', () => {
  test('each tranche is released at the earliest instant at which nothing holds it', () => {
    const agrees = (deal: Deal) => {
      const { plan, tranches } = groundOf(deal);
      const { commission } = stateOf(deal);
      expect(commission.planVersion).toBe(plan.version);
      const told = commission.tranches.map(({ tranche, releasedAt: r }) => [tranche, r]);
      expect(told).toEqual(tranches.map(({ code, releasedAt: r }) => [code, r]));
    };
    fc.assert(fc.property(deals, agrees), FEWER_RUNS);
  });

  test('released to date is, at every instant, what the facts then give', () => {
    const agrees = (deal: Deal) => {
      const ground = groundOf(deal);
      const { lines, payments } = stateOf(deal).commission;
      const now = ground.history.effectiveAt;
      const instants = [...ground.history.facts.map(({ occurredAt }) => occurredAt), now];
      expect(instants.map((at) => sums(lines, at))).toEqual(instants.map((at) => owed(ground, at)));
      const toDate = payments.map((payment) => ({ ...payment, amount: payment.releasedToDate, effectiveAt: now }));
      expect(sums(toDate, now)).toEqual(owed(ground, now));
    };
    fc.assert(fc.property(deals, agrees), FEWER_RUNS);
  });
});

type Sum = Pick<CommissionState['lines'][number], 'tranche' | 'payee' | 'amount' | 'effectiveAt'>;

/** What the lines effective by an instant add up to, by tranche and payee. */
function sums(lines: readonly Sum[], at: Instant): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const { tranche, payee, amount, effectiveAt } of lines)
    if (effectiveAt <= at) found.set(`${tranche} ${payee}`, (found.get(`${tranche} ${payee}`) ?? 0n) + amount);
  return new Map([...found].filter(([, sum]) => sum !== 0n));
}

/** What has to be released by an instant, by tranche and payee: fee and cuts of then, the split of the release. */
function owed({ history, plan, clocks: judged, tranches }: Ground, at: Instant): Map<string, bigint> {
  if (history.isCancelled && plan.onCancel === 'CLAW_BACK' && at >= history.effectiveAt) return new Map();
  const entitlement = entitlementAt(history, plan, at);
  const parts = tranches.flatMap(({ code, releasedAt: r, payees }, tranche) => {
    if (r === null || r > at) return [];
    return payees.map(({ person }, who) => {
      const part = nominal(entitlement, { payees, who, tranche }, plan);
      return [`${code} ${person}`, afterCuts(part, r, at, plan, judged)] as const;
    });
  });
  return new Map(parts.filter(([, part]) => part !== 0n));
}
