import fc from 'fast-check';
import type { DealEvent, Minor } from '../../src/rules';
import { cut, share } from '../../src/rules/money';
import { type Deal, deals, stateOf } from './deals';
import { amounts, FACTS, shares, sharesOrNothing } from './facts';
import { partAt } from './reference/rounding';
import { RUNS } from './runs';

const anyShares = fc.oneof(...[1, 2, 3, 4, 7, 30].flatMap((count) => [shares(count), sharesOrNothing(count)]));
const totals = fc.oneof(amounts, fc.bigInt({ min: 0n, max: 10n ** 36n }));

/** A deal with one split from its very start. */
const withOneSplit = fc.tuple(deals, FACTS.SPLIT_AGREED).map(([deal, fact]) => {
  const at = deal.start - 1;
  const split: DealEvent = { id: 'split', occurredAt: at, recordedAt: at, fact };
  const events = [split, ...deal.events.filter((event) => event.fact.type !== 'SPLIT_AGREED')];
  return { deal: { ...deal, events, asOf: { ...deal.asOf, knownAt: null } }, payees: fact.payees };
});

describe('parts', () => {
  test('always add up to the whole, and none is less than nothing', () => {
    const addUp = (total: Minor, sharesBp: number[]) => {
      const parts = cut(total, sharesBp);
      expect(sum(parts)).toBe(total);
      expect(parts.filter((part) => part < 0n)).toEqual([]);
    };
    fc.assert(fc.property(totals, anyShares, addUp), RUNS);
  });

  test('are differences of exact running sums, each rounded half up', () => {
    const isExact = (total: Minor, sharesBp: number[]) =>
      expect(cut(total, sharesBp)).toEqual(sharesBp.map((_, index) => partAt(total, sharesBp, index)));
    fc.assert(fc.property(totals, anyShares, isExact), RUNS);
  });

  test('are rounded to the nearest minor unit, and upwards at exactly half', () => {
    const isNearest = (total: Minor, bp: number) => {
      const twiceTheError = 2n * (share(total, bp) * 10_000n - total * BigInt(bp));
      expect(twiceTheError > -10_000n && twiceTheError <= 10_000n).toBe(true);
    };
    fc.assert(fc.property(totals, fc.nat(10_000), isNearest), RUNS);
  });

  test('of the same split: all payments add up to the entitlement, and a payee’s to the payee’s part of it', () => {
    const addUp = ({ deal, payees }: { deal: Deal; payees: { person: string; shareBp: number }[] }) => {
      const { payments, entitlement } = stateOf(deal).commission;
      const byPayee = payees.map(({ person }) =>
        sum(payments.flatMap(({ payee, amount }) => (payee === person ? amount : []))),
      );
      const sharesBp = payees.map(({ shareBp }) => shareBp);
      expect(byPayee).toEqual(payees.map((_, index) => partAt(entitlement, sharesBp, index)));
      expect(sum(payments.map(({ amount }) => amount))).toBe(entitlement);
    };
    fc.assert(fc.property(withOneSplit, addUp), RUNS);
  });

  test('of what is released are never less than nothing and never more than the payment', () => {
    const isBounded = (deal: Deal) => {
      const wrong = stateOf(deal).commission.payments.filter(
        ({ amount, releasedToDate }) => amount < 0n || releasedToDate < 0n || releasedToDate > amount,
      );
      expect(wrong).toEqual([]);
    };
    fc.assert(fc.property(deals, isBounded), RUNS);
  });
});

function sum(parts: readonly Minor[]): Minor {
  return parts.reduce((total, part) => total + part, 0n);
}
