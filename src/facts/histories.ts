import type { Batch } from '../graphql';
import { eventOf, type RecordedEvent, type StoredEvent, storedEventInSql } from './stored';

/** The whole history of each deal, in the order of recording; one SQL statement. */
export const historiesOf: Batch<string, RecordedEvent[]> = async ({ db }, dealIds) => {
  const rows = await db.query<{ dealId: string; events: StoredEvent[] }>(HISTORIES, [dealIds], 'histories');
  const byDeal = new Map(rows.map(({ dealId, events }) => [dealId, events.map((event) => eventOf(dealId, event))]));
  return dealIds.map((dealId) => byDeal.get(dealId) ?? []);
};

/** SQL for the history of a deal, by the expression of its id, as one JSON array of `StoredEvent`; null for none. */
export function historyInSql(dealId: string): string {
  const events = `json_agg(${storedEventInSql('e')} order by e.recorded_at)`;
  return `(select ${events} from deal_event e where e.deal_id = ${dealId})`;
}

const HISTORIES = `
  select asked.id as "dealId", coalesce(${historyInSql('asked.id')}, '[]') as events
  from unnest($1::uuid[]) as asked (id)`;
