import type { Queryable } from '../database';
import { type Page, type PageArgs, pageOf } from './connection';
import { type Cursor, cursor, isInstant, isUuid } from './cursor';

/** One page of what belongs to one deal. */
export interface ChildPage {
  dealId: string;
  page: PageArgs;
}

/** A list of things that belong to a deal, in the order of an instant and their id. */
export interface ChildList<Row> {
  /** The name of the list in its cursors and of its prepared statement. */
  name: string;
  table: string;
  /** The columns of the table `c` for a Row. */
  columns: string;
  /** The column of the instant that the list is ordered by. */
  instant: string;
  /** The column of the id; `id` when left out. */
  id?: string;
  placeOf: (row: Row) => readonly [instant: string, id: string];
}

/**
 * The pages of many deals, each with its own arguments, in one SQL statement: no join multiplies rows under a limit.
 */
export async function childPages<Row extends { dealId: string }>(
  db: Queryable,
  { name, table, columns, instant, id = 'id', placeOf }: ChildList<Row>,
  asked: readonly ChildPage[],
): Promise<Page<Row>[]> {
  const places: Cursor<[string, string]> = cursor(name, isInstant, isUuid);
  const after = asked.map(({ page }) => places.read(page.after));
  const rows = await db.query<Row & { asked: string }>(
    `select asked.index::text as asked, child.* from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[])
       with ordinality as asked (deal_id, size, instant, id, index)
     cross join lateral (
       select ${columns} from ${table} c where c.deal_id = asked.deal_id
         and (asked.id is null or (c.${instant}, c.${id}) > (asked.instant, asked.id))
       order by c.${instant}, c.${id} limit asked.size + 1) as child
     order by asked.index`,
    [
      asked.map(({ dealId }) => dealId),
      asked.map(({ page }) => page.first),
      after.map((place) => place?.[0] ?? null),
      after.map((place) => place?.[1] ?? null),
    ],
    `children_${name}`,
  );
  const found = asked.map((): Row[] => []);
  for (const { asked: index, ...row } of rows) found[Number(index) - 1]!.push(row as unknown as Row);
  return asked.map(({ page }, index) => pageOf(found[index]!, page, (row) => places.write([...placeOf(row)])));
}
