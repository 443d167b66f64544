import type { Queryable } from '../../database';
import type { Deal } from '../../deals';
import { documentPath, slugOf } from '../../drive';
import { type Batch, Refusal } from '../../graphql';
import type { LocalDate } from '../../rules';
import type { RevisionNumber } from '../revisions/loading';

/** Where revisions lie on the drive, in their order; null for those that do not. One SQL statement. */
export const pathsOfRevisions: Batch<RevisionNumber, string | null> = async ({ db }, asked) => {
  const values = [asked.map(({ dealId }) => dealId), asked.map(({ revision }) => revision)];
  const rows = await db.query<RevisionNumber & { path: string }>(OF_REVISIONS, values, 'drive_paths');
  const byNumber = new Map(rows.map(({ dealId, revision, path }) => [`${dealId} ${revision}`, path]));
  return asked.map(({ dealId, revision }) => byNumber.get(`${dealId} ${revision}`) ?? null);
};

/**
 * The path of a revision, which belongs to its deal from then on: that of the pattern, unless another deal of the same
 * client and day has it. A later revision of the same day takes the place of the earlier one.
 * Throws CONFLICT at `revision` where that has happened.
 */
export async function reservePath(db: Queryable, deal: Deal, revision: number, date: LocalDate): Promise<string> {
  const slug = slugOf(deal.clientName);
  for (const path of [documentPath(slug, date), documentPath(slug, date, deal.key)]) {
    const [reserved] = await db.query<Reserved>(RESERVE, [path, deal.dealId, revision], 'reserve_path');
    if (!reserved || reserved.dealId !== deal.dealId) continue;
    if (reserved.revision === revision) return path;
    const reason = `revision ${reserved.revision} of the same day has taken its place on the drive`;
    throw new Refusal('CONFLICT', reason, 'revision');
  }
  throw new Error(`the path of ${deal.key} belongs to another deal`);
}

/** Whose a path is, after somebody wanted it. */
interface Reserved {
  dealId: string;
  revision: number;
}

const OF_REVISIONS = `
  select deal_id as "dealId", revision, path from drive_path
  where (deal_id, revision) in (select * from unnest($1::uuid[], $2::int[]))`;

/** The row as it is in the end, be it ours or not: it is touched in any case, so that it is there to be returned. */
const RESERVE = `
  insert into drive_path as p (path, deal_id, revision) values ($1, $2, $3)
  on conflict (path) do update set
    revision = case when p.deal_id = excluded.deal_id then greatest(p.revision, excluded.revision) else p.revision end
  returning p.deal_id as "dealId", p.revision`;
