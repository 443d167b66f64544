import type { LocalDate } from '../../rules';

/** A date that was read, and what is odd about it; or why it could not be. */
export type ReadDate = { date: LocalDate; remark?: string } | { mistake: string };

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/** Reads a date as people in Britain write one: `7 May 2026`, `Thu 7th May 2026`, `07/05/2026`, `2026-05-07`. */
export function readDate(text: string): ReadDate {
  const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const weekday = /^([a-z]{3,9})\.?,? (?=.*\d{4}$)/.exec(words);
  const named = weekday === null ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(weekday[1]!));
  const read = readDay(named < 0 ? words : words.slice(weekday![0].length), text);
  if (named < 0 || 'mistake' in read) return read;
  const actual = WEEKDAYS[new Date(`${read.date}T00:00:00Z`).getUTCDay()]!;
  return actual === WEEKDAYS[named] ? read : { ...read, remark: `"${text}" is a ${capital(actual)}` };
}

function readDay(words: string, text: string): ReadDate {
  const iso = ISO.exec(words);
  if (iso) return dateOf(iso[1]!, iso[2]!, iso[3]!, text);
  const numbers = NUMBERS.exec(words);
  if (numbers) return ofNumbers(numbers[1]!, numbers[2]!, numbers[3]!, text);
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return ofMonth(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, text);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return ofMonth(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, text);
  return { mistake: `"${text}" is not a date such as 7 May 2026` };
}

function ofMonth(year: string, month: string, day: string, text: string): ReadDate {
  const index = MONTHS.findIndex((name) => name.startsWith(month));
  if (index < 0) return { mistake: `"${text}" is not a date: there is no month "${month}"` };
  return dateOf(year, String(index + 1), day, text);
}

/** The day comes first, as in Britain; where the month might, that is said. */
function ofNumbers(day: string, month: string, year: string, text: string): ReadDate {
  if (year.length < 4) return { mistake: `"${text}" can be several dates: write the year with four digits` };
  const read = dateOf(year, month, day, text);
  if ('mistake' in read || Number(day) > 12 || day.padStart(2, '0') === month.padStart(2, '0')) return read;
  const month1 = capital(MONTHS[Number(month) - 1]!);
  return { ...read, remark: `"${text}" is taken for ${Number(day)} ${month1} ${year}, the day before the month` };
}

function dateOf(year: string, month: string, day: string, text: string): ReadDate {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  const isThere = Number(year) > 0 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  return isThere ? { date } : { mistake: `"${text}" is not a date: there is no such day` };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
