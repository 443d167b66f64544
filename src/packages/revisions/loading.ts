import { isoInSql, type Queryable } from '../../database';
import { storedEventInSql } from '../../facts';
import { type Batch, type ChildList, type ChildPage, childPages, mapPage, type Page } from '../../graphql';
import { PackageRevision } from './revision';

/** What was submitted, with the fact that was recorded with it. */
const SUBMITTED = `(
  select r.deal_id, r.revision, r.content, r.event_id as id, e.occurred_at, e.recorded_at, e.recorded_by,
    ${storedEventInSql('e')} as event
  from package_revision r join deal_event e on e.deal_id = r.deal_id and e.id = r.event_id)`;

const REVISION = `c.deal_id as "dealId", c.revision, c.content as "storedContent", c.event as "storedEvent",
  ${isoInSql('c.occurred_at')} as "submittedAt", ${isoInSql('c.recorded_at')} as "recordedAt",
  c.recorded_by as "submittedByKey",
  (select d.currency from deal d where d.id = c.deal_id) as currency,
  (select ${isoInSql('min(x.recorded_at)')} from deal_event x
    where x.deal_id = c.deal_id and x.refers_to = c.id and x.type = 'EVENT_RETRACTED') as "retractedAt"`;

const OF_PACKAGE: ChildList<PackageRevision> = {
  name: 'package_revisions',
  table: SUBMITTED,
  columns: REVISION,
  instant: 'recorded_at',
  placeOf: ({ recordedAt, storedEvent }) => [recordedAt, storedEvent.id],
};

/** Pages of the revisions of packages, in the order of submitting; one SQL statement. */
export const revisionPages: Batch<ChildPage, Page<PackageRevision>> = async ({ db }, asked) => {
  const pages = await childPages(db, OF_PACKAGE, asked);
  return pages.map((page) => mapPage(page, revisionOf));
};

/** A revision of a deal's package, by its number. */
export interface RevisionNumber {
  dealId: string;
  revision: number;
}

/** Revisions by number, in their order; null where there is none. One SQL statement. */
export const revisionsByNumber: Batch<RevisionNumber, PackageRevision | null> = async ({ db }, asked) => {
  const values = [asked.map(({ dealId }) => dealId), asked.map(({ revision }) => revision)];
  const rows = await db.query<PackageRevision>(BY_NUMBER, values, 'revisions_by_number');
  const byNumber = new Map(rows.map((row) => [`${row.dealId} ${row.revision}`, revisionOf(row)]));
  return asked.map(({ dealId, revision }) => byNumber.get(`${dealId} ${revision}`) ?? null);
};

/** The latest revision of a deal's package whose submission stands, within a transaction; null where none does. */
export async function standingRevision(tx: Queryable, dealId: string): Promise<PackageRevision | null> {
  const [row] = await tx.query<PackageRevision>(STANDING, [[dealId]], 'standing_revisions');
  return row ? revisionOf(row) : null;
}

/** The latest revisions of deals' packages whose submission stands, in their order; null where none does. */
export const standingRevisions: Batch<string, PackageRevision | null> = async ({ db }, dealIds) => {
  const rows = await db.query<PackageRevision>(STANDING, [dealIds], 'standing_revisions');
  const byDeal = new Map(rows.map((row) => [row.dealId, revisionOf(row)]));
  return dealIds.map((dealId) => byDeal.get(dealId) ?? null);
};

function revisionOf(row: PackageRevision): PackageRevision {
  return Object.assign(new PackageRevision(), row);
}

const BY_NUMBER = `
  select ${REVISION} from ${SUBMITTED} c
  where (c.deal_id, c.revision) in (select * from unnest($1::uuid[], $2::int[]))`;

const STANDING = `
  select distinct on (c.deal_id) ${REVISION} from ${SUBMITTED} c
  where c.deal_id = any($1) and not exists (
    select from deal_event x where x.deal_id = c.deal_id and x.refers_to = c.id and x.type = 'EVENT_RETRACTED')
  order by c.deal_id, c.recorded_at desc`;
