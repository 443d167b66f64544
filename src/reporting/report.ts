import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LineKind, Money, Month, PaymentStatus, TrancheCode } from '../graphql';
import type { LineKind as LineKindName, PaymentStatus as StatusName, TrancheCode as TrancheName } from '../rules';
import { type Dimension, ReportDimension } from './inputs';

@ObjectType({ description: 'One group of lines of a report; what it is not grouped by is null.' })
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

  @Field(() => Int, { simple: true, description: 'How many lines.' })
  lines!: number;

  @Field(() => Money, { simple: true, description: 'What they add up to.' })
  amount!: Money;
}

@ObjectType({
  description: 'Totals of the lines of a month, as known at an instant: asked again, the same answer.',
  simpleResolvers: true,
})
export class CommissionReport {
  @Field(() => Month, { description: 'The month.' })
  period!: string;

  @Field(() => DateTime, { description: 'What was known when; give it again to get the same report.' })
  knownAt!: number;

  @Field(() => [ReportDimension], { description: 'What the rows are grouped by.' })
  groupBy!: Dimension[];

  @Field(() => [CommissionReportRow], {
    description: 'The groups, ordered by what they are grouped by, then currency.',
  })
  rows!: CommissionReportRow[];

  @Field(() => [Money], { description: 'The sum of all rows, for each currency.' })
  totals!: Money[];
}
