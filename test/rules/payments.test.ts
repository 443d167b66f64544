import fc from 'fast-check';
import type { Instant } from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { latest } from './reference/history';
import { entitlementAt, holding, nominal, remediedAt } from './reference/money';
import { type Ground, groundOf } from './reference/releases';
import { FEWER_RUNS } from './runs';

describe('a payment', () => {
  test('tells its nominal amount, when it was earned and released, its status and what holds it', () => {
    const agrees = (deal: Deal) => {
      const told = stateOf(deal).commission.payments.map(({ heldBy, waitingFor, releasedToDate, ...payment }) => ({
        ...payment,
        heldBy: heldBy.map(({ sla }) => sla),
      }));
      expect(told).toEqual(expectedPayments(groundOf(deal)));
    };
    fc.assert(fc.property(deals, agrees), FEWER_RUNS);
  });

  test('stands on the fee and the entitlement of the question', () => {
    const agrees = (deal: Deal) => {
      const { history, plan } = groundOf(deal);
      const { fee, entitlement } = stateOf(deal).commission;
      expect(fee).toBe(latest(history, 'FEE_AGREED', history.effectiveAt)?.amount ?? null);
      expect(entitlement).toBe(entitlementAt(history, plan, history.effectiveAt));
    };
    fc.assert(fc.property(deals, agrees), FEWER_RUNS);
  });
});

function expectedPayments(ground: Ground) {
  const { history, plan } = ground;
  const entitlement = entitlementAt(history, plan, history.effectiveAt);
  return ground.tranches.flatMap(({ code, earnedAt, releasedAt: r, payees }, tranche) => {
    const status = statusOf(earnedAt, r, ground);
    const common = { tranche: code, status, earnedAt, releasedAt: r, heldBy: status === 'HELD' ? heldBy(ground) : [] };
    return payees
      .map(({ person }, who) => ({
        ...common,
        payee: person,
        amount: nominal(entitlement, { payees, who, tranche }, plan),
      }))
      .sort((a, b) => (a.payee < b.payee ? -1 : 1));
  });
}

function heldBy({ plan, clocks: judged, triggeredAt: t }: Ground): string[] {
  if (t === null) return [];
  const lasting = holding(plan, judged).filter((clock) => remediedAt(clock) === Number.POSITIVE_INFINITY);
  return lasting.map(({ sla }) => sla);
}

function statusOf(earnedAt: Instant | null, r: Instant | null, { history, plan }: Ground): string {
  if (history.isCancelled && r === null) return 'FORFEITED';
  if (earnedAt === null) return 'NOT_EARNED';
  if (r === null) return 'HELD';
  return history.isCancelled && plan.onCancel === 'CLAW_BACK' ? 'CLAWED_BACK' : 'RELEASED';
}
