import type { Leaf } from '../../rules';
import { cellsOf, isDelimiter, isRow } from './cells';
import type { Findings } from './finding';
import { LabelBook } from './labels';
import { saysNone } from './none';
import { excerpt, isBlank, type Line } from './source';

/** A row of a table as it is written: its cells by the names of their columns. */
export interface TableRow {
  line: number;
  cells: ReadonlyMap<string, string>;
}

/** What was found where a table is wanted. */
export interface Table {
  /** The line of the header; null where there is no table. */
  line: number | null;
  rows: TableRow[];
  /** What is neither a row nor blank, with the first line of each paragraph. */
  loose: Line[];
  /** Whether the only row says that there is none. */
  saysNone: boolean;
}

/** Reads a table by its header, however its columns are ordered or aligned. `path` is the list's place. */
export function readTable(lines: readonly Line[], columns: readonly Leaf[], path: string, findings: Findings): Table {
  const [header, ...others] = lines.filter(({ text }) => isRow(text));
  const loose = looseOf(lines);
  if (!header) return { line: null, rows: [], loose, saysNone: false };
  const names = namesOf(header, columns, path, findings);
  if (!names) return { line: header.number, rows: [], loose, saysNone: false };
  const rows = others.flatMap((line) => rowOf(line, names, path, findings) ?? []);
  const cells = rows.length === 1 ? [...rows[0]!.cells] : [];
  const isNone =
    cells.filter(([, cell]) => cell !== '').length === 1 && saysNone(rows[0]!.cells.get(columns[0]!.name) ?? '');
  return { line: header.number, rows: isNone ? [] : rows, loose, saysNone: isNone };
}

/** Which column each cell of a header names: null where it has no place, empty for no name. Undefined: no header. */
function namesOf(
  { number, text }: Line,
  columns: readonly Leaf[],
  path: string,
  findings: Findings,
): (string | null)[] | undefined {
  const book = new LabelBook(columns.map((column) => [column.label, column] as const));
  const header = cellsOf(text);
  if (!header.some((cell) => book.exactly(cell))) {
    const wanted = columns.map(({ label }) => label).join(' | ');
    findings.error('UNKNOWN_PART', number, path, `a table begins here without its header: | ${wanted} |`);
    return undefined;
  }
  const found = header.map((cell) => columnOf(cell, number, book, path, findings));
  const names = found.map((column, index) => column?.name ?? (header[index] === '' ? '' : null));
  names.forEach((name, index) => {
    if (name && names.indexOf(name) < index)
      findings.error('REPEATED_PART', number, path, `there are two columns "${found[index]!.label}"`);
  });
  for (const { name, label, asks } of columns)
    if (asks !== undefined && !names.includes(name))
      findings.warning('MISSING_PART', number, path, `the table has no column "${label}"`);
  return names;
}

function columnOf(
  cell: string,
  line: number,
  book: LabelBook<Leaf>,
  path: string,
  findings: Findings,
): Leaf | undefined {
  const exact = book.exactly(cell);
  if (exact || cell === '') return exact;
  const near = book.nearly(cell);
  if (near) findings.warning('UNKNOWN_PART', line, path, `the column "${excerpt(cell)}" is taken for "${near.label}"`);
  else findings.error('UNKNOWN_PART', line, path, `the column "${excerpt(cell)}" has no place in this table`);
  return near?.named;
}

function rowOf(line: Line, names: readonly (string | null)[], path: string, findings: Findings): TableRow | undefined {
  const cells = cellsOf(line.text);
  if (isDelimiter(cells) || cells.every((cell) => cell === '')) return undefined;
  const homeless = cells.find((cell, index) => cell !== '' && index >= names.length);
  if (homeless !== undefined)
    findings.error('UNKNOWN_PART', line.number, path, tooMany(cells.length, names.length, homeless));
  const nameless = cells.find((cell, index) => cell !== '' && names[index] === '');
  if (nameless !== undefined)
    findings.error('UNKNOWN_PART', line.number, path, `"${excerpt(nameless)}" stands in a column without a name`);
  const named = names.flatMap((name, index) => (!name ? [] : [[name, cells[index] ?? ''] as const]));
  return { line: line.number, cells: new Map(named) };
}

function tooMany(count: number, known: number, cell: string): string {
  const where = `"${excerpt(cell)}" stands beyond the table: ${count} cells below ${known} columns`;
  return `${where}. A pipe within a text is written \\|`;
}

function looseOf(lines: readonly Line[]): Line[] {
  const isLoose = ({ text }: Line) => !isRow(text) && !isBlank(text);
  return lines.filter((line, index) => isLoose(line) && !(index > 0 && isLoose(lines[index - 1]!)));
}
