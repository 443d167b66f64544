import { type Deal, dealsById, dealToAct } from '../deals';
import { handoffFolder, slugOf } from '../drive';
import { historiesOf, judgedDeal } from '../facts';
import { Refusal, type Request } from '../graphql';
import { type Sent, sendOnce } from '../mail';
import { recordDeeds } from '../recording';
import { countingCall, type DealEvent, type Instant, isoOf } from '../rules';
import { termsBook } from '../terms';
import { agendaInWords } from './agenda';
import type { Done } from './assigning';
import { invitedTo, sequenceOf } from './call';
import type { ScheduleHandoffCallInput } from './inputs';
import { type Arranged, type Invited, invitationOf } from './invitation';

/** A call that was arranged. */
interface Scheduled extends Done {
  invitation: string;
  sent: boolean;
  file: string | null;
}

/**
 * Arranges the handoff call and invites the three to it. An invitation that could not be sent is told, and the call is
 * arranged all the same. Throws a Refusal at what is wrong.
 */
export async function scheduleCall(request: Request, input: ScheduleHandoffCallInput): Promise<Scheduled> {
  const { db, loading, now } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  if (input.startsAt < now)
    throw new Refusal('BAD_USER_INPUT', `${isoOf(input.startsAt)} has passed: a call is arranged ahead`, 'startsAt');
  await demandToCome(deal, request);
  const invited = await demandInvited(deal, request);
  const book = await termsBook(db);
  const { startsAt, minutes, place } = input;
  const [event] = await db.transaction((tx) =>
    recordDeeds(tx, request, book, deal.key, [
      { occurredAt: Date.now(), whenField: 'deal', fact: { callScheduled: { startsAt, minutes, place } } },
    ]),
  );
  loading.forget();
  const sequence = sequenceOf(upTo(await loading.by(historiesOf).load(deal.dealId), event!.id));
  const invitation = invitationOf(deal, { event: event as Arranged['event'], sequence }, invited);
  const invitedBy = await invite(request, deal, invited, invitation, startsAt, event!.id);
  const warnings = [...(await lateness(deal, startsAt, request)), ...invitedBy.warnings];
  return { ...invitedBy, deal: await loading.by(dealsById).load(deal.dealId), invitation, warnings };
}

/** What was recorded until then: somebody else may have moved the call since. */
function upTo(events: readonly DealEvent[], id: string): DealEvent[] {
  return events.slice(0, events.findIndex((event) => event.id === id) + 1);
}

async function demandToCome({ dealId }: Deal, request: Request): Promise<void> {
  const { state } = await judgedDeal(request, dealId, {});
  const held = countingCall(state.history);
  if (held) throw new Refusal('CONFLICT', `the call was held at ${isoOf(held.occurredAt)}`, 'deal');
}

async function demandInvited(deal: Deal, request: Request): Promise<Invited> {
  const { accountExecutive, deliveryLead, accountManager } = await invitedTo(deal, request);
  if (!deliveryLead) throw new Refusal('BAD_USER_INPUT', 'the deal has no delivery lead to invite', 'deal');
  if (!accountManager)
    throw new Refusal('BAD_USER_INPUT', 'no account manager is assigned yet: there would be nobody to invite', 'deal');
  return { accountExecutive: accountExecutive!, deliveryLead, accountManager };
}

async function invite(
  request: Request,
  deal: Deal,
  { accountExecutive, deliveryLead, accountManager }: Invited,
  invitation: string,
  startsAt: Instant,
  eventId: string,
): Promise<Pick<Scheduled, 'sent' | 'file' | 'warnings'>> {
  const addressOf = ({ name, email }: { name: string; email: string }) => ({ name, address: email });
  const mail = {
    from: addressOf(accountExecutive),
    to: [accountExecutive, deliveryLead, accountManager].map(addressOf),
    cc: [],
    subject: `Handoff call: ${deal.clientName} (${deal.key})`,
    text: `${agendaInWords()}\n`,
    invitation,
  };
  const file = `${handoffFolder(slugOf(deal.clientName))}/call-${deal.key.toLowerCase()}-${stampOf(startsAt)}.eml`;
  try {
    const toSend = { kind: 'INVITATION', regarding: eventId, mail, file, field: 'deal' } as const;
    return await sendOnce(request, deal, toSend, async (_tx, { posted, warnings }: Sent) =>
      posted.accepted ? { sent: true, file: null, warnings } : { sent: false, file: posted.file, warnings: [NOT_SENT] },
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      sent: false,
      file: null,
      warnings: [`The call is arranged, but not everybody was invited. ${error.message}`],
    };
  }
}

const NOT_SENT = 'There is no mail server: the invitation lies on the drive, for somebody to send.';

function stampOf(instant: Instant): string {
  return isoOf(instant).slice(0, 16).replace(/[T:]/g, '-');
}

/** Whether it is arranged for after the deadline, and by how much. */
async function lateness({ dealId }: Deal, startsAt: Instant, request: Request): Promise<string[]> {
  const { state } = await judgedDeal(request, dealId, {});
  const dueAt = state.handoff.slas.find(({ sla }) => sla === 'HOLD_CALL')?.dueAt ?? null;
  if (dueAt === null || startsAt <= dueAt) return [];
  return [`The call is arranged for after its deadline, ${isoOf(dueAt)}: ${lengthInWords(startsAt - dueAt)} late.`];
}

const MS_AN_HOUR = 3_600_000;

function lengthInWords(milliseconds: number): string {
  const hours = Math.ceil(milliseconds / MS_AN_HOUR);
  return hours < 48 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`;
}
