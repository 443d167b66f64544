import type { Queryable } from '../database';
import { eventOf, historyInSql, type RecordedEvent, type StoredEvent } from '../facts';
import { lineOf, liveLinesInSql, type StoredLine } from '../ledger';
import type { LiveLine } from '../rules';
import type { KnownCalendar } from '../terms';

/** What is recorded of some deals, by deal. */
export interface Recorded {
  histories: Map<string, RecordedEvent[]>;
  liveLines: Map<string, LiveLine[]>;
  /** What calendars there are by now: a version may have come while the deals were being locked. */
  calendars: KnownCalendar[];
}

/** The histories of deals and the lines that stand posted, in one statement. */
export async function loadRecorded(tx: Queryable, dealIds: readonly string[]): Promise<Recorded> {
  type Row = KnownCalendar & { dealId: string; events: StoredEvent[] | null; lines: StoredLine[] | null };
  const rows = await tx.query<Row>(RECORDED, [dealIds], 'recorded');
  return {
    histories: new Map(
      rows.map(({ dealId, events }) => [dealId, (events ?? []).map((event) => eventOf(dealId, event))]),
    ),
    liveLines: new Map(rows.map(({ dealId, lines }) => [dealId, (lines ?? []).map(lineOf)])),
    calendars: rows,
  };
}

const RECORDED = `
  select asked.id as "dealId", ${historyInSql('asked.id')} as events, ${liveLinesInSql('asked.id')} as lines,
    d.calendar_code as "calendarCode",
    (select max(c.version) from calendar c where c.code = d.calendar_code) as "calendarVersion"
  from unnest($1::uuid[]) as asked (id) join deal d on d.id = asked.id`;
