import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { onlyPayeeFor } from '../commission';
import { settledUntil } from '../facts';
import { CalendarDate, DateTime, Money, moneyOf, Refusal, type Request } from '../graphql';
import { dayOfDate, isoOf, Zone } from '../rules';
import { DEALS_MAX, type HeldAsOf, IS_LATEST, judgedPayments, WAITING, WAS_EVER_THEIRS } from './held';

const LONDON = Zone.named('Europe/London');

@ArgsType()
export class CommissionLiabilityArgs {
  @Field(() => CalendarDate, { description: 'As at the end of this day, in London: the last day of a month, say.' })
  at!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'As it was known at this instant, which has passed; now when left out. The answer says which it used.',
  })
  knownAt?: number | null;
}

@ObjectType({ description: 'What is owed to one payee in one currency, or may be.' })
export class CommissionLiabilityRow {
  @Field(() => ID, { nullable: true, simple: true, description: "The payee's key; null for all together." })
  payeeKey!: string | null;

  @Field(() => Money, {
    simple: true,
    description: 'Released and not paid: all lines that counted by then, less what runs had paid by then.',
  })
  unpaid!: Money;

  @Field(() => Money, {
    simple: true,
    description: 'Earned and held: its milestone was reached, and a clock holds it.',
  })
  held!: Money;

  @Field(() => Money, {
    simple: true,
    description:
      'Not earned yet: of deals that were signed and not cancelled, the tranches whose milestone is to come.',
  })
  notYetEarned!: Money;

  @Field(() => Money, { simple: true, description: 'What an accountant accrues: `unpaid` and `held`.' })
  accrued!: Money;
}

@ObjectType({ description: 'What commission is owed at the end of a day: what an accountant accrues.' })
export class CommissionLiability {
  @Field(() => CalendarDate, { simple: true, description: 'The day.' })
  at!: string;

  @Field(() => DateTime, { simple: true, description: 'What was known when; give it again to get the same answer.' })
  knownAt!: number;

  @Field(() => [CommissionLiabilityRow], { simple: true, description: 'By payee, then currency.' })
  rows!: CommissionLiabilityRow[];

  @Field(() => [CommissionLiabilityRow], { simple: true, description: 'All together, one for each currency.' })
  totals!: CommissionLiabilityRow[];
}

/** The sums of a row in minor units. */
interface Sums {
  payeeKey: string | null;
  currency: string;
  unpaid: bigint;
  held: bigint;
  notYetEarned: bigint;
}

/**
 * What is owed at the end of a day, as known at an instant; an AE gets their own. Throws BAD_USER_INPUT for an instant
 * that has not passed, LIMIT_EXCEEDED where more deals wait than can be judged at once.
 */
export async function commissionLiability(
  request: Request,
  args: CommissionLiabilityArgs,
): Promise<CommissionLiability> {
  const { db, now, viewer, loading } = request;
  const knownAt = args.knownAt ?? now;
  if (knownAt > now)
    throw new Refusal('BAD_USER_INPUT', `${isoOf(knownAt)} has not passed: nothing can be known then`, 'knownAt');
  await loading.by(settledUntil).load(knownAt);
  const effectiveAt = LONDON.startOf(dayOfDate(args.at) + 1) - 1;
  const asOf = { effectiveAt, knownAt, payee: onlyPayeeFor(viewer) };
  const values = [isoOf(effectiveAt), isoOf(knownAt), asOf.payee];
  const stored = await db.query<Stored>(OWED, values, 'commission_owed');
  const sums = new Map<string, Sums>();
  for (const { payeeKey, currency, figure, minor } of stored) sumIn(sums, payeeKey, currency)[figure] += BigInt(minor);
  for (const { payeeKey, currency, figure, minor } of await judged(request, asOf))
    sumIn(sums, payeeKey, currency)[figure] += minor;
  const rows = inOrder(sums);
  return { at: args.at, knownAt, rows: rows.map(rowOf), totals: inOrder(totalled(rows)).map(rowOf) };
}

/** What is not stored as it stood at the instant: what was held, and what is to be earned where terms changed since. */
async function judged(request: Request, asOf: HeldAsOf): Promise<Judged[]> {
  const values = [isoOf(asOf.effectiveAt), isoOf(asOf.knownAt), asOf.payee, DEALS_MAX + 1];
  const deals = await request.db.query<{ dealId: string; isChanged: boolean }>(TO_JUDGE, values, 'liability_deals');
  const changed = new Set(deals.flatMap(({ dealId, isChanged }) => (isChanged ? [dealId] : [])));
  const dealIds = deals.map(({ dealId }) => dealId);
  const payments = await judgedPayments(request, asOf, dealIds);
  return payments.flatMap(({ dealId, currency, payment: { payee, status, amount } }): Judged[] => {
    const sum = { payeeKey: payee, currency, minor: amount };
    if (status === 'HELD') return [{ ...sum, figure: 'held' }];
    return status === 'NOT_EARNED' && changed.has(dealId) ? [{ ...sum, figure: 'notYetEarned' }] : [];
  });
}

interface Judged {
  payeeKey: string;
  currency: string;
  figure: 'held' | 'notYetEarned';
  minor: bigint;
}

interface Stored {
  payeeKey: string;
  currency: string;
  figure: 'unpaid' | 'notYetEarned';
  minor: string;
}

function sumIn(sums: Map<string, Sums>, payeeKey: string | null, currency: string): Sums {
  const name = `${payeeKey ?? ''} ${currency}`;
  const known = sums.get(name) ?? { payeeKey, currency, unpaid: 0n, held: 0n, notYetEarned: 0n };
  sums.set(name, known);
  return known;
}

function inOrder(sums: ReadonlyMap<string, Sums>): Sums[] {
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

function totalled(rows: readonly Sums[]): Map<string, Sums> {
  const totals = new Map<string, Sums>();
  for (const row of rows) {
    const total = sumIn(totals, null, row.currency);
    total.unpaid += row.unpaid;
    total.held += row.held;
    total.notYetEarned += row.notYetEarned;
  }
  return totals;
}

function rowOf({ payeeKey, currency, unpaid, held, notYetEarned }: Sums): CommissionLiabilityRow {
  const money = (minor: bigint) => moneyOf(minor, currency);
  return {
    payeeKey,
    unpaid: money(unpaid),
    held: money(held),
    notYetEarned: money(notYetEarned),
    accrued: money(unpaid + held),
  };
}

/** A deal is signed by the instant if, by what was known, its first tranche was earned by then. */
const SIGNED = `exists (
      select from commission_payment_version signed
      where signed.deal_id = v.deal_id and signed.tranche = 'SOW_SIGNED' and signed.earned_at <= $1::timestamptz
        and signed.recorded_at <= $2::timestamptz and not exists (
          select from commission_payment_version later
          where later.deal_id = signed.deal_id and later.tranche = signed.tranche and later.payee = signed.payee
            and later.recorded_at > signed.recorded_at and later.recorded_at <= $2::timestamptz))`;

/** After the instant the deal had another fee, other payees or an end: what is stored is not how it stood. */
const CHANGED = `exists (
      select from deal_event e
      where e.deal_id = v.deal_id and e.occurred_at > $1::timestamptz and e.recorded_at <= $2::timestamptz
        and e.type in ('FEE_AGREED', 'SPLIT_AGREED', 'DEAL_CANCELLED'))`;

/** Deals of which something was held, and signed ones with something to earn whose terms have changed since. */
const TO_JUDGE = `
  select "dealId", bool_or("isChanged") as "isChanged"
  from (
    select w."dealId", false as "isChanged" from (${WAITING}) as w
    union all
    select v.deal_id, true from commission_payment_version v
    where (v.earned_at is null or v.earned_at > $1::timestamptz) and v.recorded_at <= $2::timestamptz
      and ${IS_LATEST} and ${WAS_EVER_THEIRS} and ${CHANGED} and ${SIGNED}) as deal
  group by "dealId" order by "dealId" limit $4`;

const OWED = `
  select payee as "payeeKey", currency, figure, sum(minor)::text as minor
  from (
    select l.payee, l.currency, 'unpaid' as figure, l.amount_minor as minor from commission_line l
    where l.effective_at <= $1::timestamptz and l.recorded_at <= $2::timestamptz
      and ($3::text is null or l.payee = $3)
    union all
    select p.payee, p.currency, 'unpaid', -p.payable_minor from pay_run r join pay_run_payee p on p.run_id = r.id
    where r.status = 'PAID' and r.paid_at <= least($1::timestamptz, $2::timestamptz)
      and ($3::text is null or p.payee = $3)
    union all
    select v.payee, v.currency, 'notYetEarned', v.amount_minor
    from commission_payment_version v
    where (v.earned_at is null or v.earned_at > $1::timestamptz) and not v.withdrawn and v.status <> 'FORFEITED'
      and v.recorded_at <= $2::timestamptz and ($3::text is null or v.payee = $3)
      and ${IS_LATEST} and ${SIGNED} and not ${CHANGED}) as owed
  group by payee, currency, figure having sum(minor) <> 0
  order by payee collate "C", currency, figure`;
