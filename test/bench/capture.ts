import { onServer } from '../harness/database';

/** A row that a transaction wrote or deleted: all of it, but of a deal only what changed. */
export interface Captured {
  transaction: string;
  relation: string;
  row: Record<string, unknown>;
  deleted: boolean;
}

/** What recording writes, in an order in which it can be written. */
export const WRITTEN = [
  'deal_event',
  'deal',
  'sla_clock',
  'handoff_fault',
  'commission_payment',
  'commission_payment_version',
  'commission_line',
  'posting',
];

/** Has a database keep every row that is written from now on, by transaction. */
export async function startCapture(url: string): Promise<void> {
  await onServer(url, CAPTURE);
  for (const relation of WRITTEN) {
    const written = `after insert or update or delete on ${relation}`;
    await onServer(url, `create trigger captured ${written} for each row execute function capture()`);
  }
}

/** Every row that was written or deleted, in that order. */
export function capturedIn(url: string): Promise<Captured[]> {
  return onServer<Captured>(url, 'select transaction::text, relation, row, deleted from captured order by place');
}

/** How many rows each table has of some deals. */
export async function rowCounts(url: string, deals: readonly string[]): Promise<Record<string, string>> {
  const ids = deals.map((id) => `'${id}'`).join();
  const countOf = (relation: string) =>
    `(select count(*) from ${relation} where ${relation === 'deal' ? 'id' : 'deal_id'} in (${ids})) as ${relation}`;
  const [row] = await onServer<Record<string, string>>(url, `select ${WRITTEN.map(countOf).join()}`);
  return row!;
}

const CAPTURE = `
  create table captured (
    place bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    relation text not null,
    row jsonb not null,
    deleted boolean not null
  );
  create function capture() returns trigger language plpgsql security definer as $$
  declare
    row jsonb := to_jsonb(coalesce(new, old));
  begin
    if tg_table_name = 'deal' then
      select jsonb_object_agg(key, value) into row from jsonb_each(row)
      where key = 'id' or value <> to_jsonb(old) -> key;
    end if;
    insert into captured (relation, row, deleted) values (tg_table_name, row, tg_op = 'DELETE');
    return null;
  end $$`;
