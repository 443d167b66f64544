import fc, { type Arbitrary } from 'fast-check';
import uk from '../../migrations/uk-bank-holidays.json';
import { Calendar, type LocalDate } from '../../src/rules';
import { CALENDARS } from './scenarios';

const UNUSUAL_DAYS = ['2026-04-07', '2025-12-25'];
const UNUSUAL = ['America/St_Johns', 'Pacific/Apia', 'America/Santiago'].map(
  (zone) => new Calendar({ code: zone, zone, from: '2019-01-01', to: '2030-12-31', holidays: UNUSUAL_DAYS }),
);

/** The three calendars of the United Kingdom, and now and then one of a zone whose midnights are elsewhere. */
export const calendars: Arbitrary<Calendar> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...[...CALENDARS.values()].map(toldByCode)) },
  { weight: 1, arbitrary: fc.constantFrom(...UNUSUAL.map(toldByCode)) },
);

/** The days off of those calendars, by code, as they are written down. */
export const DAYS_OFF: ReadonlyMap<string, ReadonlySet<LocalDate>> = new Map([
  ...Object.entries(uk.divisions).map(([code, days]) => [code, new Set(days.map(({ date }) => date))] as const),
  ...UNUSUAL.map(({ code }) => [code, new Set(UNUSUAL_DAYS)] as const),
]);

/** A counterexample names the calendar instead of printing every day that it remembers. */
function toldByCode(calendar: Calendar): Calendar {
  return Object.defineProperty(calendar, fc.toStringMethod, { value: () => calendar.code });
}
