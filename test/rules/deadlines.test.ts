import fc, { type Arbitrary } from 'fast-check';
import {
  type Calendar,
  type DealEvent,
  dealState,
  type Fact,
  type Instant,
  STANDARD_PLAN,
  STANDARD_POLICY,
} from '../../src/rules';
import { calendars, DAYS_OFF } from './calendars';
import { starts, within } from './histories';
import { hours, lastOf, type Pause, plusDays, workingDays } from './reference/time';
import { RUNS } from './runs';
import { CALENDARS } from './scenarios';

const LONDON = 'Europe/London';
const MS_A_MINUTE = 60_000;
const AT_ONCE: Fact[] = [
  { type: 'FEE_AGREED', amount: 0n },
  { type: 'DEPOSIT_INVOICED', amount: 1n },
  { type: 'SOW_SIGNED', party: 'CLIENT' },
  { type: 'SOW_SIGNED', party: 'VENDOR' },
  { type: 'CLOSED_WON', missingFields: [] },
  { type: 'INTRO_SENT' },
];

/** A clock that starts at an instant, with pauses before, around and after it. */
interface Clock {
  from: Instant;
  pauses: Pause[];
}

const clocks = clocksOf(fc.nat(86_400_000));
const clocksOfMinutes = clocksOf(fc.nat(1_440).map((minutes) => minutes * MS_A_MINUTE));

describe('a deadline', () => {
  test('of working days is that of counting them one by one', () => {
    const agrees = ({ from, pauses }: Clock, count: number, calendar: Calendar) => {
      const expected = workingDays(from, count, pauses, calendar, DAYS_OFF.get(calendar.code)!);
      expect(workingDayClock({ from, pauses }, count, calendar)).toBe(expected);
    };
    fc.assert(fc.property(clocks, fc.nat(12), calendars, agrees), RUNS);
  });

  test.each([...CALENDARS.keys()])('of working days around every bank holiday of %s', (code) => {
    const off = DAYS_OFF.get(code)!;
    const days = [...off].filter((date) => date > '2019-01-10' && date < '2030-12-20');
    const evenings = days.map((date) => lastOf(plusDays(date, -2), LONDON));
    const asked = evenings.flatMap((at) =>
      [0, 1, 2, 3].flatMap((count) => [at, at + 1].map((from) => ({ from, count }))),
    );
    const calendar = CALENDARS.get(code)!;
    const found = asked.map(({ from, count }) => workingDayClock({ from, pauses: [] }, count, calendar));
    expect(found).toEqual(asked.map(({ from, count }) => workingDays(from, count, [], calendar, off)));
  });

  test.each(['2022-06-03', '2022-09-19', '2023-05-08'])('passes over the one-off day %s everywhere', (date) => {
    const from = lastOf(plusDays(date, -1), LONDON);
    for (const calendar of CALENDARS.values())
      expect(workingDayClock({ from, pauses: [] }, 1, calendar)).toBeGreaterThan(lastOf(date, LONDON));
  });

  test('of hours is that of counting them minute by minute, across pauses and changes of clocks', () => {
    const agrees = ({ from, pauses }: Clock, count: number) =>
      expect(hourClock({ from, pauses }, count)).toBe(minuteByMinute(from, count, pauses));
    fc.assert(fc.property(clocksOfMinutes, fc.nat(60), agrees), RUNS);
  });

  test('of hours is exact to the millisecond', () => {
    const agrees = ({ from, pauses }: Clock, count: number) =>
      expect(hourClock({ from, pauses }, count)).toBe(hours(from, count, pauses));
    fc.assert(fc.property(clocks, fc.nat(60), agrees), RUNS);
  });
});

function clocksOf(lengths: Arbitrary<number>): Arbitrary<Clock> {
  const oftenNone = fc.oneof(fc.constantFrom(0, MS_A_MINUTE), lengths);
  const gaps = fc.tuple(oftenNone, fc.nat(3), oftenNone);
  return fc
    .record({ start: starts, after: within(10), gaps: fc.array(gaps, { maxLength: 6 }), isEndless: fc.boolean() })
    .map(({ start, after, gaps: drawn, isEndless }) => {
      let at = start + 86_400_000;
      const pauses = drawn.map(([gap, days, length]): Pause => {
        const begin = at + gap;
        at = begin + (length % 3 === 0 ? days * 86_400_000 : 0) + length;
        return { start: begin, end: at };
      });
      const last = pauses.at(-1);
      if (last && isEndless) last.end = null;
      return { from: Math.floor((start + after) / MS_A_MINUTE) * MS_A_MINUTE, pauses };
    });
}

function workingDayClock(clock: Clock, count: number, calendar: Calendar): Instant | null {
  return dueAt(clock, 'ASSIGN_AM', { workingDays: count }, calendar);
}

function hourClock(clock: Clock, count: number): Instant | null {
  return dueAt(clock, 'FIRST_CONTACT', { hours: count }, CALENDARS.get('scotland')!);
}

function dueAt(
  clock: Clock,
  sla: 'ASSIGN_AM' | 'FIRST_CONTACT',
  allowance: { workingDays: number } | { hours: number },
  calendar: Calendar,
) {
  const policy = { ...STANDARD_POLICY, allowances: { ...STANDARD_POLICY.allowances, [sla]: allowance } };
  const terms = { plans: [STANDARD_PLAN], policies: [policy], calendar, accountExecutive: 'ae-1' };
  const state = dealState(eventsOf(clock), terms, { effectiveAt: clock.from + 100 * 86_400_000, knownAt: null });
  return state.handoff.slas.find((found) => found.sla === sla)!.dueAt;
}

/**
 * The facts that start the clock at once and pause it, with ids in order, so that what shares an instant stays apart.
 */
function eventsOf({ from, pauses }: Clock): DealEvent[] {
  const held = pauses.flatMap(({ start, end }): [Instant, Fact][] => [
    [start, { type: 'CLIENT_HOLD_STARTED', reason: '' }],
    ...(end === null ? [] : ([[end, { type: 'CLIENT_HOLD_ENDED', reason: '' }]] as [Instant, Fact][])),
  ]);
  const stated = [...AT_ONCE.map((fact): [Instant, Fact] => [from, fact]), ...held];
  return stated.map(([at, fact], index) => ({ id: String(1_000 + index), occurredAt: at, recordedAt: at, fact }));
}

function minuteByMinute(from: Instant, count: number, pauses: readonly Pause[]): Instant | null {
  let at = from;
  for (let left = count * 60; left > 0; at += MS_A_MINUTE) {
    const pause = pauses.find(({ start, end }) => start <= at && (end === null || at < end));
    if (pause?.end === null) return null;
    if (!pause) left--;
  }
  return at;
}
