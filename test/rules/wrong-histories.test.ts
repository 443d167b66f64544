import fc from 'fast-check';
import { checkHistory, type DealEvent, type Fact } from '../../src/rules';
import { deals } from './deals';
import { RUNS } from './runs';

/** A right history with a place in it, and one of its facts that is no retraction. */
const places = fc.tuple(deals, fc.nat(99), fc.nat(99)).map(([{ events }, where, which]) => {
  const facts = events.filter(({ fact }) => fact.type !== 'EVENT_RETRACTED');
  return { events, index: where % (events.length + 1), target: facts[which % facts.length]! };
});

type Place = (typeof places extends fc.Arbitrary<infer T> ? T : never) & { events: DealEvent[] };

describe('a history is refused at the event that is wrong, wherever it stands', () => {
  test('two events with one id', () => {
    isRefused(
      ({ target }) => target,
      'id',
      ({ events, index, target }) => Math.max(index, positionOf(events, index, target)),
    );
  });

  test('known before it happened', () => {
    isRefused(({ target }) => ({ ...target, id: 'new', recordedAt: target.occurredAt - 1 }), 'recordedAt');
  });

  test('retracting what is not there', () => {
    isRefused(({ target }) => stated(target, retraction('nobody')), 'fact.eventRetracted.retracts');
  });

  test('retracting itself', () => {
    isRefused(({ target }) => stated(target, retraction('new')), 'fact.eventRetracted.retracts');
  });

  test('retracting what was recorded only later', () => {
    const early = ({ target }: Place) => ({ ...stated(target, retraction(target.id)), ...at(target.recordedAt - 1) });
    isRefused(early, 'fact.eventRetracted.retracts');
  });

  test('forwarding what is no email of the client', () => {
    isRefused(
      ({ target }) => stated(target, { type: 'AE_FORWARDED', forwards: 'nobody' }),
      'fact.aeForwarded.forwards',
    );
    const other = ({ target }: Place) => stated(target, { type: 'AE_FORWARDED', forwards: 'new' });
    isRefused(other, 'fact.aeForwarded.forwards');
  });

  test('retracting a retraction', () => {
    const refused = ({ events, target }: Place) => {
      const first = { ...stated(target, retraction(target.id)), id: 'first' };
      const second = stated(first, retraction('first'));
      expect(() => checkHistory([second, ...events, first])).toThrow(
        refusalAt('events.0.fact.eventRetracted.retracts'),
      );
    };
    fc.assert(fc.property(places, refused), RUNS);
  });

  test('forwarding an email before it came; at its own instant the order of recording decides', () => {
    const email = { id: 'email', ...at(5), fact: { type: 'CLIENT_EMAILED_AE' } } as const;
    const forward = (occurredAt: number, recordedAt: number, id: string): DealEvent => {
      return { id, occurredAt, recordedAt, fact: { type: 'AE_FORWARDED', forwards: 'email' } };
    };
    const path = 'events.0.fact.aeForwarded.forwards';
    for (const early of [forward(4, 9, 'z'), forward(5, 5, 'a'), forward(5, 5, 'B')])
      expect(() => checkHistory([early, email])).toThrow(refusalAt(path));
    for (const late of [forward(6, 6, 'a'), forward(5, 6, 'a'), forward(5, 5, 'z')])
      expect(() => checkHistory([late, email])).not.toThrow();
  });
});

/** Puts a wrong event in at the place, and expects to be told its index and field. */
function isRefused(wrong: (place: Place) => DealEvent, field: string, indexOf = ({ index }: Place) => index): void {
  const refused = (place: Place) => {
    const events = place.events.toSpliced(place.index, 0, wrong(place));
    expect(() => checkHistory(events)).toThrow(refusalAt(`events.${indexOf(place)}.${field}`));
  };
  fc.assert(fc.property(places, refused), RUNS);
}

function positionOf(events: readonly DealEvent[], index: number, target: DealEvent): number {
  const position = events.indexOf(target);
  return position >= index ? position + 1 : position;
}

function stated(like: DealEvent, fact: Fact): DealEvent {
  return { ...like, id: 'new', fact };
}

function at(instant: number) {
  return { occurredAt: instant, recordedAt: instant };
}

function retraction(retracts: string): Fact {
  return { type: 'EVENT_RETRACTED', retracts, reason: '' };
}

function refusalAt(path: string) {
  return expect.objectContaining({ name: 'RuleError', path });
}
