import { columnsOf, type Queryable } from '../database';
import type { Batch, Viewer } from '../graphql';
import { Deal } from './deal';
import { isVisible, ownDealsOf } from './visibility';

/** The columns of `deal d` for a `Deal`. */
export const DEAL = columnsOf(Deal, 'd');

/** The deals of those UUIDs, in their order; null where the viewer may not see it or there is none. */
export const dealsById: Batch<string, Deal | null> = async ({ db, viewer }, ids) => {
  const rows = await db.query<Deal>(BY_ID, [ids, ownDealsOf(viewer)], 'deals_by_id');
  const byId = new Map(rows.map((row) => [row.dealId, dealOf(row)]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The deal of that key; null where the viewer may not see it or there is none. */
export async function dealByKey(db: Queryable, viewer: Viewer, key: string): Promise<Deal | null> {
  const [row] = await db.query<Deal>(BY_KEY, [key, ownDealsOf(viewer)], 'deal_by_key');
  return row ? dealOf(row) : null;
}

/** A row as a deal. */
export function dealOf(row: Deal): Deal {
  return Object.assign(new Deal(), row);
}

const BY_ID = `select ${DEAL} from deal d where d.id = any($1) and ${isVisible('$2')}`;
const BY_KEY = `
  select ${DEAL} from deal_key k join deal d on d.id = k.deal_id where k.key = $1 and ${isVisible('$2')}`;
