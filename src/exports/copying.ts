import type { ExportFormatName } from './bulkExport';
import type { ExportColumn } from './source';

/** A JSON text has no control characters of its own, so nothing in it is quoted or escaped by these. */
const RAW = String.raw`(format csv, quote e'\x01', delimiter e'\x02')`;

/** The COPY statement by which PostgreSQL itself writes a format, or what Parquet is made of: an array a line. */
export function copyOf(format: ExportFormatName, columns: readonly ExportColumn[], from: string): string {
  if (format === 'CSV') return `copy (select ${listed(columns.map(inert))} ${from}) to stdout (format csv, header)`;
  if (format === 'JSON_LINES')
    return `copy (select row_to_json(r) from (select ${listed(columns)} ${from}) as r) to stdout ${RAW}`;
  return `copy (select json_build_array(${columns.map(({ sql }) => sql).join(', ')}) ${from}) to stdout ${RAW}`;
}

function listed(columns: readonly ExportColumn[]): string {
  return columns.map(({ name, sql }) => `${sql} as "${name}"`).join(', ');
}

/** A text that a spreadsheet would take for a formula is made one that it does not, as in every CSV. */
function inert(column: ExportColumn): ExportColumn {
  const { kind, sql } = column;
  if (kind !== 'text') return column;
  const isFormula = String.raw`${sql} ~ '^\s*[=+\-@\t\r]'`;
  return { ...column, sql: `case when ${isFormula} then '''' || ${sql} else ${sql} end` };
}

const NEWLINE = 10;
const QUOTE = 34;

/** Counts the rows that have gone by: newlines, but for those within quotes of a CSV. */
export class RowCounter {
  private newlines = 0;
  private isQuoted = false;

  constructor(private readonly format: ExportFormatName) {}

  /** How many there were; a CSV's first line is its header. */
  get rows(): number {
    return this.format === 'CSV' ? Math.max(0, this.newlines - 1) : this.newlines;
  }

  count(bytes: Uint8Array): void {
    if (this.format === 'CSV') this.countOutsideQuotes(bytes);
    else for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) this.newlines++;
  }

  private countOutsideQuotes(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte === NEWLINE && !this.isQuoted) this.newlines++;
    }
  }
}
