import fc from 'fast-check';
import { DAYS_OFF } from './calendars';
import { type Deal, deals, stateOf } from './deals';
import { clocks } from './reference/clocks';
import { counted, firstAt, latest } from './reference/history';
import { localDate, plusDays } from './reference/time';
import { callAt, conditions, triggeredAt } from './reference/trigger';
import { FEWER_RUNS, RUNS } from './runs';

const A_YEAR_MS = 365 * 86_400_000;

describe('a handoff is as its definition says, step by step', () => {
  test('the trigger comes when the last of its conditions holds', () => {
    const agrees = (deal: Deal) => {
      const history = counted(deal.events, deal.asOf);
      const { handoff } = stateOf(deal);
      expect(Object.values(handoff.trigger.conditions)).toEqual(conditions(history));
      expect(handoff.triggeredAt).toBe(triggeredAt(history));
      expect(handoff.unmetConditions.length === 0).toBe(handoff.triggeredAt !== null);
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });

  test('all five clocks start, fall due, are met, waived, breached and blamed', () => {
    fc.assert(fc.property(deals, clocksAgree), RUNS);
  });

  test('a clock breaches, and counts, a millisecond after its deadline and not at it', () => {
    const agreeAtEveryDeadline = (deal: Deal) => {
      const { slas } = stateOf(deal, { effectiveAt: deal.start + A_YEAR_MS }).handoff;
      const deadlines = new Set(
        slas.flatMap(({ dueAt, countsAgainstAeFrom }) => [dueAt ?? [], countsAgainstAeFrom ?? []].flat()),
      );
      for (const at of deadlines)
        for (const effectiveAt of [at, at + 1]) clocksAgree({ ...deal, asOf: { ...deal.asOf, effectiveAt } });
    };
    fc.assert(fc.property(deals, agreeAtEveryDeadline), FEWER_RUNS);
  });

  test('owner, point of contact and Week 1', () => {
    const agrees = (deal: Deal) => {
      const history = counted(deal.events, deal.asOf);
      const { owner, pointOfContact, weekOne } = stateOf(deal).handoff;
      const at = triggeredAt(history);
      const isAssigned = firstAt(history, 'AM_ASSIGNED') !== null;
      expect(owner).toBe(at === null ? 'ACCOUNT_EXECUTIVE' : isAssigned ? 'ACCOUNT_MANAGER' : 'DELIVERY_LEAD');
      expect(pointOfContact).toBe(callAt(history) === null ? 'ACCOUNT_EXECUTIVE' : 'ACCOUNT_MANAGER');
      const planned = at === null ? null : plusDays(localDate(at, deal.terms.calendar.zone.name), 28);
      expect(weekOne).toBe(latest(history, 'KICKOFF_CONFIRMED', history.effectiveAt)?.weekOne ?? planned);
    };
    fc.assert(fc.property(deals, agrees), RUNS);
  });
});

function clocksAgree(deal: Deal): void {
  const off = DAYS_OFF.get(deal.terms.calendar.code)!;
  expect(stateOf(deal).handoff.slas).toEqual(clocks(counted(deal.events, deal.asOf), deal.terms, off));
}
