import { type ChildId, isUuid, Refusal, type Request, readChildId, readGlobalId, type Viewer } from '../graphql';
import type { Deal } from './deal';
import { dealByKey, dealsById } from './loading';

const KEY = /^D-\d{4}-\d{4,}$/;

/**
 * What a deal is named by: its key as it is, or the UUID in its global id. Throws BAD_USER_INPUT at `path` for neither.
 */
export function dealName(given: string, path: string): { key: string } | { id: string } {
  if (KEY.test(given)) return { key: given };
  const { type, parts } = readGlobalId(given, path);
  const [id] = parts;
  if (type === 'Deal' && isUuid(id) && parts.length === 1) return { id };
  throw new Refusal('BAD_USER_INPUT', `"${given}" is neither the id nor the key of a deal`, path);
}

/** The deal that is named; null where there is none that the viewer may see. Throws BAD_USER_INPUT at `path`. */
export function dealIfAny({ db, viewer, loading }: Request, given: string, path: string): Promise<Deal | null> {
  const name = dealName(given, path);
  return 'key' in name ? dealByKey(db, viewer, name.key) : loading.by(dealsById).load(name.id);
}

/** The deal that is named. Throws NOT_FOUND at `path` where there is none that the viewer may see. */
export async function namedDeal(request: Request, given: string, path: string): Promise<Deal> {
  const deal = await dealIfAny(request, given, path);
  if (!deal) throw new Refusal('NOT_FOUND', `There is no deal "${given}"`, path);
  return deal;
}

/** The deal that is named, for a change of what belongs to it. Throws NOT_FOUND or FORBIDDEN at `path`. */
export async function dealToChange(request: Request, given: string, path: string): Promise<Deal> {
  const deal = await namedDeal(request, given, path);
  mayChange(request.viewer, deal, path);
  return deal;
}

/**
 * The deal that is named, to do something for its client. Throws NOT_FOUND or FORBIDDEN at `path`, and CONFLICT once
 * the deal was cancelled.
 */
export async function dealToAct(request: Request, given: string, path: string): Promise<Deal> {
  const deal = await dealToChange(request, given, path);
  if (deal.cancelledAt === null) return deal;
  throw new Refusal(
    'CONFLICT',
    `${deal.key} was cancelled at ${deal.cancelledAt}: nothing is done for it any more`,
    path,
  );
}

/**
 * What names an object of a type that belongs to a deal, for a change of it. Throws NOT_FOUND or FORBIDDEN at `path`.
 */
export async function childToChange(request: Request, type: string, given: string, path: string): Promise<ChildId> {
  const child = readChildId(type, given, path);
  const deal = await request.loading.by(dealsById).load(child.dealId);
  if (!deal) throw new Refusal('NOT_FOUND', `There is no ${type} "${given}"`, path);
  mayChange(request.viewer, deal, path);
  return child;
}

/** An AE changes what belongs to the deals that they sold; those that only pay them they read. */
function mayChange({ role, personKey }: Viewer, deal: Deal, path: string): void {
  if (role !== 'ACCOUNT_EXECUTIVE' || deal.accountExecutiveKey === personKey) return;
  throw new Refusal(
    'FORBIDDEN',
    `${deal.key} was sold by ${deal.accountExecutiveKey}: it is not yours to change`,
    path,
  );
}
