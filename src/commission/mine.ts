import { Field, Int, ObjectType } from 'type-graphql';
import { type Batch, DateTime, Money, moneyOf, type Page, type PageArgs, PaymentStatus, Role } from '../graphql';
import type { Role as RoleName, PaymentStatus as StatusName } from '../rules';
import { listPayments } from './listing';
import type { CommissionPayment } from './payment';

@ObjectType({ description: 'Whose move it is for a payment to go on.' })
export class PaymentMove {
  @Field(() => Role, { simple: true, description: 'The role whose move it is.' })
  role!: RoleName;

  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'Since when it has been their move; null where no fact says.',
  })
  since!: number | null;

  @Field(() => String, { simple: true, description: 'What is to be done, in words.' })
  what!: string;

  personKey!: string | null;
}

@ObjectType({ description: "What somebody's payments of one status add up to.", simpleResolvers: true })
export class PersonCommissionTotal {
  @Field(() => PaymentStatus, { description: 'Where the payments stand.' })
  status!: StatusName;

  @Field(() => Int, { description: 'How many payments.' })
  payments!: number;

  @Field(() => Money, { description: 'Their nominal amounts, added up.' })
  amount!: Money;

  @Field(() => Money, { description: 'What of it was released to date, added up.' })
  releasedToDate!: Money;
}

/** Somebody's commission: the answer to "why am I not paid yet?". */
@ObjectType({ description: "Somebody's commission: what is released, what is not, and why." })
export class PersonCommission {
  personKey!: string;
}

interface TotalRow {
  status: StatusName;
  currency: string;
  payments: number;
  amountMinor: string;
  releasedMinor: string;
}

/** What people's payments add up to, by status, then currency; one SQL statement. */
export const totalsOfPeople: Batch<string, PersonCommissionTotal[]> = async ({ db }, keys) => {
  const rows = await db.query<TotalRow & { payee: string }>(TOTALS, [keys], 'person_commission');
  return keys.map((key) =>
    rows
      .filter(({ payee }) => payee === key)
      .map(({ status, payments, currency, amountMinor, releasedMinor }) => ({
        status,
        payments,
        amount: moneyOf(BigInt(amountMinor), currency),
        releasedToDate: moneyOf(BigInt(releasedMinor), currency),
      })),
  );
};

/** A page of somebody's payments, named by a text, so that the same one is read once however often it is asked for. */
export function waitingPage({ personKey }: PersonCommission, { first, after }: PageArgs): string {
  return JSON.stringify([personKey, first, after ?? null]);
}

/** Pages of payments that are held or not earned: those of the viewer alone, so there are few different ones. */
export const waitingPages: Batch<string, Page<CommissionPayment>> = (request, pages) =>
  Promise.all(
    pages.map((page) => {
      const [payee, first, after] = JSON.parse(page) as [string, number, string | null];
      return listPayments(request, { first, after, filter: { payee, status: ['HELD', 'NOT_EARNED'] } });
    }),
  );

const TOTALS = `
  select p.payee, p.status, p.currency, count(*)::int as payments, sum(p.amount_minor)::text as "amountMinor",
    sum(p.released_minor)::text as "releasedMinor"
  from commission_payment p where p.payee = any($1) and not p.withdrawn
  group by p.payee, p.status, p.currency order by p.payee, p.status collate "C", p.currency`;
