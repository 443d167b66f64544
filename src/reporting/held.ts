import { headersById, historiesOf, stateOf } from '../facts';
import { Refusal, type Request } from '../graphql';
import { type CommissionPayment, type Instant, isoOf } from '../rules';
import { termsFor } from '../terms';

/** More deals than wait at a time in a company whose handoffs are looked after. */
export const DEALS_MAX = 5_000;

/** A payment as it stood at an instant, of a deal. */
export interface JudgedPayment {
  dealId: string;
  dealKey: string;
  currency: string;
  payment: CommissionPayment;
}

/** Which instant, as known when, and whose; null for everybody's. */
export interface HeldAsOf {
  effectiveAt: Instant;
  knownAt: Instant;
  payee: string | null;
}

/**
 * What was earned and held at an instant, judged anew from the facts known then; three SQL statements. Throws
 * LIMIT_EXCEEDED for more deals than can wait.
 */
export async function heldPayments(request: Request, asOf: HeldAsOf): Promise<JudgedPayment[]> {
  const values = [isoOf(asOf.effectiveAt), isoOf(asOf.knownAt), asOf.payee, DEALS_MAX + 1];
  const waiting = await request.db.query<{ dealId: string }>(`${WAITING} limit $4`, values, 'waiting_deals');
  const payments = await judgedPayments(
    request,
    asOf,
    waiting.map(({ dealId }) => dealId),
  );
  return payments.filter(({ payment }) => payment.status === 'HELD');
}

/** The payments of some deals as they stood at an instant. Throws LIMIT_EXCEEDED for more than can be judged. */
export async function judgedPayments(
  { db, loading }: Request,
  asOf: HeldAsOf,
  dealIds: readonly string[],
): Promise<JudgedPayment[]> {
  if (dealIds.length > DEALS_MAX)
    throw new Refusal('LIMIT_EXCEEDED', `more than ${DEALS_MAX} deals wait for their commission: ask for less`);
  const [deals, histories] = await Promise.all([
    loading.by(headersById).loadMany(dealIds),
    loading.by(historiesOf).loadMany(dealIds),
  ]);
  const book = await termsFor(
    db,
    deals.flatMap((deal) => (deal instanceof Error ? [] : [deal])),
  );
  return deals.flatMap((deal, index) => {
    const events = histories[index]!;
    if (deal instanceof Error || events instanceof Error) throw deal;
    const { payments } = stateOf(deal, events, book, asOf).commission;
    const mine = payments.filter(({ payee }) => (asOf.payee ?? payee) === payee);
    return mine.map((payment) => ({ dealId: deal.dealId, dealKey: deal.key, currency: deal.currency, payment }));
  });
}

/** In SQL: no version of the same payment that was known then came after this one. */
export const IS_LATEST = `not exists (
      select from commission_payment_version later
      where later.deal_id = v.deal_id and later.tranche = v.tranche and later.payee = v.payee
        and later.recorded_at > v.recorded_at and later.recorded_at <= $2::timestamptz)`;

/** In SQL: a payment of this deal was the payee's at some time, who may have lost it to a later split. */
export const WAS_EVER_THEIRS = `($3::text is null or exists (
      select from commission_payment_version theirs
      where theirs.deal_id = v.deal_id and theirs.payee = $3 and theirs.recorded_at <= $2::timestamptz))`;

/**
 * Deals with a payment that by what was known then had its milestone before the instant and its release not. There are
 * two halves, so that each is found by index, however many payments were released before.
 */
export const WAITING = `
  select distinct v.deal_id as "dealId"
  from (
    select * from commission_payment_version
    where released_at is null and earned_at <= $1::timestamptz and status in ('HELD', 'FORFEITED')
    union all
    select * from commission_payment_version
    where released_at > $1::timestamptz and earned_at <= $1::timestamptz) as v
  where v.recorded_at <= $2::timestamptz and not v.withdrawn and ${WAS_EVER_THEIRS} and ${IS_LATEST}
  order by v.deal_id`;
