import { columnsOf, type Queryable } from '../database';
import type { Batch, Request } from '../graphql';
import { EMPTY_PACKAGE, type PackageContent } from '../rules';
import { HandoffPackage } from './handoffPackage';
import { type Listed, listedOfDeals } from './listed';
import { sectionsOf } from './stored';

/** The columns of `handoff_package c` for a `HandoffPackage`. */
export const PACKAGE = `${columnsOf(HandoffPackage, 'c')},
  (select d.currency from deal d where d.id = c.deal_id) as currency`;

/** The packages of deals, in their order; null where there is none yet. Who may see them is the asker's concern. */
export const packagesOfDeals: Batch<string, HandoffPackage | null> = async ({ db }, dealIds) => {
  const rows = await db.query<HandoffPackage>(OF_DEALS, [dealIds], 'packages_of_deals');
  const byDeal = new Map(rows.map((row) => [row.dealId, packageOf(row)]));
  return dealIds.map((dealId) => byDeal.get(dealId) ?? null);
};

/** A deal's package within a transaction; null where there is none yet. */
export async function currentPackage(tx: Queryable, dealId: string): Promise<HandoffPackage | null> {
  const [row] = await tx.query<HandoffPackage>(OF_DEALS, [[dealId]], 'packages_of_deals');
  return row ? packageOf(row) : null;
}

/** A row as a package. */
export function packageOf(row: HandoffPackage): HandoffPackage {
  return Object.assign(new HandoffPackage(), row);
}

/** All that a package says now; `draft` is null where nothing of it was saved. */
export function contentOf(draft: HandoffPackage | null, { risks, commitments }: Listed): PackageContent {
  if (!draft) return { ...EMPTY_PACKAGE, risks, commitments };
  const { noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked, storedSections } = draft;
  return {
    ...sectionsOf(storedSections),
    risks,
    commitments,
    noRisksAndIHaveAsked,
    noCommitmentsAndIHaveAsked,
  };
}

/** All that a deal's package says now, `promisedBy` as a person's key; for many deals two SQL statements. */
export async function packageContent({ loading }: Request, dealId: string): Promise<PackageContent> {
  const [draft, listed] = await Promise.all([
    loading.by(packagesOfDeals).load(dealId),
    loading.by(listedOfDeals).load(dealId),
  ]);
  return contentOf(draft, listed);
}

const OF_DEALS = `select ${PACKAGE} from handoff_package c where c.deal_id = any($1)`;
