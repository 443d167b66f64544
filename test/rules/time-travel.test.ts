import fc from 'fast-check';
import type { CommissionLine, DealEvent, Instant } from '../../src/rules';
import { type Deal, deals, inFull, stateOf } from './deals';
import { anyFact } from './facts';
import { drafts, historyOf } from './histories';
import { FEWER_RUNS, RUNS } from './runs';

const MS_A_DAY = 86_400_000;

/** A deal, and one more fact of it that may lie anywhere. */
const later = fc.tuple(
  deals,
  drafts(
    anyFact.filter(({ type }) => type !== 'EVENT_RETRACTED' && type !== 'AE_FORWARDED'),
    90,
  ),
);

describe('the past', () => {
  test('has exactly the lines effective until then', () => {
    const isCutOff = (deal: Deal) => {
      const last = deal.start + 90 * MS_A_DAY;
      const lines = linesOf(deal, last);
      const moments = momentsOf(deal).filter((at) => at <= last);
      const cutOff = moments.map((at) => lines.filter(({ effectiveAt }) => effectiveAt <= at));
      expect(moments.map((at) => linesOf(deal, at))).toEqual(cutOff);
    };
    fc.assert(fc.property(deals, isCutOff), FEWER_RUNS);
  });

  test('is not changed by a fact of later: lines effective before it stay', () => {
    const stays = ([deal, draft]: [Deal, Parameters<typeof historyOf>[0][number]]) => {
      const added = historyOf([{ ...draft, prefix: 'added' }], deal.start)[0]!;
      const isBefore = ({ effectiveAt }: CommissionLine) => effectiveAt < added.occurredAt;
      const before = stateOf(deal).commission.lines.filter(isBefore);
      expect(stateOf(deal, { events: [...deal.events, added] }).commission.lines.filter(isBefore)).toEqual(before);
    };
    fc.assert(fc.property(later, stays), RUNS);
  });

  test('is what was known then: what was recorded later does not exist', () => {
    const isUnknown = (deal: Deal) => {
      const knownAt = deal.asOf.knownAt ?? deal.asOf.effectiveAt;
      const events = deal.events.filter(({ recordedAt }) => recordedAt <= knownAt);
      expect(inFull(stateOf(deal, { knownAt }))).toBe(inFull(stateOf(deal, { events, knownAt: null })));
    };
    fc.assert(fc.property(deals, isUnknown), RUNS);
  });

  test('knows nothing of what happened later, but for retractions', () => {
    const isUnaware = (deal: Deal) => {
      const { effectiveAt } = deal.asOf;
      const events = deal.events.filter(
        ({ occurredAt, fact }) => occurredAt <= effectiveAt || fact.type === 'EVENT_RETRACTED',
      );
      expect(inFull(stateOf(deal))).toBe(inFull(stateOf(deal, { events })));
    };
    fc.assert(fc.property(deals, isUnaware), RUNS);
  });
});

describe('after cancelling', () => {
  test('nothing more counts, and nothing more happens', () => {
    const isOver = ([deal, draft]: [Deal, Parameters<typeof historyOf>[0][number]]) => {
      const cancelled = { ...deal, events: [...deal.events, cancellationOf(deal)] };
      const { history } = stateOf(cancelled, { knownAt: null });
      const after = { ...draft, after: draft.after + history.effectiveAt - deal.start + 1, prefix: 'added' };
      const events = [...cancelled.events, ...historyOf([after], deal.start)];
      for (const effectiveAt of [history.effectiveAt, deal.asOf.effectiveAt, deal.asOf.effectiveAt + 300 * MS_A_DAY])
        if (effectiveAt >= history.effectiveAt)
          expect(inFull(stateOf(deal, { events, effectiveAt, knownAt: null }))).toBe(
            inFull(stateOf(cancelled, { effectiveAt: history.effectiveAt, knownAt: null })),
          );
    };
    fc.assert(fc.property(later, isOver), RUNS);
  });
});

function cancellationOf({ asOf: { effectiveAt } }: Deal): DealEvent {
  const fact = { type: 'DEAL_CANCELLED', reason: 'they went elsewhere' } as const;
  return { id: 'cancelled', occurredAt: effectiveAt, recordedAt: effectiveAt, fact };
}

function linesOf(deal: Deal, effectiveAt: Instant): CommissionLine[] {
  return stateOf(deal, { effectiveAt }).commission.lines;
}

/** Every instant at which something happened, and the last millisecond before it. */
function momentsOf({ events }: Deal): Instant[] {
  return [...new Set(events.flatMap(({ occurredAt }) => [occurredAt - 1, occurredAt]))];
}
