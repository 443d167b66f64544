import { isoInSql, type Queryable } from '../database';
import type { Batch } from '../graphql';
import { BulkExport, type ExportRow } from './bulkExport';

/** The columns of `bulk_export b` for an `ExportRow`. */
export const EXPORT = `b.id as "exportId", b.rows, b.document, b.variables, b.format, b.status,
  ${isoInSql('b.created_at')} as "createdAt", b.created_by as "createdByKey", b.role, b.attempt,
  ${isoInSql('b.started_at')} as "startedAt", ${isoInSql('b.finished_at')} as "finishedAt",
  ${isoInSql('b.expires_at')} as "expiresAt", b.rows_expected as "rowsExpected", b.rows_written as "rowsWritten",
  b.continue_after as "continueAfter", b.sha256, b.failure`;

/** Exports of the viewer's by their UUIDs, in their order; null where there is none. One SQL statement. */
export const exportsById: Batch<string, BulkExport | null> = async ({ db, viewer }, ids) => {
  const rows = await db.query<ExportRow>(BY_ID, [ids, viewer.personKey], 'exports_by_id');
  const byId = new Map(rows.map((row) => [row.exportId, new BulkExport(row)]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The export of that UUID, locked until the transaction ends; undefined where there is none of that person. */
export async function lockExport(tx: Queryable, id: string, personKey: string): Promise<ExportRow | undefined> {
  const [row] = await tx.query<ExportRow>(`${BY_ID} for update`, [[id], personKey], 'lock_export');
  return row;
}

const BY_ID = `select ${EXPORT} from bulk_export b where b.id = any($1::uuid[]) and b.created_by = $2`;
