import { isoInSql, type Queryable } from '../database';
import { type Deal, dealsById, dealToAct, dealToChange } from '../deals';
import { handoffFolder, slugOf } from '../drive';
import { eventGlobalId, lockDeals, mayState, readEventId } from '../facts';
import {
  type Batch,
  type ChildList,
  type ChildPage,
  childPages,
  mapPage,
  type Page,
  Refusal,
  type Request,
} from '../graphql';
import { type Sent, sendOnce } from '../mail';
import { type Person, peopleByKey } from '../people';
import { recordDeeds } from '../recording';
import { isoOf } from '../rules';
import { termsBook } from '../terms';
import type { ForwardClientEmailInput, LogClientEmailInput } from './inputs';
import type { Introduced } from './intro';
import { ClientEmail } from './objects';
import { yourContactNow } from './words';

const NOTE_LENGTH_MAX = 4_000;

const OF_DEAL: ChildList<ClientEmail> = {
  name: 'client_emails',
  table: 'client_email',
  columns: `c.deal_id as "dealId", c.event_id as "eventId", ${isoInSql('c.received_at')} as "receivedAt", c.sender,
    c.subject, c.body, exists (
      select from deal_event f where f.deal_id = c.deal_id and f.refers_to = c.event_id and f.type = 'AE_FORWARDED'
        and not exists (select from deal_event r where r.deal_id = f.deal_id and r.refers_to = f.id)) as "isForwarded"`,
  instant: 'received_at',
  id: 'event_id',
  placeOf: ({ receivedAt, eventId }) => [receivedAt, eventId],
};

/** Pages of the emails that reached the AEs of deals, in the order of receiving; one SQL statement. */
export const clientEmailPages: Batch<ChildPage, Page<ClientEmail>> = async ({ db }, asked) => {
  const pages = await childPages(db, OF_DEAL, asked);
  return pages.map((page) => mapPage(page, emailOf));
};

function emailOf(row: ClientEmail): ClientEmail {
  return Object.assign(new ClientEmail(), row, { id: eventGlobalId(row.dealId, row.eventId) });
}

/**
 * Records that an email of the client reached the AE, and keeps it; the very same one is kept once. Throws a Refusal at
 * what is wrong.
 */
export async function logClientEmail(request: Request, input: LogClientEmailInput): Promise<{ email: ClientEmail }> {
  const { db, loading } = request;
  const deal = await dealToChange(request, input.deal, 'deal');
  const book = await termsBook(db);
  const { receivedAt, from, subject, body } = input;
  const note = `From ${from}: ${subject}`.slice(0, NOTE_LENGTH_MAX);
  const email = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    const [logged] = await tx.query<ClientEmail>(
      SAME,
      [deal.dealId, from, subject, body, isoOf(receivedAt)],
      'same_email',
    );
    if (logged) return emailOf(logged);
    const [event] = await recordDeeds(tx, request, book, deal.key, [
      { occurredAt: receivedAt, whenField: 'receivedAt', fact: { clientEmailedAe: { note } } },
    ]);
    await tx.query(KEEP, [deal.dealId, event!.id, from, subject, body, isoOf(receivedAt)], 'keep_client_email');
    return (await emailOfEvent(tx, deal, event!.id))!;
  });
  loading.forget();
  return { email };
}

/**
 * Forwards an email to the account manager, which is recorded (AE_FORWARDED) once the server has taken it, and then
 * answers the client with the one line; asked again, it answers a client whom no mail has reached. Without a server
 * both are written to the drive and nothing is recorded. Throws a Refusal at what is wrong, CONFLICT where both were
 * done already, UNAVAILABLE where it could not be forwarded.
 */
export async function forwardClientEmail(request: Request, input: ForwardClientEmailInput): Promise<Introduced> {
  const { db, loading, viewer } = request;
  const deal = await dealToAct(request, input.deal, 'deal');
  mayState(viewer, { type: 'AE_FORWARDED', forwards: '' }, undefined, 'deal');
  const email = await emailOfEvent(db, deal, readEventId(input.email, deal.dealId, 'email'));
  if (!email) throw new Refusal('NOT_FOUND', `The deal has no email "${input.email}"`, 'email');
  if (email.sender === ERASED) throw new Refusal('CONFLICT', 'who wrote it was erased, and what they wrote', 'email');
  if (deal.pointOfContact === 'ACCOUNT_EXECUTIVE')
    throw new Refusal('CONFLICT', "the AE is the client's contact still: the handoff call was not held", 'deal');
  const people = await sidesOf(deal, request);
  const done = email.isForwarded
    ? await answerAtLast(request, deal, email, people)
    : await forwardAndAnswer(request, deal, email, people);
  loading.forget();
  return { ...done, deal: await loading.by(dealsById).load(deal.dealId) };
}

/** What stands in the place of a sender of whom nothing is known any more. */
const ERASED = '[erased]';

/** Who hands the email on, and to whom. */
interface Sides {
  accountExecutive: Person;
  accountManager: Person;
}

async function sidesOf({ accountExecutiveKey, accountManagerKey }: Deal, { loading }: Request): Promise<Sides> {
  if (accountManagerKey === null)
    throw new Refusal('BAD_USER_INPUT', 'no account manager is assigned yet: there is nobody to forward it to', 'deal');
  const accountManager = await loading.by(peopleByKey).load(accountManagerKey);
  return { accountManager, accountExecutive: await loading.by(peopleByKey).load(accountExecutiveKey) };
}

/** What was forwarded stays so, whatever becomes of the answer. */
async function forwardAndAnswer(request: Request, deal: Deal, email: ClientEmail, people: Sides): Promise<Done> {
  const forwarded = await forward(request, deal, email, people);
  const answered = await answer(request, deal, email, people).catch((error: unknown) => {
    if (error instanceof Refusal) return [`The client was not answered. ${error.message}`];
    throw error;
  });
  return { ...forwarded, warnings: [...forwarded.warnings, ...answered] };
}

/** An answer that reached nobody, or that nobody came to send, is tried again. */
async function answerAtLast(request: Request, deal: Deal, email: ClientEmail, people: Sides): Promise<Done> {
  const [mails] = await request.db.query<Mails>(MAILS, [deal.dealId, email.eventId], 'mails_of_email');
  if (!mails?.isForwarded || mails.isAnswered) throw new Refusal('CONFLICT', 'it was forwarded already', 'email');
  return { sent: true, file: null, warnings: await answer(request, deal, email, people) };
}

type Done = Omit<Introduced, 'deal'>;

/** What we did with an email of a client: one that somebody forwarded by themselves, they answer by themselves. */
interface Mails {
  isForwarded: boolean;
  isAnswered: boolean;
}

/** The client is answered at most once, and only once the email is with the account manager. */
async function answer(
  request: Request,
  deal: Deal,
  email: ClientEmail,
  { accountExecutive: { name, email: address }, accountManager }: Sides,
): Promise<string[]> {
  const mail = {
    from: { name, address },
    to: [{ name: '', address: email.sender }],
    cc: [{ name: accountManager.name, address: accountManager.email }],
    subject: `Re: ${email.subject}`,
    text: `${yourContactNow(accountManager.name, accountManager.email)}\n`,
  };
  const toSend = { kind: 'REPLY', regarding: email.eventId, mail, file: fileOf(deal, email, 'reply') } as const;
  return sendOnce(request, deal, { ...toSend, field: 'email' }, async (_tx, { warnings }) => warnings);
}

async function forward(
  request: Request,
  deal: Deal,
  email: ClientEmail,
  { accountExecutive: { name, email: address }, accountManager }: Sides,
): Promise<Done> {
  const mail = {
    from: { name, address },
    to: [{ name: accountManager.name, address: accountManager.email }],
    cc: [],
    subject: `Fwd: ${email.subject}`,
    text: `${deal.key}, ${deal.clientName}\nFrom: ${email.sender}\nReceived: ${email.receivedAt}\n\n${email.body}\n`,
  };
  const book = await termsBook(request.db);
  const toSend = { kind: 'FORWARD', regarding: email.eventId, mail, file: fileOf(deal, email, 'forward') } as const;
  return sendOnce(request, deal, { ...toSend, field: 'email' }, async (tx, { posted, messageId, at }: Sent) => {
    if (!posted.accepted) return { sent: false, file: posted.file, warnings: [NOT_SENT] };
    const fact = { aeForwarded: { forwards: email.id } };
    await recordDeeds(tx, request, book, deal.key, [
      { occurredAt: at, whenField: 'deal', source: 'mail', sourceEventId: messageId, fact },
    ]);
    return { sent: true, file: null, warnings: [] };
  });
}

const NOT_SENT =
  'There is no mail server: both mails lie on the drive. Send them from there, and then record it (aeForwarded).';

function fileOf({ clientName, key }: Deal, { eventId }: ClientEmail, kind: string): string {
  return `${handoffFolder(slugOf(clientName))}/${kind}-${key.toLowerCase()}-${eventId}.eml`;
}

async function emailOfEvent(db: Queryable, { dealId }: Deal, eventId: string): Promise<ClientEmail | undefined> {
  const [row] = await db.query<ClientEmail>(ONE, [dealId, eventId], 'client_email');
  return row && emailOf(row);
}

/** An email of which the fact was retracted did not reach the AE. */
const IN_FORCE = `not exists (
    select from deal_event r where r.deal_id = c.deal_id and r.refers_to = c.event_id and r.type = 'EVENT_RETRACTED')`;

const ONE = `
  select ${OF_DEAL.columns} from client_email c where c.deal_id = $1 and c.event_id = $2 and ${IN_FORCE}`;

const SAME = `
  select ${OF_DEAL.columns} from client_email c
  where c.deal_id = $1 and lower(c.sender) = lower($2) and c.subject = $3 and c.body = $4
    and c.received_at = $5 and ${IN_FORCE}
  order by c.event_id limit 1`;

const KEEP = `
  insert into client_email (deal_id, event_id, sender, subject, body, received_at) values ($1, $2, $3, $4, $5, $6)`;

const MAILS = `
  select bool_or(kind = 'FORWARD' and status = 'ACCEPTED') as "isForwarded",
    bool_or(kind = 'REPLY' and status in ('ACCEPTED', 'WRITTEN')) as "isAnswered"
  from mail where deal_id = $1 and regarding = $2`;
