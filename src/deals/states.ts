import { type CommissionState, onlyPayeeFor, shownCommission } from '../commission';
import { type DealHeader, eventGlobalId, judgedDeal, type When } from '../facts';
import type { Request } from '../graphql';
import { HandoffState, shownHandoff } from '../handoff';
import type { DealState } from '../rules';
import { termsBook } from '../terms';
import type { Deal } from './deal';

/** The handoff as of now, from what is stored. */
export function handoffNow({
  dealId,
  triggeredAt,
  unmetConditions,
  owner,
  pointOfContact,
  weekOne,
}: Deal): HandoffState {
  return Object.assign(new HandoffState(), { dealId, triggeredAt, unmetConditions, owner, pointOfContact, weekOne });
}

/** The handoff as at any instant, as known at any instant. */
export async function handoffAt({ dealId }: Deal, when: When, request: Request): Promise<HandoffState> {
  const { state } = await judgedDeal(request, dealId, when);
  return shownHandoff(state.handoff, (eventId) => eventGlobalId(dealId, eventId));
}

/** The commission as at any instant, as known at any instant; now when neither is given. */
export async function commissionAt({ dealId }: Deal, when: When, request: Request): Promise<CommissionState> {
  const { deal, state } = await judgedDeal(request, dealId, when);
  return commissionOf(deal, state, request, (eventId) => eventGlobalId(dealId, eventId));
}

/** A judged deal's commission as the viewer may see it; `idOf` gives the ids of events as they are shown. */
export async function commissionOf(
  deal: DealHeader,
  state: DealState,
  { db, viewer }: Request,
  idOf: (eventId: string) => string,
): Promise<CommissionState> {
  const { zone } = (await termsBook(db)).termsOf(deal).calendar;
  return shownCommission(state, { ...deal, zone: zone.name, idOf, onlyPayee: onlyPayeeFor(viewer) });
}
