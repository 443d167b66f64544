import type { Queryable } from '../database';
import { dealName } from '../deals';
import { type DealHeader, lockDeals } from '../facts';
import { Refusal, type Viewer } from '../graphql';

/**
 * Locks the deals of a call and gives them by how they were named. Throws NOT_FOUND at the path of the first that is
 * none.
 */
export async function lockNamedDeals(
  tx: Queryable,
  viewer: Viewer,
  named: readonly { deal: string; path: string }[],
): Promise<Map<string, DealHeader>> {
  const names = new Map(named.map(({ deal, path }) => [deal, dealName(deal, path)]));
  const ids = [...names.values()].flatMap((name) => ('id' in name ? [name.id] : []));
  const keys = [...names.values()].flatMap((name) => ('key' in name ? [name.key] : []));
  const locked = (await lockDeals(tx, ids, keys)).filter((deal) => isTheirs(deal, viewer));
  const found = new Map(locked.flatMap((deal) => [[deal.key, deal] as const, [deal.dealId, deal] as const]));
  const byName = new Map<string, DealHeader>();
  for (const { deal: given, path } of named) {
    const name = names.get(given)!;
    const deal = found.get('id' in name ? name.id : name.key);
    if (!deal) throw new Refusal('NOT_FOUND', `There is no deal "${given}"`, path);
    byName.set(given, deal);
  }
  return byName;
}

/** An AE acts on their own deals; another's is as if it did not exist. */
function isTheirs({ accountExecutive }: DealHeader, { role, personKey }: Viewer): boolean {
  return role !== 'ACCOUNT_EXECUTIVE' || accountExecutive === personKey;
}
