import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTime, LineKind, Money, Month, moneyOf, TrancheCode } from '../graphql';
import type { LineKind as LineKindName, TrancheCode as TrancheName } from '../rules';

const PERSON_LENGTH_MAX = 100;

@ArgsType()
export class CommissionStatementArgs {
  @Field(() => ID, { description: "The payee, by the person's key; an AE asks for their own." })
  @MaxLength(PERSON_LENGTH_MAX)
  payee!: string;

  @Field(() => Month, { description: 'The month that the lines belong to.' })
  period!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'As it was known at this instant, which has passed; now when left out. The statement says which.',
  })
  knownAt?: number | null;
}

/** A line as SQL gives it. */
export interface StatementLineRow {
  id: string;
  dealId: string;
  dealKey: string;
  clientName: string;
  kind: LineKindName;
  tranche: TrancheName;
  payee: string;
  currency: string;
  minor: string;
  effectiveAt: string;
  recordedAt: string;
  planVersion: string;
  eventId: string;
  /** What a reversal takes back. */
  reversedMinor: string | null;
}

@ObjectType({ description: "A line of a payee's statement: money released, corrected or taken back, and why." })
export class StatementLine {
  constructor(readonly row: StatementLineRow) {
    this.amount = moneyOf(BigInt(row.minor), row.currency);
    this.dealKey = row.dealKey;
    this.clientName = row.clientName;
    this.lineKind = row.kind;
    this.tranche = row.tranche;
    this.effectiveAt = row.effectiveAt;
    this.recordedAt = row.recordedAt;
    this.planVersion = row.planVersion;
  }

  @Field(() => String, { simple: true, description: "The deal's key." })
  dealKey: string;

  @Field(() => String, { simple: true, description: "The client's name." })
  clientName: string;

  @Field(() => LineKind, { simple: true, description: 'What the line does.' })
  lineKind: LineKindName;

  @Field(() => TrancheCode, { simple: true, description: 'The tranche that it belongs to.' })
  tranche: TrancheName;

  @Field(() => DateTime, { simple: true, description: 'From when it counts.' })
  effectiveAt: string;

  @Field(() => DateTime, { simple: true, description: 'When it was posted.' })
  recordedAt: string;

  @Field(() => String, { simple: true, description: 'The version of the plan by which it was worked out.' })
  planVersion: string;

  @Field(() => Money, { simple: true, description: 'How much; below zero when it takes back.' })
  amount: Money;
}

export const StatementLineConnection = connectionOf('StatementLine', () => StatementLine);

@ObjectType({ description: 'What the lines of one kind add up to.', simpleResolvers: true })
export class StatementTotal {
  @Field(() => LineKind, { description: 'What the lines do.' })
  lineKind!: LineKindName;

  @Field(() => Int, { description: 'How many lines.' })
  lines!: number;

  @Field(() => Money, { description: 'What they add up to.' })
  amount!: Money;
}

@ObjectType({
  description: 'The month in one currency, from the balance that it opens with to the one that it closes with.',
  simpleResolvers: true,
})
export class StatementBalance {
  @Field(() => Money, {
    description: 'What was not paid before: lines of earlier months without a paid run, and what was carried forward.',
  })
  opening!: Money;

  @Field(() => Money, { description: "What the month's lines add up to." })
  amount!: Money;

  @Field(() => Money, { description: "What the month's run paid; zero until it is paid." })
  paid!: Money;

  @Field(() => Money, { description: '`opening` and `amount` less `paid`: what the next month opens with.' })
  closing!: Money;

  @Field(() => Money, {
    nullable: true,
    description: "Of `closing` what the month's run could not take, at most zero; null until it is paid.",
  })
  carriedForward!: Money | null;

  @Field(() => DateTime, { nullable: true, description: "When the month's run was paid; null until it is." })
  paidAt!: string | null;
}

@ObjectType({
  description: "A payee's statement for a month, as known at an instant: asked again with it, the same answer.",
})
export class CommissionStatement {
  @Field(() => Month, { simple: true, description: 'The month.' })
  period!: string;

  @Field(() => DateTime, { simple: true, description: 'What was known when; give it again to get the same statement.' })
  knownAt!: number;

  @Field(() => [StatementTotal], { simple: true, description: 'By what the lines do, then currency.' })
  totals!: StatementTotal[];

  @Field(() => [Money], { simple: true, description: 'The sum of all lines, for each currency.' })
  due!: Money[];

  @Field(() => [StatementBalance], { simple: true, description: 'From opening to closing, for each currency.' })
  balances!: StatementBalance[];

  payeeKey!: string;
}
