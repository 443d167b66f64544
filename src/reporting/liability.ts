import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { onlyPayeeFor } from '../commission';
import { settledUntil } from '../facts';
import { CalendarDate, DateTime, Money, moneyOf, Refusal, type Request } from '../graphql';
import { dayOfDate, isoOf, Zone } from '../rules';
import { heldPayments } from './held';

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
  const payee = onlyPayeeFor(viewer);
  const stored = await db.query<Stored>(OWED, [isoOf(effectiveAt), isoOf(knownAt), payee], 'commission_owed');
  const held = await heldPayments(request, { effectiveAt, knownAt, payee });
  const sums = new Map<string, Sums>();
  for (const { payeeKey, currency, figure, minor } of stored) sumIn(sums, payeeKey, currency)[figure] += BigInt(minor);
  for (const { payment, currency } of held) sumIn(sums, payment.payee, currency).held += payment.amount;
  const rows = inOrder(sums);
  return { at: args.at, knownAt, rows: rows.map(rowOf), totals: inOrder(totalled(rows)).map(rowOf) };
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

/** A deal is signed once its first tranche is released; one that was cancelled later was not yet then. */
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
    select v.payee, d.currency, 'notYetEarned', v.amount_minor
    from commission_payment_version v join deal d on d.id = v.deal_id
    where (v.earned_at is null or v.earned_at > $1::timestamptz) and not v.withdrawn
      and (v.status <> 'FORFEITED' or d.cancelled_at > $1::timestamptz)
      and v.recorded_at <= $2::timestamptz and ($3::text is null or v.payee = $3)
      and not exists (
        select from commission_payment_version later
        where later.deal_id = v.deal_id and later.tranche = v.tranche and later.payee = v.payee
          and later.recorded_at > v.recorded_at and later.recorded_at <= $2::timestamptz)
      and exists (
        select from commission_payment_version signed
        where signed.deal_id = v.deal_id and signed.tranche = 'SOW_SIGNED' and signed.released_at <= $1::timestamptz
          and signed.recorded_at <= $2::timestamptz)) as owed
  group by payee, currency, figure having sum(minor) <> 0
  order by payee collate "C", currency, figure`;
