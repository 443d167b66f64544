import { onlyPayeeFor } from '../commission';
import type { Queryable } from '../database';
import { asOf, headersById, historiesOf, stateOf } from '../facts';
import { londonDate, moneyOf, Refusal, type Request } from '../graphql';
import {
  type CommissionPayment,
  type CommissionPlan,
  type DealState,
  type LocalDate,
  type SlaClock,
  type TrancheCode,
  timeline,
  type Zone,
} from '../rules';
import { termsFor } from '../terms';
import {
  type CommissionForecast,
  DEALS_NAMED_MAX,
  type ForecastPart,
  type ForecastReasonName,
  type ForecastRow,
} from './prospects';

/** More open deals than a company has at a time. */
const DEALS_MAX = 5_000;

/** A payment that is to come. */
interface Prospect {
  month: string | null;
  currency: string;
  dealKey: string;
  payment: CommissionPayment;
  reasons: Reason[];
}

type Reason = Pick<ForecastPart, 'reason' | 'sla' | 'accountable'>;

/**
 * What is expected to be released in which month, from where the deals stand now; an AE gets their own. Throws
 * LIMIT_EXCEEDED for more open deals than can be judged at once.
 */
export async function commissionForecast(request: Request): Promise<CommissionForecast> {
  const { db, loading, now, viewer } = request;
  const payee = onlyPayeeFor(viewer);
  const open = await openDeals(db, payee);
  const dealIds = open.map(({ dealId }) => dealId);
  const [deals, histories] = await Promise.all([
    loading.by(headersById).loadMany(dealIds),
    loading.by(historiesOf).loadMany(dealIds),
  ]);
  const book = await termsFor(
    db,
    deals.flatMap((deal) => (deal instanceof Error ? [] : [deal])),
  );
  const prospects = deals.flatMap((deal, index) => {
    const events = histories[index]!;
    if (deal instanceof Error || events instanceof Error) throw deal;
    const state = stateOf(deal, events, book, asOf({}, deal, now));
    const { calendar, plans } = book.termsOf(deal);
    const plan = plans.find(({ version }) => version === state.commission.planVersion)!;
    const toCome = prospectsOf(state, calendar.zone, londonDate(now), atRiskOf(state, plan, open[index]!.hasRisk));
    return toCome
      .filter(({ payment }) => (payee ?? payment.payee) === payment.payee)
      .map((prospect) => ({ ...prospect, dealKey: deal.key, currency: deal.currency }));
  });
  return { knownAt: now, rows: rowsOf(prospects) };
}

async function openDeals(db: Queryable, payee: string | null): Promise<{ dealId: string; hasRisk: boolean }[]> {
  const rows = await db.query<{ dealId: string; hasRisk: boolean }>(OPEN, [payee, DEALS_MAX + 1], 'forecast_deals');
  if (rows.length <= DEALS_MAX) return rows;
  throw new Refusal('LIMIT_EXCEEDED', `more than ${DEALS_MAX} deals are open: nothing is forecast for so many`);
}

/** When each tranche of a deal that is not released is to be, and what stands in its way. */
function prospectsOf(
  state: DealState,
  zone: Zone,
  today: LocalDate,
  atRisk: readonly Reason[],
): Omit<Prospect, 'dealKey' | 'currency'>[] {
  const steps = timeline(state.history, state.handoff, zone).flatMap((week) => week.steps);
  const toCome = state.commission.payments.filter(({ status }) => status === 'HELD' || status === 'NOT_EARNED');
  return toCome.map((payment) => {
    if (payment.status === 'HELD')
      return { month: monthOf(today, today), payment, reasons: [...heldReasons(payment), ...risksIn(atRisk)] };
    const step = steps.find(({ code }) => code === STEP_OF[payment.tranche]);
    const late: Reason[] = step?.status === 'LATE' ? [{ reason: 'STEP_LATE', ...NO_CLOCK }] : [];
    return { month: monthOf(step?.plannedFor ?? null, today), payment, reasons: [...late, ...atRisk] };
  });
}

const NO_CLOCK = { sla: null, accountable: null };

function heldReasons({ heldBy }: CommissionPayment): Reason[] {
  if (heldBy.length === 0) return [{ reason: 'HELD', ...NO_CLOCK }];
  return heldBy.map(({ sla, accountable }) => ({ reason: 'HELD', sla, accountable }));
}

/** What endangers all that a deal is to earn: breached clocks that by its plan cost the AE, and a likely risk. */
function atRiskOf({ handoff }: DealState, plan: CommissionPlan, hasRisk: boolean): Reason[] {
  const costs = ({ sla, status, countsAgainstAeFrom }: SlaClock) =>
    status === 'BREACHED' &&
    countsAgainstAeFrom !== null &&
    plan.effects.some((effect) => effect.sla === sla && effect.effect !== 'NONE');
  const clocks = handoff.slas
    .filter(costs)
    .map(({ sla, accountable }): Reason => ({ reason: 'CLOCK', sla, accountable }));
  return hasRisk ? [...clocks, { reason: 'RISK', ...NO_CLOCK }] : clocks;
}

/** What is earned is endangered by a clock only if that holds it already. */
function risksIn(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ reason }) => reason === 'RISK');
}

/** What should have been released before is expected now, at the earliest. */
function monthOf(planned: LocalDate | null, today: LocalDate): string | null {
  return planned === null ? null : (planned < today ? today : planned).slice(0, 7);
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
  return {
    month,
    payeeKey: payment.payee,
    tranche: payment.tranche,
    payments: prospects.length,
    expected: sum(prospects),
    atRisk: sum(prospects.filter(({ reasons }) => reasons.length > 0)),
    waitingFor: [...new Set(prospects.flatMap((one) => one.payment.waitingFor ?? []))].sort(),
    reasons: reasonsIn(prospects).map((reason) => {
      const some = prospects.filter(({ reasons }) => reasons.some((one) => nameOf(one) === nameOf(reason)));
      const deals = [...new Set(some.map(({ dealKey }) => dealKey))].sort().slice(0, DEALS_NAMED_MAX);
      return { ...reason, payments: some.length, amount: sum(some), deals };
    }),
  };
}

const ORDER: readonly ForecastReasonName[] = ['HELD', 'CLOCK', 'STEP_LATE', 'RISK'];

/** Each reason once, and what holds first. */
function reasonsIn(prospects: readonly Prospect[]): Reason[] {
  const byName = new Map(prospects.flatMap(({ reasons }) => reasons.map((reason) => [nameOf(reason), reason])));
  return [...byName.keys()].sort().map((name) => byName.get(name)!);
}

function nameOf({ reason, sla }: Reason): string {
  return `${ORDER.indexOf(reason)} ${sla ?? ''}`;
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
