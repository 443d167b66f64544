import { cursor, isInstant, isUuid, type Page, type PageArgs, pageOf, type Request } from '../graphql';
import { isVisible, ownDealsOf } from './loading';

/** A list, across all deals, of things that belong to one deal each: those that changed longest ago first. */
export interface ListAcrossDeals<Row> {
  /** Its name in cursors. */
  name: string;
  table: string;
  /** The columns of the table `c` for a Row. */
  columns: string;
  placeOf: (row: Row) => readonly [updatedAt: string, id: string];
}

/** By column, the value that it must have, or several of which it must have one; null or undefined do not restrict. */
export type Wanted = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** A page of what belongs to deals that the viewer may see; one SQL statement. */
export async function pageAcrossDeals<Row>(
  { db, viewer }: Request,
  { name, table, columns, placeOf }: ListAcrossDeals<Row>,
  wanted: Wanted,
  page: PageArgs,
): Promise<Page<Row>> {
  const places = cursor<[string, string]>(name, isInstant, isUuid);
  const after = places.read(page.after);
  const values: unknown[] = [page.first + 1, ownDealsOf(viewer)];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [`exists (select from deal d where d.id = c.deal_id and ${isVisible('$2')})`];
  for (const [column, value] of Object.entries(wanted))
    if (value !== null && value !== undefined) conditions.push(`c.${column} = any(${bind([value].flat())})`);
  if (after) conditions.push(`(c.updated_at, c.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
  const rows = await db.query<Row>(
    `select ${columns} from ${table} c where ${conditions.join(' and ')} order by c.updated_at, c.id limit $1`,
    values,
  );
  return pageOf(rows, page, (row) => places.write([...placeOf(row)]));
}
