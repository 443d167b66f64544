import type { ClassType } from 'type-graphql';
import { Conditions, isoInSql, type Queryable } from '../database';
import { cursor, isInstant, isText, pageOf, type Request } from '../graphql';
import { isoOf } from '../rules';
import { cellInSql, columnsOfRows } from './cell';
import type { RowArgs, RowsPage } from './page';

/** A row type: its class, and the view that SQL and GraphQL read alike. */
export interface RowSource<Row> {
  /** As its query is called: its cursors are of no use to another. */
  name: string;
  type: ClassType<Row & object>;
  view: string;
  /** The views that it is made of, where it cannot be read in order along one index: each of them can. */
  parts?: readonly string[];
}

type Named = Pick<RowSource<unknown>, 'name'>;

/** A row's place among all of its type: when it changed, and its id. */
interface Place {
  id: string;
  updatedAt: string;
}

/**
 * A page of rows in the order of their changes; two SQL statements. Rows that somebody may still be writing, or that
 * could yet come in before one that is shown, wait for a later page: whoever goes on from cursor to cursor misses none.
 */
export async function readRows<Row extends Place>(
  { db }: Request,
  source: RowSource<Row>,
  args: RowArgs,
): Promise<RowsPage<Row>> {
  const after = placesOf(source).read(args.after);
  const settledUntil = await rowsSettledUntil(db);
  const conditions = new Conditions(args.first + 1);
  const until = conditions.bind(settledUntil);
  conditions.add(`updated_at < ${until}::timestamptz`);
  if (typeof args.updatedTo === 'number') conditions.add(`updated_at < ${conditions.bind(isoOf(args.updatedTo))}`);
  if (typeof args.updatedFrom === 'number') conditions.add(`updated_at >= ${conditions.bind(isoOf(args.updatedFrom))}`);
  if (after) {
    const [updatedAt, id] = after.map((value) => conditions.bind(value));
    conditions.add(`(updated_at, id) > (${updatedAt}::timestamptz, ${id})`);
  }
  const found = await db.query<Row>(inOrder(source, conditions.where), conditions.values);
  const page = pageOf(found, { first: args.first, after: args.after }, (row) => placeOf(source, row));
  return { nodes: page.nodes, pageInfo: page.pageInfo, settledUntil };
}

/** Every row that changed before this instant is seen by whatever is asked from now on. */
export async function rowsSettledUntil(db: Queryable): Promise<string> {
  const [settled] = await db.query<{ until: string }>(SETTLED, [], 'rows_settled_until');
  return settled!.until;
}

/** The first rows under some conditions, each part read no further than that. */
function inOrder<Row>(source: RowSource<Row>, where: string): string {
  const [part, ...others] = (source.parts ?? [source.view]).map(
    (view) => `select * from ${view} ${where} order by updated_at, id limit $1`,
  );
  const all = others.length === 0 ? part : [part, ...others].map((one) => `(${one})`).join(' union all ');
  return `select ${cellsOf(source)} from (${all}) as r order by updated_at, id limit $1`;
}

/** The cursor of a row. */
export function placeOf(source: Named, { id, updatedAt }: Place): string {
  return placesOf(source).write([updatedAt, id]);
}

function placesOf({ name }: Named) {
  return cursor<[string, string]>(name, isInstant, isText);
}

/** The select list of a row type. */
export function cellsOf<Row>({ type }: RowSource<Row>): string {
  return columnsOfRows(type)
    .map((column) => `${cellInSql(column)} as "${column.name}"`)
    .join(', ');
}

/** As an instant that leaves Baton, which before all time is the first of them. */
const SETTLED = `select ${isoInSql(`greatest(reporting.settled_until(), '0001-01-01T00:00:00Z')`)} as until`;
