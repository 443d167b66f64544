/** What a column holds, so that every format shows it as what it is. */
export type ColumnKind = 'text' | 'amount' | 'integer' | 'date' | 'instant';

/** A column of a table. */
export interface Column {
  name: string;
  kind: ColumnKind;
}

/**
 * A cell: a text, an exact decimal number as text in a column of amounts, a number, `YYYY-MM-DD` in one of dates, RFC
 * 3339 in one of instants; null for nothing.
 */
export type Cell = string | number | null;

/** Rows under named columns, which come in batches: no more than one is in memory. */
export interface Table {
  columns: readonly Column[];
  batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** A table whose rows are all there. */
export function tableOf<Row>(columns: readonly (Column & { of: (row: Row) => Cell })[], rows: readonly Row[]): Table {
  async function* batches() {
    yield rows.map((row) => columns.map(({ of }) => of(row)));
  }
  return { columns: columns.map(({ name, kind }) => ({ name, kind })), batches: batches() };
}
