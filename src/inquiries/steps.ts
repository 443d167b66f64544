import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { readEventId } from '../facts';
import { demandFilled, expectVersion, isUuid, Refusal, type Request, readChildId, readGlobalId } from '../graphql';
import { isoOf } from '../rules';
import type { AskInquiryInput, ReopenInquiryInput, ResolveInquiryInput } from './inputs';
import type { Inquiry, InquiryStatusName, InquiryStepName } from './inquiry';
import { type InquiryId, lockInquiry, type PaymentName } from './loading';

/** An inquiry after a step. */
export interface Asked {
  inquiry: Inquiry;
}

/**
 * Asks about a payment of one's own. Throws NOT_FOUND at `payment` for another's as for none, CONFLICT while a question
 * about it is open.
 */
export function askInquiry(request: Request, input: AskInquiryInput): Promise<Asked> {
  const { db, viewer, now } = request;
  demandFilled(input, 'words');
  const { dealId, tranche, payee } = readPayment(input.payment);
  return db.transaction(async (tx) => {
    const payment = payee === viewer.personKey ? [dealId, tranche, payee] : undefined;
    const [found] = payment ? await tx.query(PAYMENT, payment, 'payment_to_ask_about') : [];
    if (!found) throw new Refusal('NOT_FOUND', `You have no payment "${input.payment}"`, 'payment');
    const id = uuidv7();
    const [made] = await tx.query(ASK, [dealId, id, tranche, payee, isoOf(now)], 'ask_inquiry');
    if (!made) throw new Refusal('CONFLICT', 'a question about it is open already: it is in `inquiries`', 'payment');
    await say(tx, request, { dealId, id }, 1, 'ASKED', input.words);
    return { inquiry: (await lockInquiry(tx, { dealId, id }))! };
  });
}

/**
 * Answers an inquiry, corrects what it is about by a fact that was recorded since, or declines it. Throws FORBIDDEN for
 * one's own, BAD_USER_INPUT at `event` for no such fact, CONFLICT for another version and for one that is not open.
 */
export function resolveInquiry(request: Request, input: ResolveInquiryInput): Promise<Asked> {
  const { outcome, words, event } = input;
  demandFilled(input, 'words');
  if ((outcome === 'CORRECTED') !== (typeof event === 'string'))
    throw new Refusal(
      'BAD_USER_INPUT',
      'what is corrected names the fact that does it, and nothing else does',
      'event',
    );
  return step(request, input, outcome, async (tx, inquiry) => {
    const { dealId, payeeKey } = inquiry.row;
    if (payeeKey === request.viewer.personKey)
      throw new Refusal('FORBIDDEN', 'it is about your own money: another has to look at it', 'inquiry');
    if (inquiry.status !== 'OPEN') throw new Refusal('CONFLICT', `it is ${inquiry.status} already`, 'inquiry');
    const eventId = typeof event === 'string' ? readEventId(event, dealId, 'event') : null;
    if (eventId !== null) await demandSince(tx, inquiry, eventId);
    return { kind: outcome, words, eventId };
  });
}

/** Asks again what was not answered well. Throws NOT_FOUND for another's, CONFLICT for one that is open. */
export function reopenInquiry(request: Request, input: ReopenInquiryInput): Promise<Asked> {
  demandFilled(input, 'words');
  return step(request, input, 'OPEN', async (tx, inquiry) => {
    const { dealId, tranche, payeeKey, inquiryId } = inquiry.row;
    if (payeeKey !== request.viewer.personKey)
      throw new Refusal('NOT_FOUND', `You have no inquiry "${input.inquiry}"`, 'inquiry');
    if (inquiry.status === 'OPEN') throw new Refusal('CONFLICT', 'it is open still', 'inquiry');
    const [other] = await tx.query(OTHER, [dealId, tranche, payeeKey, inquiryId], 'other_open_inquiry');
    if (other) throw new Refusal('CONFLICT', 'another question about the payment is open', 'inquiry');
    return { kind: 'ASKED_AGAIN', words: input.words, eventId: null };
  });
}

interface Said {
  kind: InquiryStepName;
  words: string;
  eventId: string | null;
}

function step(
  request: Request,
  { inquiry: given, expectedVersion }: { inquiry: string; expectedVersion: number },
  status: InquiryStatusName,
  check: (tx: Queryable, inquiry: Inquiry) => Promise<Said>,
): Promise<Asked> {
  const id = readChildId('Inquiry', given, 'inquiry');
  return request.db.transaction(async (tx) => {
    const inquiry = await lockInquiry(tx, id);
    const isOthers = request.viewer.role === 'ACCOUNT_EXECUTIVE' && inquiry?.row.payeeKey !== request.viewer.personKey;
    if (!inquiry || isOthers) throw new Refusal('NOT_FOUND', `You have no inquiry "${given}"`, 'inquiry');
    expectVersion(expectedVersion, inquiry.version, { inquiry });
    const { kind, words, eventId } = await check(tx, inquiry);
    await tx.query(MOVE, [id.dealId, id.id, status, isoOf(request.now)], 'move_inquiry');
    await say(tx, request, id, inquiry.version + 1, kind, words, eventId);
    return { inquiry: (await lockInquiry(tx, id))! };
  });
}

async function say(
  tx: Queryable,
  { viewer, now }: Request,
  { dealId, id }: InquiryId,
  version: number,
  kind: InquiryStepName,
  words: string,
  eventId: string | null = null,
): Promise<void> {
  await tx.query(SAY, [dealId, id, version, kind, words, eventId, isoOf(now), viewer.personKey], 'say_to_inquiry');
}

async function demandSince(tx: Queryable, { row }: Inquiry, eventId: string): Promise<void> {
  const [found] = isUuid(eventId) ? await tx.query(SINCE, [row.dealId, eventId, row.askedAt], 'fact_since') : [];
  if (!found) throw new Refusal('BAD_USER_INPUT', 'no such fact of the deal was recorded since it was asked', 'event');
}

function readPayment(given: string): PaymentName {
  const { type, parts } = readGlobalId(given, 'payment');
  const [dealId, tranche = '', payee = ''] = parts;
  if (type === 'CommissionPayment' && parts.length === 3 && isUuid(dealId)) return { dealId, tranche, payee };
  throw new Refusal('BAD_USER_INPUT', `"${given}" is not the id of a CommissionPayment`, 'payment');
}

const PAYMENT = `
  select from commission_payment where deal_id = $1 and tranche = $2 and payee = $3 and not withdrawn for share`;

const ASK = `
  insert into inquiry (deal_id, id, tranche, payee, status, version, asked_at, updated_at)
  values ($1, $2, $3, $4, 'OPEN', 1, $5, $5)
  on conflict (deal_id, tranche, payee) where status = 'OPEN' do nothing returning id`;

const MOVE = `
  update inquiry set status = $3, version = version + 1, updated_at = $4 where deal_id = $1 and id = $2`;

const OTHER = `
  select from inquiry where (deal_id, tranche, payee) = ($1, $2, $3) and status = 'OPEN' and id <> $4`;

const SAY = `
  insert into inquiry_step (deal_id, inquiry_id, version, kind, words, event_id, at, by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const SINCE = 'select from deal_event where deal_id = $1 and id = $2 and recorded_at > $3::timestamptz';
