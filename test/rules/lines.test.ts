import fc from 'fast-check';
import { type DealState, derivation } from '../../src/rules';
import { type Deal, deals, stateOf } from './deals';
import { RUNS } from './runs';

describe('released money', () => {
  test('has its milestone and the trigger, and was not released before either', () => {
    const agrees = (deal: Deal) => {
      const { commission, handoff, history } = stateOf(deal);
      for (const { tranche, releasedAt, milestone } of commission.tranches) {
        if (releasedAt === null) continue;
        expect(milestone.at).not.toBeNull();
        expect(milestone.evidence.length).toBe(tranche === 'SOW_SIGNED' ? 2 : 1);
        for (const event of milestone.evidence) expect(history.events).toContain(event);
        const earliest =
          tranche === 'SOW_SIGNED' ? milestone.at! : Math.max(milestone.at!, handoff.triggeredAt ?? Number.NaN);
        expect(releasedAt).toBeGreaterThanOrEqual(earliest);
        expect(releasedAt).toBeLessThanOrEqual(history.effectiveAt);
      }
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });

  test('has lines that add up to it; what is not earned, held or forfeited has none', () => {
    const agrees = (deal: Deal) => {
      const { payments, lines } = stateOf(deal).commission;
      for (const { tranche, payee, status, releasedAt, releasedToDate } of payments) {
        const own = lines.filter((line) => line.tranche === tranche && line.payee === payee);
        expect(own.reduce((sum, { amount }) => sum + amount, 0n)).toBe(releasedToDate);
        expect(releasedAt === null).toBe(['NOT_EARNED', 'HELD', 'FORFEITED'].includes(status));
        if (releasedAt === null) expect(own).toEqual([]);
        if (status === 'CLAWED_BACK') expect(releasedToDate).toBe(0n);
      }
      expect(
        lines.every(({ tranche, payee }) => payments.some((p) => p.tranche === tranche && p.payee === payee)),
      ).toBe(true);
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });

  test('goes down only in a true-up or a claw-back, never by nothing, and each line lies where a fact moved it', () => {
    const agrees = (deal: Deal) => {
      const { commission, history, plan } = stateOf(deal);
      for (const { kind, amount, effectiveAt, tranche } of commission.lines) {
        const r = commission.tranches.find((state) => state.tranche === tranche)!.releasedAt!;
        expect(amount).not.toBe(0n);
        if (kind === 'TRANCHE') expect([effectiveAt, amount > 0n]).toEqual([r, true]);
        if (kind === 'CLAWBACK')
          expect([effectiveAt, amount < 0n, plan.onCancel]).toEqual([
            history.cancellation?.occurredAt,
            true,
            'CLAW_BACK',
          ]);
        if (kind === 'TRUE_UP') expect(effectiveAt).toBeGreaterThan(r);
        if (kind === 'TRUE_UP') expect(movers({ history }, effectiveAt)).not.toEqual([]);
      }
      const instants = commission.lines.map(({ effectiveAt }) => effectiveAt);
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });
});

describe('a payment’s derivation', () => {
  test('names only facts in force, and its lines add up to what was released', () => {
    const agrees = (deal: Deal) => {
      const state = stateOf(deal);
      const about = { accountExecutive: 'ae-1', currency: 'GBP', zone: deal.terms.calendar.zone.name };
      const ids = new Set(state.history.events.map(({ id }) => id));
      for (const payment of state.commission.payments) {
        const steps = derivation(state, payment, about);
        const released = steps.flatMap(({ rule, amount }) => (rule.includes('line') ? amount! : []));
        expect(released.reduce((sum, amount) => sum + amount, 0n)).toBe(payment.releasedToDate);
        expect(steps.flatMap(({ events }) => events.filter((id) => !ids.has(id)))).toEqual([]);
      }
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });
});

/** The facts that can move money which is released: another fee, or a waiver. */
function movers({ history }: Pick<DealState, 'history'>, at: number) {
  return history.events.filter(
    ({ occurredAt, fact }) => occurredAt === at && ['FEE_AGREED', 'SLA_WAIVED'].includes(fact.type),
  );
}
