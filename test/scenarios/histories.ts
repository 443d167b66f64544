import type { Database } from '../../src/database';
import { eventOf, type RecordedEvent, type StoredEvent, storedEventInSql } from '../../src/facts';
import { type Instant, isoOf, type Terms } from '../../src/rules';
import { termsBook } from '../../src/terms';

/** What a deal was opened with and the facts that were recorded of it: nothing that followed from them. */
export interface StoredHistory {
  opened: Record<string, unknown>;
  openedAt: Instant;
  /** In the order of recording. */
  events: RecordedEvent[];
  /** What each event is called where it came from, by its id. */
  sourceKeys: ReadonlyMap<string, string | null>;
  terms: Terms;
}

/** The history of every deal, by the deal's key. */
export async function storedHistories(db: Database): Promise<Map<string, StoredHistory>> {
  const book = await termsBook(db);
  const rows = await db.query<Row>(HISTORIES);
  return new Map(
    rows.map(({ dealId, openedAt, columns, facts, ...codes }) => {
      const events = facts.map((fact) => eventOf(dealId, fact));
      const sourceKeys = new Map(events.map(({ id, sourceEventId }) => [id, sourceEventId]));
      const opened = { ...columns, opened_at: isoOf(openedAt) };
      return [columns.key, { opened, openedAt, events, sourceKeys, terms: book.termsOf(codes) }];
    }),
  );
}

interface Row {
  dealId: string;
  openedAt: Instant;
  planCode: string;
  calendarCode: string;
  accountExecutive: string;
  columns: { key: string };
  facts: StoredEvent[];
}

const HISTORIES = `
  select d.id as "dealId", (extract(epoch from d.opened_at) * 1000)::float8 as "openedAt", d.plan_code as "planCode",
    d.calendar_code as "calendarCode", d.account_executive as "accountExecutive",
    json_build_object('key', d.key, 'client_name', d.client_name, 'currency', d.currency,
      'calendar_code', d.calendar_code, 'plan_code', d.plan_code,
      'account_executive', d.account_executive, 'delivery_lead', d.delivery_lead) as columns,
    coalesce(json_agg(${storedEventInSql('e')} order by e.recorded_at) filter (where e.id is not null), '[]') as facts
  from deal d left join deal_event e on e.deal_id = d.id group by d.id order by d.key`;
