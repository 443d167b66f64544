import type { Deal } from '../deals';
import { eventGlobalId, historiesOf, judgedDeal } from '../facts';
import type { Request } from '../graphql';
import { type Person, peopleByKey } from '../people';
import { countingCall, type DealEvent, type History, type Instant } from '../rules';
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

/** How the call is arranged, if it is. */
export async function arrangedCall({ dealId }: Deal, request: Request): Promise<Arranged | null> {
  const { state } = await judgedDeal(request, dealId, {});
  const event = state.history.latest('CALL_SCHEDULED');
  return event ? { event, sequence: sequenceOf(await request.loading.by(historiesOf).load(dealId)) } : null;
}

/** How the call is arranged that is still to be held. */
export function callToCome(history: History, now: Instant): Arranged['event'] | undefined {
  const arranged = history.latest('CALL_SCHEDULED');
  return arranged && arranged.fact.startsAt > now && !countingCall(history) ? arranged : undefined;
}

/** Said to whoever names another of the three once the call is arranged. */
export const INVITED_ELSE = 'The call is arranged with somebody else: schedule it again, and they are invited.';

/**
 * The version of the invitation, which only grows: arranging the call makes another, and so does withdrawing that, for
 * calendars keep the latest version that they were sent.
 */
export function sequenceOf(events: readonly DealEvent[]): number {
  const arranged = new Set(events.filter(({ fact }) => fact.type === 'CALL_SCHEDULED').map(({ id }) => id));
  const withdrawn = events.filter(({ fact }) => fact.type === 'EVENT_RETRACTED' && arranged.has(fact.retracts));
  return arranged.size - 1 + withdrawn.length;
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
