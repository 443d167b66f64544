import fc from 'fast-check';
import { Calendar, type Instant, workingTime } from '../../src/rules';
import { calendars, DAYS_OFF } from './calendars';
import { CALENDARS } from './scenarios';

const UK = CALENDARS.get('england-and-wales')!;
const MS_A_MINUTE = 60_000;
const minutes = (from: string, to: string, calendar = UK) => {
  const time = workingTime(Date.parse(from), Date.parse(to), [], calendar);
  return time === null ? null : time / MS_A_MINUTE;
};

describe('working time', () => {
  test.each([
    ['within a day', '2026-04-07T09:00:00Z', '2026-04-07T10:30:00Z', 90],
    ['nothing before nine, which is eight in UTC', '2026-04-07T05:00:00Z', '2026-04-07T08:00:00Z', 0],
    ['until five', '2026-04-07T15:00:00Z', '2026-04-07T23:00:00Z', 60],
    ['eight hours a day', '2026-04-07T00:00:00Z', '2026-04-09T00:00:00Z', 960],
    ['over Easter: Thursday afternoon and Tuesday morning', '2026-04-02T15:00:00Z', '2026-04-07T09:00:00Z', 120],
    ['across the change of the clocks', '2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z', 120],
    ['below zero when the other comes first', '2026-04-07T10:30:00Z', '2026-04-07T09:00:00Z', -90],
    ['nothing between one instant and itself', '2026-04-07T10:30:00Z', '2026-04-07T10:30:00Z', 0],
  ])('is %s', (_name, from, to, expected) => {
    expect(minutes(from, to)).toBe(expected);
  });

  test('knows the holidays of its calendar: Easter Monday is worked in Scotland', () => {
    const monday = ['2026-04-06T00:00:00Z', '2026-04-07T00:00:00Z'] as const;
    expect(minutes(...monday)).toBe(0);
    expect(minutes(...monday, CALENDARS.get('scotland')!)).toBe(480);
  });

  test('leaves out what the client holds, an endless hold to the end', () => {
    const at = Date.parse;
    const [from, to] = [at('2026-04-07T08:00:00Z'), at('2026-04-07T16:00:00Z')];
    const hold = { start: at('2026-04-07T10:00:00Z'), end: at('2026-04-07T11:00:00Z') };
    expect(workingTime(from, to, [hold], UK)).toBe(7 * 60 * MS_A_MINUTE);
    expect(workingTime(from, to, [{ ...hold, end: null }], UK)).toBe(2 * 60 * MS_A_MINUTE);
    expect(workingTime(from, to, [{ start: at('2026-04-01T00:00:00Z'), end: from }], UK)).toBe(8 * 60 * MS_A_MINUTE);
  });

  test('is not guessed beyond the years of the calendar', () => {
    const narrow = { code: 'narrow', zone: 'Europe/London', from: '2026-04-01', to: '2026-04-30', holidays: [] };
    const calendar = new Calendar(narrow);
    expect(minutes('2026-04-30T08:00:00Z', '2026-04-30T10:00:00Z', calendar)).toBe(120);
    expect(minutes('2026-04-30T08:00:00Z', '2026-05-01T10:00:00Z', calendar)).toBeNull();
    expect(minutes('2026-05-01T10:00:00Z', '2026-04-30T08:00:00Z', calendar)).toBeNull();
  });
});

describe('working time, whatever is asked,', () => {
  /** Minute by minute, by what the clock on the wall shows. */
  function naive(from: Instant, to: Instant, calendar: Calendar): number {
    const wall = new Intl.DateTimeFormat('en-CA', {
      timeZone: calendar.zone.name,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
    });
    let count = 0;
    for (let at = from; at < to; at += MS_A_MINUTE) {
      const { year, month, day, weekday, hour } = Object.fromEntries(
        wall.formatToParts(at).map(({ type, value }) => [type, value]),
      ) as Record<string, string>;
      const isOff = weekday!.startsWith('S') || DAYS_OFF.get(calendar.code)!.has(`${year}-${month}-${day}`);
      if (!isOff && Number(hour) >= 9 && Number(hour) < 17) count++;
    }
    return count;
  }

  const starts = fc
    .integer({
      min: Date.parse('2025-01-01T00:00:00Z') / MS_A_MINUTE,
      max: Date.parse('2028-01-01T00:00:00Z') / MS_A_MINUTE,
    })
    .map((minute) => minute * MS_A_MINUTE);
  const spans = fc.integer({ min: 0, max: 8 * 24 * 60 }).map((count) => count * MS_A_MINUTE);

  test('is what counting minutes by the clock on the wall gives, in any zone', () => {
    fc.assert(
      fc.property(starts, spans, calendars, (from, span, calendar) => {
        const counted = naive(from, from + span, calendar) * MS_A_MINUTE;
        expect(workingTime(from, from + span, [], calendar)).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });

  test('adds up, whatever is held', () => {
    const hold = fc
      .tuple(starts, fc.option(spans))
      .map(([start, span]) => ({ start, end: span === null ? null : start + span }));
    fc.assert(
      fc.property(starts, spans, spans, hold, (from, first, second, held) => {
        const [a, b] = [from + first, from + first + second];
        const whole = workingTime(from, b, [held], UK)!;
        expect(workingTime(from, a, [held], UK)! + workingTime(a, b, [held], UK)!).toBe(whole);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(workingTime(b, from, [held], UK)! + whole).toBe(0);
      }),
    );
  });
});
