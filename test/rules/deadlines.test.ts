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
const MS_A_DAY = 86_400_000;
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

const clocks = clocksOf(1);
const clocksOfMinutes = clocksOf(MS_A_MINUTE);

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

/** Clocks of which every instant is a whole number of that many milliseconds, with pauses from the day before on. */
function clocksOf(unitMs: number): Arbitrary<Clock> {
  const withinADay = fc.nat(MS_A_DAY / unitMs).map((units) => units * unitMs);
  const days = fc.constantFrom(0, 0, 0, 1, 3).map((count) => count * MS_A_DAY);
  const lengths = fc.tuple(days, fc.oneof(fc.constantFrom(0, unitMs), withinADay)).map(([whole, rest]) => whole + rest);
  const isEndless = fc.constantFrom(false, false, false, true);
  return fc
    .record({
      start: starts,
      after: within(10),
      drawn: fc.array(fc.tuple(lengths, lengths), { maxLength: 6 }),
      isEndless,
    })
    .map(({ start, after, drawn, ...last }) => {
      const from = Math.floor((start + after) / unitMs) * unitMs;
      return { from, pauses: pausesFrom(from - MS_A_DAY, drawn, last.isEndless) };
    });
}

function pausesFrom(first: Instant, drawn: readonly [gap: number, length: number][], isEndless: boolean): Pause[] {
  let at = first;
  return drawn.map(([gap, length], index) => {
    const start = at + gap;
    at = start + length;
    return { start, end: isEndless && index === drawn.length - 1 ? null : at };
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
  const state = dealState(eventsOf(clock), terms, { effectiveAt: clock.from + 100 * MS_A_DAY, knownAt: null });
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
