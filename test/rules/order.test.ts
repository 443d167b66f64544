import fc from 'fast-check';
import { checkHistory, type DealEvent } from '../../src/rules';
import { type Deal, deals, inFull, stateOf } from './deals';
import { RUNS } from './runs';

/** A deal, and its events in any other order. */
const shuffled = deals.chain((deal) =>
  fc.tuple(fc.constant(deal), fc.shuffledSubarray(deal.events, { minLength: deal.events.length })),
);

describe('the order in which events are given', () => {
  test('never changes the state', () => {
    const isSame = ([deal, events]: [Deal, DealEvent[]]) =>
      expect(inFull(stateOf(deal, { events }))).toBe(inFull(stateOf(deal)));
    fc.assert(fc.property(shuffled, isSame), RUNS);
  });

  test('never makes a history wrong', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => checkHistory(events)),
      RUNS,
    );
  });

  test('stays as it was: what is given is never changed', () => {
    const isFrozen = (deal: Deal) => {
      const before = JSON.stringify(deal.events, bigints);
      stateOf({ ...deal, events: frozen(deal.events), terms: { ...deal.terms, plans: frozen(deal.terms.plans) } });
      expect(JSON.stringify(deal.events, bigints)).toBe(before);
    };
    fc.assert(fc.property(deals, isFrozen), RUNS);
  });
});

function frozen<T>(given: T): T {
  if (typeof given === 'object' && given !== null) for (const part of Object.values(Object.freeze(given))) frozen(part);
  return given;
}

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
