import { v7 as uuidv7 } from 'uuid';
import { isoInSql, type Queryable } from '../database';
import type { Deal } from '../deals';
import {
  DriveFailure,
  MailRefusal,
  MailUnanswered,
  type OutgoingMail,
  type Posted,
  Refusal,
  type Request,
} from '../graphql';
import { type Instant, isoOf } from '../rules';

/** What a mail is for. */
export type MailKind = 'INVITATION' | 'INTRODUCTION' | 'FORWARD' | 'REPLY';

/** A mail to be sent once: `regarding` is the event that it is about, `file` its path where it is only written. */
export interface MailToSend {
  kind: MailKind;
  regarding: string | null;
  mail: Omit<OutgoingMail, 'messageId'>;
  file: string;
  /** The field of the input at which it is told that it did not go out. */
  field: string;
}

/** What became of it: a server took it, or it lies on the drive for somebody to send. */
export interface Sent {
  posted: Posted;
  /** What whoever sends it should know, though it went out. */
  warnings: string[];
  messageId: string;
  at: Instant;
}

/** After so long nobody is still sending: the server that was has ended, and whether the mail went out is unknown. */
const GIVEN_UP_AFTER_MS = 300_000;

/**
 * Sends a mail of a deal at most once. What follows from it is written by `then`, in one transaction with the note that
 * it was sent. Throws CONFLICT where it was sent already or is being sent, UNAVAILABLE where it could not be.
 */
export async function sendOnce<Result>(
  request: Request,
  deal: Deal,
  toSend: MailToSend,
  then: (tx: Queryable, sent: Sent) => Promise<Result>,
): Promise<Result> {
  const id = uuidv7();
  const messageId = `<${id}@baton.${deal.key.toLowerCase()}>`;
  await begin(request, deal, id, messageId, toSend);
  const posted = await request.post
    .send({ ...toSend.mail, messageId }, toSend.file)
    .catch((error: unknown) => failed(request, deal, id, toSend.field, error));
  return request.db.transaction(async (tx) => {
    await settle(tx, deal, id, posted);
    return then(tx, { posted, warnings: warningsOf(posted), messageId, at: Date.now() });
  });
}

async function begin(
  { db, viewer }: Request,
  { dealId }: Deal,
  id: string,
  messageId: string,
  { kind, regarding, mail, field }: MailToSend,
): Promise<void> {
  const recipients = [...mail.to, ...mail.cc].map(({ address }) => address);
  const now = Date.now();
  const given = [dealId, id, kind, regarding, messageId, recipients, mail.subject, mail.text, isoOf(now)];
  await db.transaction(async (tx) => {
    await tx.query(LET_GO, [dealId, kind, regarding, isoOf(now - GIVEN_UP_AFTER_MS)], 'let_go_mail');
    const [begun] = await tx.query(BEGIN, [...given, viewer.personKey], 'begin_mail');
    if (begun) return;
    const [before] = await tx.query<Before>(BEFORE, [dealId, kind, regarding], 'mail_before');
    throw new Refusal('CONFLICT', inWords(before), field);
  });
}

/** Who sends or has sent it. */
interface Before {
  status: 'SENDING' | 'ACCEPTED';
  createdBy: string;
  createdAt: string;
}

function inWords(before: Before | undefined): string {
  if (!before) return 'it is being sent already';
  const { status, createdBy, createdAt } = before;
  return `${createdBy} ${status === 'SENDING' ? 'is sending it' : 'has sent it'} since ${createdAt}`;
}

/** What may have gone out stays as it is: nobody sends it again before it is given up. */
async function failed({ db }: Request, { dealId }: Deal, id: string, field: string, error: unknown): Promise<never> {
  if (error instanceof MailUnanswered) throw new Refusal('UNAVAILABLE', `${error.message}. ${AGAIN}`, field);
  if (!(error instanceof MailRefusal) && !(error instanceof DriveFailure)) throw error;
  await db.query(SETTLE, [dealId, id, 'REFUSED', error.message, isoOf(Date.now())], 'settle_mail');
  throw new Refusal('UNAVAILABLE', error.message, field);
}

const AGAIN = `Ask whom it was for; it can be sent again in ${GIVEN_UP_AFTER_MS / 60_000} minutes`;

function warningsOf(posted: Posted): string[] {
  const refused = posted.accepted ? posted.refused : [];
  return refused.map((address) => `The mail server did not take the copy for ${address}.`);
}

async function settle(tx: Queryable, { dealId }: Deal, id: string, posted: Posted): Promise<void> {
  const [status, answer] = posted.accepted ? ['ACCEPTED', posted.answer] : ['WRITTEN', posted.file];
  await tx.query(SETTLE, [dealId, id, status, answer, isoOf(Date.now())], 'settle_mail');
}

/** What nobody sends any more, and what was sent by a fact that was retracted, does not stand in the way. */
const LET_GO = `
  update mail m set
    status = case when m.status = 'SENDING' then 'UNKNOWN' else 'WITHDRAWN' end
  where m.deal_id = $1 and m.kind = $2 and m.regarding is not distinct from $3::uuid and (
    m.status = 'SENDING' and m.created_at < $4::timestamptz
    or m.status = 'ACCEPTED' and exists (
      select from deal_event e join deal_event r on r.deal_id = e.deal_id and r.refers_to = e.id
      where e.deal_id = m.deal_id and e.source = 'mail' and e.source_event_id = m.message_id
        and r.type = 'EVENT_RETRACTED'))`;

const BEGIN = `
  insert into mail (deal_id, id, kind, regarding, message_id, recipients, subject, body, status, created_at, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'SENDING', $9, $10)
  on conflict (deal_id, kind, regarding) where status in ('SENDING', 'ACCEPTED') do nothing returning id`;

const BEFORE = `
  select status, created_by as "createdBy", ${isoInSql('created_at')} as "createdAt" from mail
  where deal_id = $1 and kind = $2 and regarding is not distinct from $3::uuid and status in ('SENDING', 'ACCEPTED')`;

const SETTLE = 'update mail set status = $3, answer = $4, settled_at = $5 where deal_id = $1 and id = $2';
