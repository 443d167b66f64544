import { CAST, keysOf } from '../../src/demonstration/cast';
import { CLIENTS } from '../../src/demonstration/clients';
import { type Instant, Zone } from '../../src/rules';
import { CALENDARS } from '../rules/scenarios';
import { storiesOn } from './judging';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const MS_A_DAY = 86_400_000;

describe('the stories of the demonstration', () => {
  const stories = storiesOn(TODAY);

  test('are the same for the same day', () => {
    expect(storiesOn(TODAY)).toEqual(stories);
  });

  test('never change when the day does: a later day only adds to them', () => {
    for (const days of [0.3, 1, 40, 300]) {
      const earlier = storiesOn(TODAY - days * MS_A_DAY);
      expect(earlier.length).toBeLessThanOrEqual(stories.length);
      earlier.forEach(({ deal, facts }, index) => {
        expect(deal).toEqual(stories[index]!.deal);
        expect(facts).toEqual(stories[index]!.facts.slice(0, facts.length));
      });
    }
  });

  test('are three hundred from January 2025 on, of sixty clients and a whole sales team', () => {
    expect(stories.length).toBeGreaterThanOrEqual(300);
    expect(new Date(stories[0]!.deal.openedAt).toISOString()).toContain('2025-01-02');
    expect(stories.at(-1)!.deal.openedAt).toBeGreaterThan(TODAY - 7 * MS_A_DAY);
    expect(CLIENTS).toHaveLength(60);
    expect(new Set(CLIENTS.map(({ name }) => name)).size).toBe(60);
    expect(new Set(stories.map(({ deal }) => deal.clientName)).size).toBeGreaterThan(55);
    expect(new Set(stories.map(({ deal }) => deal.accountExecutive))).toEqual(new Set(keysOf('ACCOUNT_EXECUTIVE')));
    expect(new Set(stories.map(({ deal }) => deal.calendar))).toEqual(new Set(CALENDARS.keys()));
    expect(new Set(stories.map(({ deal }) => deal.currency))).toEqual(new Set(['GBP', 'EUR', 'USD']));
  });

  test('have a cast of twelve AEs, five delivery leads, eight account managers, and those who keep the books', () => {
    const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
    const everybody = [numbered('ae', 12), numbered('dl', 5), numbered('am', 8), ['fin-1', 'fin-2', 'an-1', 'ad-1']];
    expect(CAST.map(({ key }) => key)).toEqual(everybody.flat());
    expect(new Set(CAST.map(({ email }) => email)).size).toBe(CAST.length);
    for (const { email } of CAST) expect(email).toMatch(/^[a-z]+\.[a-z]+@kestrelrow\.example$/);
  });

  test('happen in working hours on working days, and are learned afterwards, in that order', () => {
    for (const { deal, facts } of stories) {
      const instants = facts.flatMap(({ occurredAt, learnedAt }) => [occurredAt, learnedAt]);
      expect([deal.openedAt, ...instants].filter((instant) => !isDaytime(instant))).toEqual([]);
      expect(facts.filter(({ occurredAt }) => !isWorkingDay(deal.calendar, occurredAt))).toEqual([]);
      for (const { occurredAt, learnedAt } of facts) expect(learnedAt).toBeGreaterThan(occurredAt);
      const learned = facts.map(({ learnedAt }) => learnedAt);
      expect(learned).toEqual([...learned].sort((a, b) => a - b));
    }
  });

  test('are about fees of 12,000 to 180,000', () => {
    const fees = stories.flatMap(({ facts }) =>
      facts.flatMap(({ fact }) => (fact.feeAgreed ? [fact.feeAgreed.amount] : [])).slice(0, 1),
    );
    expect(fees.length).toBeGreaterThan(280);
    expect(fees.filter((fee) => Number(fee) < 12_000 || Number(fee) > 180_000)).toEqual([]);
    expect(fees.filter((fee) => Number(fee) > 100_000).length).toBeGreaterThan(20);
  });

  test('are learned days late now and then', () => {
    const late = stories.flatMap(({ facts }) =>
      facts.filter(({ occurredAt, learnedAt }) => learnedAt - occurredAt > MS_A_DAY),
    );
    const veryLate = late.filter(({ occurredAt, learnedAt }) => learnedAt - occurredAt > 14 * MS_A_DAY);
    expect(late.length).toBeGreaterThan(100);
    expect(veryLate.length).toBeGreaterThan(3);
  });
});

const LONDON = Zone.named('Europe/London');

/** Between nine and nine: what is done by half past five may be written down in the evening. */
function isDaytime(instant: Instant): boolean {
  const hours = (instant - LONDON.startOf(LONDON.dayOf(instant))) / 3_600_000;
  return hours >= 9 && hours < 21;
}

function isWorkingDay(calendar: string, instant: Instant): boolean {
  return CALENDARS.get(calendar)!.isWorkingDay(LONDON.dayOf(instant));
}
