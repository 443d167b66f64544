import { columnsOf, type Queryable } from '../database';
import type { Batch } from '../graphql';
import type { PackageContent } from '../rules';
import { HandoffPackage } from './handoffPackage';

/** The columns of `handoff_package c` that are written section by section, by their names in the API. */
export const SECTIONS = {
  clientBasics: 'client_basics',
  people: 'people',
  whatTheyAreSolving: 'what_they_are_solving',
  whatWeAreDelivering: 'what_we_are_delivering',
  commercials: 'commercials',
  risksFlagged: 'risks_flagged',
  commitmentsMade: 'commitments_made',
  noRisksAndIHaveAsked: 'no_risks_and_i_have_asked',
  noCommitmentsAndIHaveAsked: 'no_commitments_and_i_have_asked',
} as const;

/** A package before anything of it was saved. */
export const NOTHING: PackageContent = {
  clientBasics: null,
  people: null,
  whatTheyAreSolving: null,
  whatWeAreDelivering: null,
  commercials: null,
  risksFlagged: null,
  commitmentsMade: null,
  noRisksAndIHaveAsked: false,
  noCommitmentsAndIHaveAsked: false,
  hasRisks: false,
  hasCommitments: false,
};

/** The columns of `handoff_package c` for a `HandoffPackage`. */
export const PACKAGE = `${columnsOf(HandoffPackage, 'c')},
  exists (select from risk r where r.deal_id = c.deal_id) as "hasRisks",
  exists (select from commitment m where m.deal_id = c.deal_id) as "hasCommitments"`;

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

const OF_DEALS = `select ${PACKAGE} from handoff_package c where c.deal_id = any($1)`;
