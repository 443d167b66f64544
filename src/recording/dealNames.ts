import type { Queryable } from '../database';
import { type DealHeader, lockDeals } from '../facts';
import { Refusal, readGlobalId, type Viewer } from '../graphql';

const KEY = /^D-\d{4}-\d{4,}$/;

/** What a deal is named by: its key as it is, or the UUID in its global id. Throws BAD_USER_INPUT at `path` for neither. */
export function dealName(given: string, path: string): { key: string } | { id: string } {
  if (KEY.test(given)) return { key: given };
  const { type, parts } = readGlobalId(given, path);
  const [id] = parts;
  if (type === 'Deal' && id && parts.length === 1) return { id };
  throw new Refusal('BAD_USER_INPUT', `"${given}" is neither the id nor the key of a deal`, path);
}

/** Locks the deals of a call and gives them by how they were named. Throws NOT_FOUND at the path of the first that is none. */
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
