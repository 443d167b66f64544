import { onlyPayeeFor } from '../commission';
import { Conditions, isoInSql, type Queryable } from '../database';
import { eventGlobalId } from '../facts';
import { type Batch, cursor, isInstant, isUuid, type Page, pageOf, type Request } from '../graphql';
import type { InquiryArgs } from './inputs';
import { Inquiry, type InquiryRow, InquiryStep } from './inquiry';

/** As many as anybody asks about one payment. */
const OF_A_PAYMENT_MAX = 20;

/** The columns of `inquiry i` for an `InquiryRow`. */
const INQUIRY = `i.deal_id as "dealId", i.id as "inquiryId", i.tranche, i.payee as "payeeKey", i.status, i.version,
  ${isoInSql('i.asked_at')} as "askedAt", ${isoInSql('i.updated_at')} as "updatedAt"`;

/** What names an inquiry. */
export interface InquiryId {
  dealId: string;
  id: string;
}

/** What names a payment. */
export interface PaymentName {
  dealId: string;
  tranche: string;
  payee: string;
}

const PLACES = cursor<[string, string]>('inquiries', isInstant, isUuid);

/** A page of inquiries, the oldest first; an AE sees their own. */
export async function listInquiries({ db, viewer }: Request, args: InquiryArgs): Promise<Page<Inquiry>> {
  const after = PLACES.read(args.after);
  const conditions = new Conditions(args.first + 1);
  const mine = onlyPayeeFor(viewer);
  if (mine !== null) conditions.add(`i.payee = ${conditions.bind(mine)}`);
  if (args.status) conditions.addOneOf('i.status', args.status);
  if (after) {
    const [askedAt, id] = after.map((value) => conditions.bind(value));
    conditions.add(`(i.asked_at, i.id) > (${askedAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await db.query<InquiryRow>(
    `select ${INQUIRY} from inquiry i ${conditions.where} order by i.asked_at, i.id limit $1`,
    conditions.values,
  );
  return pageOf(
    rows.map((row) => new Inquiry(row)),
    args,
    ({ row }) => PLACES.write([row.askedAt, row.inquiryId]),
  );
}

/** The inquiries of those ids, in their order; null where there is none. */
export const inquiriesById: Batch<InquiryId, Inquiry | null> = async ({ db }, asked) => {
  const values = [asked.map(({ dealId }) => dealId), asked.map(({ id }) => id)];
  const rows = await db.query<InquiryRow>(BY_ID, values, 'inquiries_by_id');
  const byId = new Map(rows.map((row) => [`${row.dealId} ${row.inquiryId}`, new Inquiry(row)]));
  return asked.map(({ dealId, id }) => byId.get(`${dealId} ${id}`) ?? null);
};

/** What is asked about payments, the latest first; one SQL statement. */
export const inquiriesOfPayments: Batch<PaymentName, Inquiry[]> = async ({ db }, payments) => {
  const values = [
    payments.map(({ dealId }) => dealId),
    payments.map(({ tranche }) => tranche),
    payments.map(({ payee }) => payee),
  ];
  const rows = await db.query<InquiryRow>(OF_PAYMENTS, values, 'inquiries_of_payments');
  return payments.map(({ dealId, tranche, payee }) =>
    rows
      .filter((row) => row.dealId === dealId && row.tranche === tranche && row.payeeKey === payee)
      .map((row) => new Inquiry(row)),
  );
};

/** Everything that was said about inquiries, in its order; one SQL statement. */
export const stepsOfInquiries: Batch<InquiryId, InquiryStep[]> = async ({ db }, asked) => {
  const values = [asked.map(({ dealId }) => dealId), asked.map(({ id }) => id)];
  const rows = await db.query<InquiryStep & { dealId: string; inquiryId: string; eventId: string | null }>(
    STEPS,
    values,
    'inquiry_steps',
  );
  return asked.map(({ dealId, id }) =>
    rows
      .filter((row) => row.dealId === dealId && row.inquiryId === id)
      .map(({ eventId, ...row }) =>
        Object.assign(new InquiryStep(), row, { event: eventId === null ? null : eventGlobalId(dealId, eventId) }),
      ),
  );
};

/** The inquiry of those ids, locked until the transaction ends; undefined where there is none. */
export async function lockInquiry(tx: Queryable, { dealId, id }: InquiryId): Promise<Inquiry | undefined> {
  const [row] = await tx.query<InquiryRow>(LOCK, [dealId, id], 'lock_inquiry');
  return row && new Inquiry(row);
}

const BY_ID = `
  select ${INQUIRY} from inquiry i where (i.deal_id, i.id) in (select * from unnest($1::uuid[], $2::uuid[]))`;

const LOCK = `select ${INQUIRY} from inquiry i where i.deal_id = $1 and i.id = $2 for update`;

const OF_PAYMENTS = `
  select found.* from unnest($1::uuid[], $2::text[], $3::text[]) as asked (deal_id, tranche, payee)
  cross join lateral (
    select ${INQUIRY} from inquiry i
    where (i.deal_id, i.tranche, i.payee) = (asked.deal_id, asked.tranche, asked.payee)
    order by i.asked_at desc, i.id desc limit ${OF_A_PAYMENT_MAX}) as found`;

const STEPS = `
  select s.deal_id as "dealId", s.inquiry_id as "inquiryId", s.kind, s.words, s.event_id as "eventId",
    ${isoInSql('s.at')} as at, s.by as "byKey"
  from inquiry_step s
  where (s.deal_id, s.inquiry_id) in (select * from unnest($1::uuid[], $2::uuid[]))
  order by s.deal_id, s.inquiry_id, s.version`;
