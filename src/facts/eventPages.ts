import { isoInSql } from '../database';
import { type Batch, type ChildList, type ChildPage, childPages, mapPage, type Page, type Request } from '../graphql';
import { headersById } from './dealHeader';
import { type DealEvent, shownEvent } from './event';
import { historiesOf } from './histories';
import { eventOf, type StoredEvent, storedEventInSql } from './stored';

interface EventRow {
  dealId: string;
  currency: string;
  recordedAt: string;
  event: StoredEvent;
}

const EVENTS: ChildList<EventRow> = {
  name: 'deal_events',
  table: 'deal_event',
  columns: `c.deal_id as "dealId", ${isoInSql('c.recorded_at')} as "recordedAt",
    (select d.currency from deal d where d.id = c.deal_id) as currency, ${storedEventInSql('c')} as event`,
  instant: 'recorded_at',
  placeOf: ({ recordedAt, event }) => [recordedAt, event.id],
};

/** Pages of the histories of deals, in the order of recording; one SQL statement. */
export const eventPages: Batch<ChildPage, Page<DealEvent>> = async ({ db }, asked) => {
  const pages = await childPages(db, EVENTS, asked);
  return pages.map((page) =>
    mapPage(page, ({ dealId, event, currency }) => shownEvent(eventOf(dealId, event), currency)),
  );
};

/** One event of a deal; null where the deal has none of that id. */
export async function eventOfDeal({ loading }: Request, dealId: string, eventId: string): Promise<DealEvent | null> {
  const [header, history] = await Promise.all([
    loading.by(headersById).load(dealId),
    loading.by(historiesOf).load(dealId),
  ]);
  const event = history.find(({ id }) => id === eventId);
  return event ? shownEvent(event, header.currency) : null;
}
