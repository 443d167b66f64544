import { Conditions } from '../database';
import { cursor, isInstant, isUuid, type Page, type PageArgs, pageOf, type Request } from '../graphql';
import { dealsOf, ownDealsOf } from './visibility';

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
  const conditions = new Conditions(page.first + 1);
  const me = ownDealsOf(viewer);
  if (me !== null) conditions.add(`c.deal_id = any(${dealsOf(conditions.bind(me))})`);
  for (const [column, value] of Object.entries(wanted))
    if (value !== null && value !== undefined) conditions.addOneOf(`c.${column}`, [value].flat());
  if (after) {
    const [updatedAt, id] = after.map((value) => conditions.bind(value));
    conditions.add(`(c.updated_at, c.id) > (${updatedAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await db.query<Row>(
    `select ${columns} from ${table} c ${conditions.where} order by c.updated_at, c.id limit $1`,
    conditions.values,
  );
  return pageOf(rows, page, (row) => places.write([...placeOf(row)]));
}
