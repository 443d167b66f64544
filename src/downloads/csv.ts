import { csvLine, inert } from '../csv';
import type { Cell, ColumnKind, Table } from './table';

/** A table as CSV (RFC 4180, UTF-8): a header, then its rows, batch by batch. */
export async function* csvOf({ columns, batches }: Table): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for await (const rows of batches)
    yield rows.map((row) => csvLine(row.map((cell, index) => textOf(cell, columns[index]!.kind)))).join('');
}

/** Amounts and numbers stay numbers, also below zero; only what is a text can be meant as a formula. */
function textOf(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '';
  return kind === 'text' ? inert(String(cell)) : String(cell);
}
