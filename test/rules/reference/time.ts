import type { Calendar, Instant, LocalDate } from '../../../src/rules';

/** A pause `[start, end)`; endless while `end` is null. */
export interface Pause {
  start: Instant;
  end: Instant | null;
}

const MS_A_DAY = 86_400_000;
const STEPS_MS = [3_600_000, 60_000, 1_000, 1];
/** No deadline of a generated history lies further off than this, unless an endless hold postpones it. */
const MOST_DAYS = 300;

const formats = new Map<string, Intl.DateTimeFormat>();
const lasts = new Map<string, Instant>();

/** The date on a wall calendar in a zone: asked of Intl, not of what the rules stand on. */
export function localDate(at: Instant, zone: string): LocalDate {
  const style = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', style);
  formats.set(zone, format);
  return format.format(at);
}

/** The date that many days later. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** The last millisecond at which a wall calendar in the zone shows that date or an earlier one: searched by halves. */
export function lastOf(date: LocalDate, zone: string): Instant {
  const key = `${zone} ${date}`;
  const known = lasts.get(key);
  if (known !== undefined) return known;
  let low = Date.parse(date) - MS_A_DAY;
  let high = Date.parse(date) + 3 * MS_A_DAY;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(middle, zone) <= date) low = middle;
    else high = middle;
  }
  lasts.set(key, low);
  return low;
}

/** Whether the pause shares an instant with the local day; an empty one shares none. */
export function touches({ start, end }: Pause, date: LocalDate, zone: string): boolean {
  if (start === end) return false;
  const first = lastOf(plusDays(date, -1), zone) + 1;
  return start <= lastOf(date, zone) && (end === null || end > first);
}

/** N working days from t, counted day by day on the calendar of the wall (rules.md §3). */
export function workingDays(
  t: Instant,
  count: number,
  pauses: readonly Pause[],
  calendar: Calendar,
  off: ReadonlySet<LocalDate>,
): Instant | null {
  const zone = calendar.zone.name;
  const isFree = (date: LocalDate) => !pauses.some((pause) => touches(pause, date, zone));
  const today = localDate(t, zone);
  if (count === 0 && isFree(today)) return lastOf(today, zone);
  let left = Math.max(count, 1);
  for (let days = 1; days < MOST_DAYS; days++) {
    const date = plusDays(today, days);
    if (isWeekday(date) && !off.has(date) && isFree(date)) left--;
    if (left === 0) return lastOf(date, zone);
  }
  return null;
}

/**
 * N hours from t outside the pauses: walked in hours, and in ever smaller steps where a pause begins or ends
 * (rules.md §3).
 */
export function hours(t: Instant, count: number, pauses: readonly Pause[]): Instant | null {
  const real = pauses.filter(({ start, end }) => start !== end);
  const borders = real.flatMap(({ start, end }) => (end === null ? [start] : [start, end]));
  let left = count * 3_600_000;
  let at = t;
  while (left > 0) {
    const pause = real.find(({ start, end }) => start <= at && (end === null || at < end));
    if (pause?.end === null) return null;
    const step = STEPS_MS.find(
      (ms) => (pause || ms <= left) && !borders.some((border) => at < border && border < at + ms),
    )!;
    at += step;
    if (!pause) left -= step;
  }
  return at;
}

function isWeekday(date: LocalDate): boolean {
  return ![0, 6].includes(new Date(date).getUTCDay());
}
