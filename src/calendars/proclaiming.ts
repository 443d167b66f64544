import type { Queryable } from '../database';
import { projectDeals } from '../deals';
import {
  type DealChange,
  type DealHeader,
  eventOf,
  historyInSql,
  lockDeals,
  type StoredEvent,
  settledKnowledge,
  stateOf,
} from '../facts';
import { demandFilled, Refusal, type Request } from '../graphql';
import { projectHandoff } from '../handoff';
import { type Calendar, dayOfDate, type Instant, isoOf } from '../rules';
import { type TermsBook, termsBook, termsHaveChanged, termsWithin } from '../terms';
import type { ProclaimHolidayInput } from './inputs';
import { allCalendars, latestVersion } from './loading';
import type { WorkCalendar } from './objects';

const BATCH_DEALS = 200;

/**
 * Makes a day a holiday: a new version of the calendar, which counts from now for clocks that are still running. What
 * was judged stays. Throws NOT_FOUND at `calendar`, BAD_USER_INPUT or CONFLICT at `date` for what cannot be.
 */
export async function proclaimHoliday(
  request: Request,
  input: ProclaimHolidayInput,
): Promise<{ calendar: WorkCalendar; deals: number }> {
  const { db, viewer } = request;
  demandFilled(input, 'title');
  const book = await termsBook(db);
  demandCalendar(book, input.calendar);
  const done = await db.transaction(async (tx) => {
    // Whoever records waits: a fact is judged by the calendar of before or by that of after, and stored with it.
    await settledKnowledge(tx);
    const now = Date.now();
    const latest = await latestVersion(tx, input.calendar);
    const version = latest!.version + 1;
    const current = await termsWithin(tx, book, [{ calendarCode: input.calendar, calendarVersion: version - 1 }]);
    demandWorkingDay(demandCalendar(current, input.calendar).at(now), input.date, now);
    const { date, title } = input;
    const holidays = JSON.stringify([...latest!.holidays, { date, title }]);
    await tx.query(ADD, [input.calendar, version, holidays, isoOf(now), viewer.personKey], 'add_calendar_version');
    const terms = await termsWithin(tx, current, [{ calendarCode: input.calendar, calendarVersion: version }]);
    return rejudge(tx, terms, input, now);
  });
  termsHaveChanged(db);
  const all = await allCalendars(db);
  return { calendar: all.find(({ code }) => code === input.calendar)!, deals: done };
}

function demandCalendar(book: TermsBook, code: string): Calendar {
  const calendar = book.calendar(code);
  if (!calendar) throw new Refusal('NOT_FOUND', `There is no calendar "${code}"`, 'calendar');
  return calendar;
}

function demandWorkingDay(calendar: Calendar, date: string, now: Instant): void {
  const day = dayOfDate(date);
  if (day < calendar.zone.dayOf(now))
    throw new Refusal('BAD_USER_INPUT', `${date} has passed: what was due by then was due`, 'date');
  const works = calendar.isKnownWorkingDay(day);
  if (works === null) throw new Refusal('BAD_USER_INPUT', `the calendar does not cover ${date}`, 'date');
  if (!works) throw new Refusal('CONFLICT', `nobody works on ${date} already`, 'date');
}

/** Writes anew what the clocks of deals come to that may still run on the day or later. Gives how many deals. */
async function rejudge(
  tx: Queryable,
  book: TermsBook,
  { calendar: code, date }: ProclaimHolidayInput,
  now: Instant,
): Promise<number> {
  const { zone } = book.calendar(code)!;
  const from = isoOf(zone.startOf(dayOfDate(date)));
  const found = await tx.query<{ id: string }>(STILL_RUNNING, [code, from], 'deals_with_running_clocks');
  for (let at = 0; at < found.length; at += BATCH_DEALS) {
    const ids = found.slice(at, at + BATCH_DEALS).map(({ id }) => id);
    const changes = await judgedAnew(tx, book, ids, now);
    await projectDeals(tx, changes);
    await projectHandoff(tx, changes);
  }
  return found.length;
}

async function judgedAnew(tx: Queryable, book: TermsBook, ids: readonly string[], now: Instant): Promise<DealChange[]> {
  const deals = new Map((await lockDeals(tx, ids, [])).map((deal) => [deal.dealId, deal]));
  const rows = await tx.query<{ dealId: string; events: StoredEvent[] | null }>(HISTORIES, [ids], 'histories_anew');
  return rows.map(({ dealId, events }) => {
    const deal = deals.get(dealId)!;
    return changeOf(
      deal,
      (events ?? []).map((event) => eventOf(dealId, event)),
      book,
      now,
    );
  });
}

function changeOf(deal: DealHeader, events: Parameters<typeof stateOf>[1], book: TermsBook, now: Instant): DealChange {
  // Facts of one call are a millisecond apart, so that the latest may lie a moment ahead.
  const at = Math.max(now, deal.lastRecordedAt ?? now);
  return { deal, steps: [], latest: stateOf(deal, events, book, { effectiveAt: at, knownAt: at }), at };
}

const ADD = `
  insert into calendar (code, version, zone, covers_from, covers_to, holidays, recorded_at, recorded_by)
  select code, $2, zone, covers_from, covers_to, $3::jsonb, $4, $5 from calendar where code = $1 and version = $2 - 1`;

const STILL_RUNNING = `
  select d.id from deal d
  where d.calendar_code = $1 and d.cancelled_at is null and exists (
    select from sla_clock c where c.deal_id = d.id
      and (c.status = 'RUNNING' and c.due_at >= $2::timestamptz or c.blame_at >= $2::timestamptz))
  order by d.id`;

const HISTORIES = `
  select asked.id as "dealId", ${historyInSql('asked.id')} as events from unnest($1::uuid[]) as asked (id)`;
