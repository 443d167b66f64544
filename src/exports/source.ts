import type { Snapshot } from '../database';
import { type CellKind, cellInSql, columnsOfRows, placeOf, ROWS } from '../rows';
import type { RowTypeName } from './bulkExport';

/** A column of a file, with the SQL of its value as the API gives it. */
export interface ExportColumn {
  name: string;
  kind: CellKind;
  sql: string;
}

/** What goes into a file: rows of a type that are settled, as one state of the database has them. */
export interface ExportSource {
  columns: readonly ExportColumn[];
  /** SQL from the view on, which says which rows. */
  from: string;
  rows: number;
  /** The cursor from which increments go on; null where there are no rows. */
  continueAfter: string | null;
}

const OF = { COMMISSION: 'commission', DEAL: 'deal', SLA: 'sla', RISK: 'risk', COMMITMENT: 'commitment' } as const;

/** The rows of a type that were settled at an instant which was asked for before the snapshot was taken. */
export async function sourceOf(snapshot: Snapshot, rows: RowTypeName, settledUntil: string): Promise<ExportSource> {
  const source = ROWS[OF[rows]];
  const { type, view } = source;
  const columns = columnsOfRows(type).map((column) => ({ ...column, sql: cellInSql(column) }));
  const from = `from ${view} where updated_at < '${settledUntil}'::timestamptz`;
  const [counted] = await snapshot.query<{ count: string }>(`select count(*) ${from}`);
  const place = columns.filter(({ name }) => name === 'id' || name === 'updatedAt');
  const [last] = await snapshot.query<{ id: string; updatedAt: string }>(
    `select ${place.map(({ name, sql }) => `${sql} as "${name}"`).join(', ')} ${from}
     order by updated_at desc, id desc limit 1`,
  );
  return { columns, from, rows: Number(counted!.count), continueAfter: last ? placeOf(source, last) : null };
}
