import { Conditions } from '../database';
import {
  cursor,
  type DueDays,
  type DueName,
  dueDays,
  isDate,
  isInstant,
  isUuid,
  type Page,
  type PageArgs,
  pageOf,
  type Request,
} from '../graphql';
import { dealsOf, ownDealsOf } from './visibility';

/** A list, across all deals, of things that belong to one deal each. */
export interface ListAcrossDeals<Row> {
  /** Its name in cursors. */
  name: string;
  table: string;
  /** The columns of the table `c` for a Row. */
  columns: string;
  /** The date by which something of a row is due; null where it is not dated. */
  dueColumn: string;
  dueOf: (row: Row) => string | null;
  /** In which statuses something is still to be done about a row. */
  unsettled: readonly string[];
  placeOf: (row: Row) => readonly [updatedAt: string, id: string];
}

/** By column, the value that it must have, or several of which it must have one; null or undefined do not restrict. */
export type Wanted = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The days within which something is due. */
export interface WantedDays {
  due?: DueName | null | undefined;
  from?: string | null | undefined;
  before?: string | null | undefined;
}

/** The order of a list: what it compares before the id. */
interface Order<Row> {
  column: string;
  type: 'timestamptz' | 'date';
  isPlace: (value: unknown) => value is string;
  placeOf: (row: Row) => string;
}

/**
 * A page of what belongs to deals that the viewer may see; one SQL statement. Those that changed longest ago come
 * first; where days are wanted, those due first.
 */
export async function pageAcrossDeals<Row>(
  { db, viewer, now }: Request,
  list: ListAcrossDeals<Row>,
  wanted: Wanted,
  days: WantedDays,
  page: PageArgs,
): Promise<Page<Row>> {
  const { column, type, isPlace, placeOf } = orderOf(list, days);
  const places = cursor<[string, string]>(`${list.name}:${column}`, isPlace, isUuid);
  const after = places.read(page.after);
  const conditions = new Conditions(page.first + 1);
  const me = ownDealsOf(viewer);
  if (me !== null) conditions.add(`c.deal_id = any(${dealsOf(conditions.bind(me))})`);
  for (const [name, value] of Object.entries(wanted))
    if (value !== null && value !== undefined) conditions.addOneOf(`c.${name}`, [value].flat());
  if (days.due || days.from || days.before) conditions.add(isStillToDo(conditions.bind(list.unsettled)));
  if (days.due) restrict(conditions, list.dueColumn, dueDays(days.due, now));
  restrict(conditions, list.dueColumn, days);
  if (after) {
    const [place, id] = after.map((value) => conditions.bind(value));
    conditions.add(`(c.${column}, c.id) > (${place}::${type}, ${id}::uuid)`);
  }
  const rows = await db.query<Row>(
    `select ${list.columns} from ${list.table} c ${conditions.where} order by c.${column}, c.id limit $1`,
    conditions.values,
  );
  return pageOf(rows, page, (row) => places.write([placeOf(row), list.placeOf(row)[1]]));
}

/** Nothing is to be done any more of a deal that was cancelled; what was settled before that stays told. */
function isStillToDo(unsettled: string): string {
  return `(c.status <> all(${unsettled}::text[])
    or (select d.cancelled_at from deal d where d.id = c.deal_id) is null)`;
}

function orderOf<Row>(list: ListAcrossDeals<Row>, { due, from, before }: WantedDays): Order<Row> {
  if (due || from || before)
    return { column: list.dueColumn, type: 'date', isPlace: isDate, placeOf: (row) => list.dueOf(row)! };
  return { column: 'updated_at', type: 'timestamptz', isPlace: isInstant, placeOf: (row) => list.placeOf(row)[0] };
}

function restrict(conditions: Conditions, column: string, { from, before }: DueDays): void {
  if (from) conditions.add(`c.${column} >= ${conditions.bind(from)}::date`);
  if (before) conditions.add(`c.${column} < ${conditions.bind(before)}::date`);
}
