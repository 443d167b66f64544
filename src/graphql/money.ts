import { Field, ObjectType } from 'type-graphql';
import { formatMinor, minorDigits } from '../rules';
import { Decimal } from './scalars';

/** An amount as it leaves Baton. */
@ObjectType({ description: 'An exact amount of money in one currency.' })
export class Money {
  @Field(() => Decimal, { description: "The amount, with all the digits of the currency's minor unit: `1440.00`." })
  amount!: string;

  @Field(() => String, { description: 'The currency by its ISO 4217 code, such as `GBP`.' })
  currency!: string;
}

/** Minor units (pence of GBP) as an amount of the API. Throws a RuleError for an unknown currency. */
export function moneyOf(minor: bigint, currency: string): Money {
  return { amount: formatMinor(minor, minorDigits(currency)), currency };
}
