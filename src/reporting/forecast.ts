import { onlyPayeeFor } from '../commission';
import type { Queryable } from '../database';
import { asOf, headersById, historiesOf, stateOf } from '../facts';
import { londonDate, moneyOf, Refusal, type Request } from '../graphql';
import {
  type CommissionPayment,
  type DealState,
  type LocalDate,
  type TrancheCode,
  timeline,
  type Zone,
} from '../rules';
import { termsBook } from '../terms';
import type { CommissionForecast, ForecastReasonName, ForecastRow } from './prospects';

/** More open deals than a company has at a time. */
const DEALS_MAX = 5_000;

/** A payment that is to come. */
interface Prospect {
  month: string | null;
  currency: string;
  payment: CommissionPayment;
  reasons: Set<ForecastReasonName>;
}

/**
 * What is expected to be released in which month, from where the deals stand now; an AE gets their own. Throws
 * LIMIT_EXCEEDED for more open deals than can be judged at once.
 */
export async function commissionForecast(request: Request): Promise<CommissionForecast> {
  const { db, loading, now, viewer } = request;
  const payee = onlyPayeeFor(viewer);
  const open = await openDeals(db, payee);
  const dealIds = open.map(({ dealId }) => dealId);
  const [deals, histories, book] = await Promise.all([
    loading.by(headersById).loadMany(dealIds),
    loading.by(historiesOf).loadMany(dealIds),
    termsBook(db),
  ]);
  const prospects = deals.flatMap((deal, index) => {
    const events = histories[index]!;
    if (deal instanceof Error || events instanceof Error) throw deal;
    const state = stateOf(deal, events, book, asOf({}, deal, now));
    const { zone } = book.termsOf(deal).calendar;
    const toCome = prospectsOf(state, zone, londonDate(now), open[index]!.hasRisk);
    return toCome
      .filter(({ payment }) => (payee ?? payment.payee) === payment.payee)
      .map((prospect) => ({ ...prospect, currency: deal.currency }));
  });
  return { knownAt: now, rows: rowsOf(prospects) };
}

async function openDeals(db: Queryable, payee: string | null): Promise<{ dealId: string; hasRisk: boolean }[]> {
  const rows = await db.query<{ dealId: string; hasRisk: boolean }>(OPEN, [payee, DEALS_MAX + 1], 'forecast_deals');
  if (rows.length <= DEALS_MAX) return rows;
  throw new Refusal('LIMIT_EXCEEDED', `more than ${DEALS_MAX} deals are open: nothing is forecast for so many`);
}

/** When each tranche of a deal that is not released is to be, and what stands in its way. */
function prospectsOf(state: DealState, zone: Zone, today: LocalDate, hasRisk: boolean): Omit<Prospect, 'currency'>[] {
  const steps = timeline(state.history, state.handoff, zone).flatMap((week) => week.steps);
  const toCome = state.commission.payments.filter(({ status }) => status === 'HELD' || status === 'NOT_EARNED');
  return toCome.map((payment) => {
    const step = steps.find(({ code }) => code === STEP_OF[payment.tranche]);
    const planned = payment.status === 'HELD' ? today : (step?.plannedFor ?? null);
    const reasons = new Set<ForecastReasonName>();
    if (payment.status === 'HELD') reasons.add('HELD');
    if (isClockLate(state)) reasons.add('CLOCK');
    if (payment.status === 'NOT_EARNED' && step?.status === 'LATE') reasons.add('STEP_LATE');
    if (hasRisk) reasons.add('RISK');
    return { month: monthOf(planned, today), payment, reasons };
  });
}

/** What should have been released before is expected now, at the earliest. */
function monthOf(planned: LocalDate | null, today: LocalDate): string | null {
  return planned === null ? null : (planned < today ? today : planned).slice(0, 7);
}

/** A clock of the AE's that is breached holds what comes to be earned (rules.md §7). */
function isClockLate({ handoff }: DealState): boolean {
  return handoff.slas.some(({ status, countsAgainstAeFrom }) => status === 'BREACHED' && countsAgainstAeFrom !== null);
}

const STEP_OF: Readonly<Partial<Record<TrancheCode, string>>> = {
  WEEK_2_WORKSHOP: 'WEEK_2_WORKSHOP',
  WEEK_12_BOARD_REPORT: 'WEEK_12_BOARD_REPORT',
};

function rowsOf(prospects: readonly Prospect[]): ForecastRow[] {
  const groups = new Map<string, Prospect[]>();
  for (const prospect of prospects) {
    const { month, currency, payment } = prospect;
    const name = JSON.stringify([month ?? '9999-99', payment.payee, payment.tranche, currency]);
    groups.set(name, [...(groups.get(name) ?? []), prospect]);
  }
  return [...groups.keys()].sort().map((name) => rowOf(groups.get(name)!));
}

function rowOf(prospects: readonly Prospect[]): ForecastRow {
  const [{ month, currency, payment }] = prospects as [Prospect];
  const sum = (some: readonly Prospect[]) =>
    moneyOf(
      some.reduce((total, one) => total + one.payment.amount, 0n),
      currency,
    );
  const because = (reason: ForecastReasonName) => prospects.filter(({ reasons }) => reasons.has(reason));
  return {
    month,
    payeeKey: payment.payee,
    tranche: payment.tranche,
    payments: prospects.length,
    expected: sum(prospects),
    atRisk: sum(prospects.filter(({ reasons }) => reasons.size > 0)),
    reasons: (['HELD', 'CLOCK', 'STEP_LATE', 'RISK'] as const).flatMap((reason) => {
      const some = because(reason);
      return some.length === 0 ? [] : [{ reason, payments: some.length, amount: sum(some) }];
    }),
  };
}

/** Deals with something to come, and whether somebody sees a risk in them that is likely and not settled. */
const OPEN = `
  select d.id as "dealId", exists (
      select from risk r where r.deal_id = d.id and r.likelihood = 'HIGH' and r.status in ('OPEN', 'MATERIALISED'))
    as "hasRisk"
  from deal d
  where d.cancelled_at is null and exists (
    select from commission_payment p
    where p.deal_id = d.id and p.status in ('NOT_EARNED', 'HELD') and not p.withdrawn and p.amount_minor > 0
      and ($1::text is null or p.payee = $1))
  order by d.id limit $2`;
