import { columnsOf } from '../database';
import { type ListAcrossDeals, namedDeal, pageAcrossDeals } from '../deals';
import {
  type Batch,
  type ChildId,
  type ChildList,
  type ChildPage,
  childPages,
  isUuid,
  mapPage,
  type Page,
  type Request,
  stillDue,
} from '../graphql';
import { Commitment } from './commitment';
import type { CommitmentArgs } from './inputs';

/** The columns of `commitment c` for a `Commitment`. */
export const COMMITMENT = columnsOf(Commitment, 'c');

const OF_DEAL: ChildList<Commitment> = {
  name: 'deal_commitments',
  table: 'commitment',
  columns: COMMITMENT,
  instant: 'created_at',
  placeOf: ({ createdAt, commitmentId }) => [createdAt, commitmentId],
};

/** What is still to be kept. */
const UNSETTLED = ['OPEN'] as const;

const ACROSS_DEALS: ListAcrossDeals<Commitment> = {
  name: 'commitments',
  table: 'commitment',
  columns: COMMITMENT,
  dueColumn: 'due_date',
  dueOf: ({ dueDate }) => dueDate,
  unsettled: UNSETTLED,
  placeOf: ({ updatedAt, commitmentId }) => [updatedAt, commitmentId],
};

/** A row as a commitment. */
export function commitmentOf(row: Commitment): Commitment {
  return Object.assign(new Commitment(), row);
}

/** The commitments of those ids, in their order; null where there is none. Who may see them is the asker's concern. */
export const commitmentsById: Batch<ChildId, Commitment | null> = async ({ db }, asked) => {
  const ids = asked.filter(({ dealId, id }) => isUuid(dealId) && isUuid(id));
  const values = [ids.map(({ dealId }) => dealId), ids.map(({ id }) => id)];
  const rows = await db.query<Commitment>(BY_ID, values, 'commitments_by_id');
  const byId = new Map(rows.map((row) => [`${row.dealId} ${row.commitmentId}`, commitmentOf(row)]));
  return asked.map(({ dealId, id }) => byId.get(`${dealId} ${id}`) ?? null);
};

/** Pages of the commitments of deals, in the order in which they were written down; one SQL statement. */
export const commitmentPages: Batch<ChildPage, Page<Commitment>> = async ({ db }, asked) => {
  const pages = await childPages(db, OF_DEAL, asked);
  return pages.map((page) => mapPage(page, commitmentOf));
};

/**
 * A page of the commitments that the viewer may see, those that changed longest ago first. Throws NOT_FOUND for no
 * deal.
 */
export async function listCommitments(request: Request, args: CommitmentArgs): Promise<Page<Commitment>> {
  const { deal, status, owner, promisedBy, due, dueFrom, dueBefore } = args.filter ?? {};
  const of = typeof deal === 'string' ? await namedDeal(request, deal, 'filter.deal') : undefined;
  const wanted = {
    deal_id: of?.dealId,
    status: due ? stillDue(status, UNSETTLED) : status,
    owner,
    promised_by: promisedBy,
  };
  const days = { due, from: dueFrom, before: dueBefore };
  return mapPage(await pageAcrossDeals(request, ACROSS_DEALS, wanted, days, args), commitmentOf);
}

const BY_ID = `
  select ${COMMITMENT} from commitment c where (c.deal_id, c.id) in (select * from unnest($1::uuid[], $2::uuid[]))`;
