import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { onlyPayeeFor } from '../commission';
import { enumeration, Money, moneyOf, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';

/** An account of the books. */
export type AccountName =
  | 'COMMISSION_EXPENSE'
  | 'COMMISSION_LIABILITY'
  | 'COMMISSION_ACCRUED'
  | 'COMMISSION_HELD_BACK'
  | 'COMMISSION_PAYABLE'
  | 'CARRIED_FORWARD'
  | 'COMMISSION_PAID';

export const Account = enumeration<AccountName>('Account', 'An account of the books.', {
  COMMISSION_EXPENSE: "The company's: what commission has cost, released or held.",
  COMMISSION_LIABILITY: "The company's: what it owes to all payees, the sum of their accounts but for what is paid.",
  COMMISSION_ACCRUED: "A payee's: released, and in no approved run.",
  COMMISSION_HELD_BACK: "A payee's: earned, and held by a clock.",
  COMMISSION_PAYABLE: "A payee's: in an approved run, and not paid yet.",
  CARRIED_FORWARD: "A payee's: below zero, what runs could not take and carry on.",
  COMMISSION_PAID: "A payee's: paid by runs.",
});

@ObjectType({ description: 'What stands on an account.' })
export class AccountBalance {
  @Field(() => Account, { simple: true, description: 'The account.' })
  account!: AccountName;

  @Field(() => ID, { nullable: true, simple: true, description: "The payee whose it is; null for the company's." })
  payeeKey!: string | null;

  @Field(() => Money, {
    simple: true,
    description: 'What stands on it: what is owed or was paid to a payee, and what the company has spent or owes.',
  })
  balance!: Money;
}

interface Row {
  account: AccountName;
  payeeKey: string | null;
  currency: string;
  minor: string;
}

@Resolver(() => AccountBalance)
export class AccountBalanceResolver {
  @Query(() => [AccountBalance], {
    description:
      "The books now: every account that is not empty, the company's first, then those of payees. An AE gets theirs.",
  })
  async accountBalances(@Ctx() { db, viewer }: Request): Promise<AccountBalance[]> {
    const rows = await db.query<Row>(BALANCES, [onlyPayeeFor(viewer)], 'account_balances');
    return rows.map(({ account, payeeKey, currency, minor }) =>
      Object.assign(new AccountBalance(), { account, payeeKey, balance: moneyOf(BigInt(minor), currency) }),
    );
  }

  @FieldResolver(() => Person, { nullable: true, description: "Whose account it is; null for the company's." })
  payee(@Root() { payeeKey }: AccountBalance, @Ctx() { loading }: Request): Promise<Person> | null {
    return payeeKey === null ? null : loading.by(peopleByKey).load(payeeKey);
  }
}

/** A credit of a payee's account is shown above zero; the liability is the control account of those that are owed. */
const BALANCES = `
  with entry (account, payee, currency, minor) as (
    select 'COMMISSION_ACCRUED', payee, currency, sum(amount_minor) from commission_line
    where $1::text is null or payee = $1 group by payee, currency
    union all
    select 'COMMISSION_HELD_BACK', payee, currency, sum(amount_minor) from held_entry
    where $1::text is null or payee = $1 group by payee, currency
    union all
    select account, payee, currency, -sum(amount_minor) from pay_run_posting
    where $1::text is null or payee = $1 group by account, payee, currency),
  balance (account, payee, currency, minor) as (
    select account, payee, currency, sum(minor) from entry group by account, payee, currency
    union all
    select 'COMMISSION_EXPENSE', null, currency, sum(minor) from entry
    where $1::text is null group by currency
    union all
    select 'COMMISSION_LIABILITY', null, currency, sum(minor) from entry
    where $1::text is null and account <> 'COMMISSION_PAID' group by currency)
  select account, payee as "payeeKey", currency, minor::text as minor from balance
  where minor <> 0
  order by payee collate "C" nulls first, array_position(array['COMMISSION_EXPENSE', 'COMMISSION_LIABILITY',
    'COMMISSION_ACCRUED', 'COMMISSION_HELD_BACK', 'COMMISSION_PAYABLE', 'CARRIED_FORWARD', 'COMMISSION_PAID'], account),
    currency`;
