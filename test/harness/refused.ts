import { type FactInput, RecordEventsDocument } from '../api/generated/operations';
import type { Api, Asker } from './api';

/** A fact as somebody states it, with whatever else they give. */
export interface Stated {
  fact: FactInput;
  /** The deal, by its key or id. */
  of: string;
  /** 25 March 2026, 09:00 UTC, unless said otherwise. */
  occurredAt?: string;
  [more: string]: unknown;
}

/** States facts in one call. */
export function state(api: Api, by: Asker, stated: readonly Stated[]) {
  const events = stated.map(({ of, ...event }) => ({
    deal: of,
    event: { occurredAt: '2026-03-25T09:00:00Z', ...event },
  }));
  return api.run(by, RecordEventsDocument, { input: { events } });
}

/** How much is written, and what is stored of each deal: the same before and after a call that wrote nothing. */
export function written(api: Api): Promise<unknown[]> {
  return api.db.query(`select (select count(*) from deal_event) as events,
    (select count(*) from commission_line) as lines, (select count(*) from posting) as postings,
    (select count(*) from commission_payment_version) as versions,
    (select string_agg(d::text, '' order by d.id) from deal d) as deals`);
}

/** States facts, expects that this is refused and has written nothing, and gives the first problem. */
export async function refused(api: Api, by: Asker, stated: readonly Stated[]) {
  const before = await written(api);
  const { data, errors } = await state(api, by, stated);
  expect(await written(api)).toEqual(before);
  expect(data?.recordEvents.events ?? null).toBeNull();
  const [first] = errors ?? [];
  if (first) return { code: first.extensions.code, path: first.extensions.path, message: first.message };
  return data!.recordEvents.errors[0]!;
}
