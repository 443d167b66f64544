import type { Queryable } from '../database';
import type { Batch } from '../graphql';
import { eventOf, type RecordedEvent, type StoredEvent, storedEventInSql } from './stored';

/** The whole history of each deal, in the order of recording; one SQL statement. */
export const historiesOf: Batch<string, RecordedEvent[]> = async ({ db }, dealIds) => {
  const histories = await loadHistories(db, dealIds);
  return dealIds.map((dealId) => histories.get(dealId) ?? []);
};

/** The whole history of each deal that has one. */
export async function loadHistories(db: Queryable, dealIds: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
  const rows = await db.query<{ dealId: string; events: StoredEvent[] }>(HISTORIES, [dealIds], 'histories');
  return new Map(rows.map(({ dealId, events }) => [dealId, events.map((event) => eventOf(dealId, event))]));
}

const HISTORIES = `
  select e.deal_id as "dealId", json_agg(${storedEventInSql('e')} order by e.recorded_at) as events
  from deal_event e where e.deal_id = any($1) group by e.deal_id`;
