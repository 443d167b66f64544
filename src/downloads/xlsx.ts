import writeExcelFile from 'write-excel-file/node';
import { Refusal } from '../graphql';
import type { Cell, Column, ColumnKind, Table } from './table';
import { withoutTimes } from './zip';

/** More rows than anybody looks at in a spreadsheet; the whole file is in memory while it is made. */
const ROWS_MAX = 50_000;

const COLUMN_WIDTH = 22;

/** A table as a spreadsheet of one sheet. Throws LIMIT_EXCEEDED for more rows than one has. */
export async function xlsxOf({ columns, batches }: Table): Promise<Buffer> {
  const rows: ReturnType<typeof cellOf>[][] = [];
  for await (const batch of batches) {
    for (const row of batch) rows.push(row.map((cell, index) => cellOf(cell, columns[index]!.kind)));
    if (rows.length > ROWS_MAX)
      throw new Refusal('LIMIT_EXCEEDED', `a spreadsheet has at most ${ROWS_MAX} rows: ask for CSV`, 'format');
  }
  const header = columns.map(({ name }: Column) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const widths = columns.map(() => ({ width: COLUMN_WIDTH }));
  const options = { columns: widths, stickyRowsCount: 1 };
  return withoutTimes(await writeExcelFile([header, ...rows], options).toBuffer());
}

/** A text is a text whatever it begins with: no spreadsheet calculates a cell of that type. */
function cellOf(cell: Cell, kind: ColumnKind) {
  if (cell === null) return null;
  if (kind === 'integer') return { value: Number(cell), type: Number };
  if (kind === 'amount')
    return isExact(cell) ? { value: Number(cell), type: Number, format: '#,##0.00##' } : text(cell);
  if (kind === 'date') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (kind === 'instant') return { value: new Date(String(cell)), type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  return text(cell);
}

function text(cell: string | number) {
  return { value: String(cell), type: String };
}

/** Spreadsheets reckon with fifteen digits: what has more stays a text, and exact. */
function isExact(cell: string | number): boolean {
  return String(cell).replace(/\D/g, '').length <= 15;
}
