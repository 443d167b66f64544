import type { DealChange, Projection } from '../facts';
import { type CommissionPayment, isoOf, isoOrNull } from '../rules';

/** Writes the payments that follow from changes, and how each stood from every fact on that changed it. */
export const projectPayments: Projection = async (tx, changes) => {
  const histories = changes.map(versionsOf);
  const spans = changes.map(({ deal, at }, index) => ({
    deal_id: deal.dealId,
    at: isoOf(at),
    first_at: histories[index]![0]!.recorded_at,
  }));
  const values = [changes.flatMap((change, index) => finalRows(change, histories[index]!)), histories.flat(), spans];
  await tx.query(
    WRITE_PAYMENTS,
    values.map((rows) => JSON.stringify(rows)),
    'write_payments',
  );
};

type PaymentRow = ReturnType<typeof rowOf>;
type VersionRow = PaymentRow & { recorded_at: string; step: number };

/** All payments as they stood after the first fact, and after each later one those that it changed. */
function versionsOf({ deal, steps, latest, at }: DealChange): VersionRow[] {
  const moments =
    steps.length > 0
      ? steps.map(({ event, payments }) => ({ payments, at: event.recordedAt }))
      : [{ payments: latest.commission.payments, at }];
  let before = new Map<string, CommissionPayment>();
  return moments.flatMap((moment, step) => {
    const now = paymentsBy(moment.payments);
    const changed = [...now].filter(([key, payment]) => !isSame(before.get(key), payment));
    const gone = [...before].filter(([key]) => !now.has(key));
    before = now;
    const rows = [
      ...changed.map(([, payment]) => rowOf(deal, payment)),
      ...gone.map(([, payment]) => withdrawn(rowOf(deal, payment))),
    ];
    return rows.map((row) => ({ ...row, recorded_at: isoOf(moment.at), step }));
  });
}

/** The payments as they stand now, and those of payees who came and went within the call. */
function finalRows({ deal, latest, at }: DealChange, versions: readonly VersionRow[]) {
  const rows = new Map(
    [...paymentsBy(latest.commission.payments)].map(([key, payment]) => [key, rowOf(deal, payment)]),
  );
  for (const { recorded_at, step, ...row } of versions) if (!rows.has(keyOf(row))) rows.set(keyOf(row), withdrawn(row));
  return [...rows.values()].map((row) => ({ ...row, updated_at: isoOf(at) }));
}

function paymentsBy(payments: readonly CommissionPayment[]): Map<string, CommissionPayment> {
  return new Map(payments.map((payment) => [keyOf(payment), payment]));
}

function isSame(a: CommissionPayment | undefined, b: CommissionPayment): boolean {
  return (
    a !== undefined &&
    a.status === b.status &&
    a.amount === b.amount &&
    a.releasedToDate === b.releasedToDate &&
    a.earnedAt === b.earnedAt &&
    a.releasedAt === b.releasedAt
  );
}

function keyOf({ tranche, payee }: { tranche: string; payee: string }): string {
  return `${tranche} ${payee}`;
}

function rowOf({ dealId, currency }: DealChange['deal'], payment: CommissionPayment) {
  return {
    deal_id: dealId,
    tranche: payment.tranche,
    payee: payment.payee,
    currency,
    status: payment.status,
    amount_minor: String(payment.amount),
    released_minor: String(payment.releasedToDate),
    earned_at: isoOrNull(payment.earnedAt),
    released_at: isoOrNull(payment.releasedAt),
    waiting_for: payment.waitingFor,
    withdrawn: false,
  };
}

/** A payment to somebody who is no payee of the deal any more. */
function withdrawn(row: PaymentRow): PaymentRow {
  const nothing = { amount_minor: '0', released_minor: '0', earned_at: null, released_at: null, waiting_for: null };
  return { ...row, ...nothing, status: 'NOT_EARNED', withdrawn: true };
}

const STANDING = ['status', 'amount_minor', 'released_minor', 'earned_at', 'released_at', 'withdrawn'];
const COMPARED = [...STANDING, 'waiting_for'];
const ROW = `deal_id uuid, tranche text, payee text, currency char(3), status text, amount_minor bigint,
  released_minor bigint, earned_at timestamptz, released_at timestamptz, waiting_for text, withdrawn boolean`;

/** SQL for the columns of a row, and for whether a payment `p` is the row of that alias and has the same in them. */
const of = (alias: string, columns: readonly string[]) => columns.map((column) => `${alias}.${column}`).join(', ');
const isAsStored = (alias: string, columns: readonly string[]) => `exists (select from commission_payment p
    where p.deal_id = ${alias}.deal_id and p.tranche = ${alias}.tranche and p.payee = ${alias}.payee
      and (${of('p', columns)}) is not distinct from (${of(alias, columns)}))`;

/** What finance has approved or paid stays so while the same amount is released (rules.md §7, "Tranche status"). */
const AS_PAID = `deal_id, tranche, payee, currency, case when status = 'RELEASED' then coalesce((
      select p.status from commission_payment p
      where (p.deal_id, p.tranche, p.payee) = (given.deal_id, given.tranche, given.payee) and not p.withdrawn
        and p.status in ('APPROVED', 'PAID') and p.released_minor = given.released_minor), status) else status end
    as status, amount_minor, released_minor, earned_at, released_at, waiting_for, withdrawn`;

/** Within one statement all parts see the payments as they were before it. */
const WRITE_PAYMENTS = `
  with final as (
    select ${AS_PAID}, updated_at from jsonb_to_recordset($1::jsonb) as given (${ROW}, updated_at timestamptz)),
  versions as (
    select ${AS_PAID}, recorded_at, step
    from jsonb_to_recordset($2::jsonb) as given (${ROW}, recorded_at timestamptz, step int)),
  spans as (select * from jsonb_to_recordset($3::jsonb) as span (deal_id uuid, at timestamptz, first_at timestamptz)),
  gone as (
    update commission_payment p set withdrawn = true, status = 'NOT_EARNED', amount_minor = 0, released_minor = 0,
      earned_at = null, released_at = null, waiting_for = null, updated_at = s.at
    from spans s where s.deal_id = p.deal_id and not p.withdrawn
      and (p.deal_id, p.tranche, p.payee) not in (select deal_id, tranche, payee from final)),
  written as (
    insert into commission_payment (deal_id, tranche, payee, currency, ${COMPARED.join(', ')}, updated_at)
    select deal_id, tranche, payee, currency, ${COMPARED.join(', ')}, updated_at from final f
    where not ${isAsStored('f', COMPARED)}
    on conflict (deal_id, tranche, payee) do update
      set ${[...COMPARED, 'updated_at'].map((column) => `${column} = excluded.${column}`).join(', ')})
  insert into commission_payment_version (deal_id, tranche, payee, currency, recorded_at, ${STANDING.join(', ')})
  select v.deal_id, v.tranche, v.payee, v.currency, v.recorded_at, ${of('v', STANDING)} from versions v
  where v.step > 0 or not ${isAsStored('v', STANDING)}
  union all
  select p.deal_id, p.tranche, p.payee, p.currency, s.first_at, 'NOT_EARNED', 0, 0, null, null, true
  from spans s join commission_payment p on p.deal_id = s.deal_id
  where not p.withdrawn
    and (p.deal_id, p.tranche, p.payee) not in (select deal_id, tranche, payee from versions where step = 0)`;
