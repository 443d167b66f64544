import { forgetExports } from '../exports';
import type { Request } from '../graphql';
import { removeErasedMails } from '../mail';
import { rewriteDocuments } from '../packages';
import { type Instant, isoOf } from '../rules';

/**
 * Takes out of files what was erased of deals: documents are written again, mails removed, exports that were begun by
 * an instant forgotten. Throws a DriveFailure where the drive does not take it: nothing is noted then, and it is done
 * again.
 */
export async function clearFiles(request: Request, dealIds: readonly string[], exportsBy: Instant): Promise<void> {
  const begun = Date.now();
  await forgetExports(request.db, exportsBy);
  await rewriteDocuments(request, dealIds);
  await removeErasedMails(request, dealIds);
  await request.db.query(CLEARED, [dealIds, isoOf(begun)], 'erasures_cleared');
}

const CLEARED = 'update erasure set cleared_at = $2 where deal_id = any($1) and erased_at <= $2::timestamptz';
