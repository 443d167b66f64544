import fc from 'fast-check';
import { checkHistory, type DealEvent } from '../../src/rules';
import { type Deal, deals, inFull, stateOf } from './deals';
import { within } from './histories';
import { RUNS } from './runs';

const MS_A_DAY = 86_400_000;

/** A deal, one of its facts, and the retraction of that fact: it may happen before E or after, and after cancelling. */
const retracted = fc
  .tuple(deals, fc.nat(99), within(130), fc.constantFrom(0, 1, MS_A_DAY))
  .map(([deal, pick, after, lateness]) => {
    const facts = deal.events.filter(({ fact }) => fact.type !== 'EVENT_RETRACTED');
    const target = facts[pick % facts.length]!;
    return { deal, target, retraction: retractionOf(target, deal.start + after, lateness) };
  });

interface Case {
  deal: Deal;
  target: DealEvent;
  retraction: DealEvent;
}

describe('a retracted fact', () => {
  test('equals one that was never recorded', () => {
    const isForgotten = ({ deal, target, retraction }: Case) => {
      const withdrawn = [...deal.events, retraction];
      checkHistory(withdrawn);
      const never = deal.events.filter(
        ({ id, fact }) => id !== target.id && !(fact.type === 'EVENT_RETRACTED' && fact.retracts === target.id),
      );
      for (const knownAt of [null, retraction.recordedAt, retraction.recordedAt + MS_A_DAY])
        expect(inFull(stateOf(deal, { events: withdrawn, knownAt }))).toBe(
          inFull(stateOf(deal, { events: never, knownAt })),
        );
    };
    fc.assert(fc.property(retracted, isForgotten), RUNS);
  });

  test('is present as long as the retraction is not known', () => {
    const isPresent = ({ deal, retraction }: Case) => {
      const events = [...deal.events, retraction];
      const knownAt = retraction.recordedAt - 1;
      expect(inFull(stateOf(deal, { events, knownAt }))).toBe(inFull(stateOf(deal, { knownAt })));
    };
    fc.assert(fc.property(retracted, isPresent), RUNS);
  });

  test('can be recorded again, and counts again', () => {
    const countsAgain = ({ deal, target, retraction }: Case) => {
      const again = { ...target, id: `${target.id}+`, recordedAt: Math.max(target.recordedAt, retraction.recordedAt) };
      const never = deal.events.filter(({ id }) => id !== target.id);
      const events = [...never, target, retraction, again];
      const inForce = (given: DealEvent[]) => inFull(stateOf(deal, { events: given, knownAt: null }));
      expect(inForce(events)).toBe(inForce([...never, again]));
    };
    fc.assert(fc.property(retracted, countsAgain), RUNS);
  });
});

function retractionOf(target: DealEvent, at: number, lateness: number): DealEvent {
  const recordedAt = Math.max(at, target.recordedAt) + lateness;
  const fact = { type: 'EVENT_RETRACTED', retracts: target.id, reason: 'it was not so' } as const;
  return { id: 'retraction', occurredAt: at, recordedAt, fact };
}
