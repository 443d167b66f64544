import type { Deal } from '../deals';
import { eventGlobalId, judgedDeal } from '../facts';
import type { Request } from '../graphql';
import { type Person, peopleByKey } from '../people';
import { countingCall } from '../rules';
import { AGENDA } from './agenda';
import type { Arranged, Invited } from './invitation';
import { HandoffCall } from './objects';

const MINUTES = 60;

/** The handoff call of a deal, as of now. */
export async function handoffCall({ dealId }: Deal, request: Request): Promise<HandoffCall> {
  const { state } = await judgedDeal(request, dealId, {});
  const arranged = state.history.latest('CALL_SCHEDULED');
  const held = countingCall(state.history);
  const event = held ?? state.history.latest('CALL_HELD');
  return Object.assign(new HandoffCall(), {
    dealId,
    startsAt: arranged?.fact.startsAt ?? null,
    minutes: arranged?.fact.minutes ?? MINUTES,
    place: arranged?.fact.place ?? null,
    dueAt: state.handoff.slas.find(({ sla }) => sla === 'HOLD_CALL')?.dueAt ?? null,
    agenda: AGENDA,
    heldAt: held?.occurredAt ?? null,
    attendees: event?.fact.attendees ?? [],
    event: event ? eventGlobalId(dealId, event.id) : null,
  });
}

/** How the call is arranged, if it is; each time it was before makes a later version of the invitation. */
export async function arrangedCall({ dealId }: Deal, request: Request): Promise<Arranged | null> {
  const { state } = await judgedDeal(request, dealId, {});
  const all = state.history.all('CALL_SCHEDULED');
  const event = state.history.latest('CALL_SCHEDULED');
  return event ? { event, sequence: all.length - 1 } : null;
}

/** Who is to attend; null for those who are not named yet. */
export async function invitedTo(
  { accountExecutiveKey, deliveryLeadKey, accountManagerKey }: Deal,
  { loading }: Request,
): Promise<{ [R in keyof Invited]: Person | null }> {
  const load = (key: string | null) => (key === null ? null : loading.by(peopleByKey).load(key));
  const [accountExecutive, deliveryLead, accountManager] = await Promise.all([
    loading.by(peopleByKey).load(accountExecutiveKey),
    load(deliveryLeadKey),
    load(accountManagerKey),
  ]);
  return { accountExecutive, deliveryLead, accountManager };
}
