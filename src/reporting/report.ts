import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LineKind, Money, Month, PaymentStatus, Role, SlaCode, TrancheCode } from '../graphql';
import type {
  LineKind as LineKindName,
  Role as RoleName,
  SlaCode as SlaName,
  PaymentStatus as StatusName,
  TrancheCode as TrancheName,
} from '../rules';
import { type Dimension, ReportDimension } from './inputs';

@ObjectType({ description: 'What one clock holds; what two hold is in both parts.', simpleResolvers: true })
export class HeldPart {
  @Field(() => SlaCode, { nullable: true, description: 'The clock; null where the handoff was never triggered.' })
  sla!: SlaName | null;

  @Field(() => Role, { nullable: true, description: 'Whose clock it is.' })
  accountable!: RoleName | null;

  @Field(() => Money, { description: 'How much it holds.' })
  amount!: Money;
}

@ObjectType({ description: 'One group of a report; what it is not grouped by is null.' })
export class CommissionReportRow {
  @Field(() => ID, { nullable: true, simple: true, description: "The payee's key." })
  payeeKey!: string | null;

  @Field(() => TrancheCode, { nullable: true, simple: true, description: 'The tranche.' })
  tranche!: TrancheName | null;

  @Field(() => PaymentStatus, { nullable: true, simple: true, description: 'Where the payments of these lines stand.' })
  status!: StatusName | null;

  @Field(() => String, { nullable: true, simple: true, description: "The deal's key." })
  dealKey!: string | null;

  @Field(() => LineKind, { nullable: true, simple: true, description: 'What the lines do.' })
  lineKind!: LineKindName | null;

  @Field(() => Int, { simple: true, description: 'How many lines belong to the months.' })
  lines!: number;

  @Field(() => Money, { simple: true, description: 'What these lines add up to.' })
  amount!: Money;

  @Field(() => Money, {
    simple: true,
    description:
      'What was not paid before: lines of earlier months without a paid run and, by payee, what the runs of earlier ' +
      'months carried forward.',
  })
  opening!: Money;

  @Field(() => Money, {
    nullable: true,
    simple: true,
    description:
      'Shares whose milestone lies in the months, before any cut, released or not. Null by LINE_KIND: what is earned ' +
      'is no line.',
  })
  earned!: Money | null;

  @Field(() => Money, { simple: true, description: 'Released in the months: the TRANCHE lines.' })
  released!: Money;

  @Field(() => Money, {
    nullable: true,
    simple: true,
    description: 'Earned and held at the end of the months, or at `knownAt` if that is before. Null by LINE_KIND.',
  })
  held!: Money | null;

  @Field(() => [HeldPart], { simple: true, description: 'What of it is held by which clock, and whose that is.' })
  heldBy!: HeldPart[];

  @Field(() => Money, { simple: true, description: 'Differences by amendments and waivers: the TRUE_UP lines.' })
  truedUp!: Money;

  @Field(() => Money, { simple: true, description: 'Taken back by cancellations, below zero: the CLAWBACK lines.' })
  clawedBack!: Money;

  @Field(() => Money, { simple: true, description: 'Lines that are no longer true, taken back: the REVERSAL lines.' })
  reversed!: Money;

  @Field(() => Money, {
    simple: true,
    description:
      'Paid by the pay runs of the months. Runs pay people: by anything finer than PAYEE it is the lines that the ' +
      'runs took over, what they carried forward included.',
  })
  paid!: Money;

  @Field(() => Money, { simple: true, description: 'What is not paid then: `opening` and `amount` less `paid`.' })
  closing!: Money;
}

@ObjectType({
  description: 'What moved in some months, as known at an instant: asked again, the same answer.',
  simpleResolvers: true,
})
export class CommissionReport {
  @Field(() => Month, { description: 'The first month.' })
  period!: string;

  @Field(() => Month, { description: 'The last month.' })
  until!: string;

  @Field(() => DateTime, { description: 'What was known when; give it again to get the same report.' })
  knownAt!: number;

  @Field(() => [ReportDimension], { description: 'What the rows are grouped by.' })
  groupBy!: Dimension[];

  @Field(() => [CommissionReportRow], {
    description: 'The groups of which any figure is told, ordered by what they are grouped by, then currency.',
  })
  rows!: CommissionReportRow[];

  @Field(() => [CommissionReportRow], { description: 'All rows together, one for each currency.' })
  summary!: CommissionReportRow[];

  @Field(() => [Money], { description: 'The `amount` of all rows, for each currency.' })
  totals!: Money[];
}
