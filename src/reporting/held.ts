import type { Queryable } from '../database';
import { headersById, historiesOf, stateOf } from '../facts';
import { Refusal, type Request } from '../graphql';
import { type CommissionPayment, type Instant, isoOf } from '../rules';
import { termsBook } from '../terms';

/** More deals than wait at a time in a company whose handoffs are looked after. */
const DEALS_MAX = 5_000;

/** A payment that is held, of a deal. */
export interface HeldPayment {
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
export async function heldPayments(request: Request, asOf: HeldAsOf): Promise<HeldPayment[]> {
  const { db, loading } = request;
  const dealIds = await waitingDeals(db, asOf);
  if (dealIds.length > DEALS_MAX)
    throw new Refusal('LIMIT_EXCEEDED', `more than ${DEALS_MAX} deals wait for their commission: ask for less`);
  const [deals, histories, book] = await Promise.all([
    loading.by(headersById).loadMany(dealIds),
    loading.by(historiesOf).loadMany(dealIds),
    termsBook(db),
  ]);
  return deals.flatMap((deal, index) => {
    const events = histories[index]!;
    if (deal instanceof Error || events instanceof Error) throw deal;
    const { payments } = stateOf(deal, events, book, asOf).commission;
    const mine = payments.filter(({ payee, status }) => status === 'HELD' && (asOf.payee ?? payee) === payee);
    return mine.map((payment) => ({ dealKey: deal.key, currency: deal.currency, payment }));
  });
}

async function waitingDeals(db: Queryable, { effectiveAt, knownAt, payee }: HeldAsOf): Promise<string[]> {
  const values = [isoOf(effectiveAt), isoOf(knownAt), payee, DEALS_MAX + 1];
  const rows = await db.query<{ dealId: string }>(WAITING, values, 'waiting_deals');
  return rows.map(({ dealId }) => dealId);
}

/** Deals with a payment that by what was known then had its milestone before the instant and its release not. */
const WAITING = `
  select distinct v.deal_id as "dealId" from commission_payment_version v
  where v.earned_at <= $1::timestamptz and (v.released_at is null or v.released_at > $1::timestamptz)
    and v.status in ('HELD', 'RELEASED', 'CLAWED_BACK', 'APPROVED', 'PAID', 'FORFEITED')
    and v.recorded_at <= $2::timestamptz and not v.withdrawn and ($3::text is null or v.payee = $3)
    and not exists (
      select from commission_payment_version later
      where later.deal_id = v.deal_id and later.tranche = v.tranche and later.payee = v.payee
        and later.recorded_at > v.recorded_at and later.recorded_at <= $2::timestamptz)
  order by v.deal_id limit $4`;
