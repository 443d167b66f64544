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
import type { RiskArgs } from './inputs';
import { Risk } from './risk';

/** The columns of `risk c` for a `Risk`. */
export const RISK = columnsOf(Risk, 'c');

const OF_DEAL: ChildList<Risk> = {
  name: 'deal_risks',
  table: 'risk',
  columns: RISK,
  instant: 'created_at',
  placeOf: ({ createdAt, riskId }) => [createdAt, riskId],
};

/** What is settled for good is not looked at again; what has materialised is. */
const UNSETTLED = ['OPEN', 'MITIGATED', 'MATERIALISED'] as const;

const ACROSS_DEALS: ListAcrossDeals<Risk> = {
  name: 'risks',
  table: 'risk',
  columns: RISK,
  dueColumn: 'review_on',
  dueOf: ({ reviewOn }) => reviewOn,
  unsettled: UNSETTLED,
  placeOf: ({ updatedAt, riskId }) => [updatedAt, riskId],
};

/** A row as a risk. */
export function riskOf(row: Risk): Risk {
  return Object.assign(new Risk(), row);
}

/** The risks of those ids, in their order; null where there is none. Who may see them is the asker's concern. */
export const risksById: Batch<ChildId, Risk | null> = async ({ db }, asked) => {
  const ids = asked.filter(({ dealId, id }) => isUuid(dealId) && isUuid(id));
  const rows = await db.query<Risk>(BY_ID, [ids.map(({ dealId }) => dealId), ids.map(({ id }) => id)], 'risks_by_id');
  const byId = new Map(rows.map((row) => [`${row.dealId} ${row.riskId}`, riskOf(row)]));
  return asked.map(({ dealId, id }) => byId.get(`${dealId} ${id}`) ?? null);
};

/** Pages of the risks of deals, in the order in which they were written down; one SQL statement. */
export const riskPages: Batch<ChildPage, Page<Risk>> = async ({ db }, asked) => {
  const pages = await childPages(db, OF_DEAL, asked);
  return pages.map((page) => mapPage(page, riskOf));
};

/** A page of the risks that the viewer may see, those that changed longest ago first. Throws NOT_FOUND for no deal. */
export async function listRisks(request: Request, args: RiskArgs): Promise<Page<Risk>> {
  const { deal, status, likelihood, owner, review, reviewFrom, reviewBefore } = args.filter ?? {};
  const of = typeof deal === 'string' ? await namedDeal(request, deal, 'filter.deal') : undefined;
  const wanted = { deal_id: of?.dealId, status: review ? stillDue(status, UNSETTLED) : status, likelihood, owner };
  const days = { due: review, from: reviewFrom, before: reviewBefore };
  return mapPage(await pageAcrossDeals(request, ACROSS_DEALS, wanted, days, args), riskOf);
}

const BY_ID = `select ${RISK} from risk c where (c.deal_id, c.id) in (select * from unnest($1::uuid[], $2::uuid[]))`;
