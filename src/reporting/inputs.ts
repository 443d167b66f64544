import { ArrayMaxSize, ArrayUnique } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { DateTime, enumeration, Month } from '../graphql';

/** What a report can be grouped by (contract: `ReportDimension`). */
export const DIMENSIONS = ['PAYEE', 'TRANCHE', 'STATUS', 'DEAL', 'LINE_KIND'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const ReportDimension = enumeration<Dimension>('ReportDimension', 'What a report is grouped by.', {
  PAYEE: 'By who is paid.',
  TRANCHE: 'By tranche.',
  STATUS: 'By where the payment stands, as known at the instant of the report.',
  DEAL: 'By deal.',
  LINE_KIND: 'By what the lines do.',
});

@ArgsType()
export class CommissionReportArgs {
  @Field(() => Month, { description: 'The month that the lines belong to; the first one of a range.' })
  period!: string;

  @Field(() => Month, { nullable: true, description: 'The last month of a range; `period` alone when left out.' })
  until?: string | null;

  @Field(() => [ReportDimension], {
    description: 'What rows are grouped by, in this order; none gives one row a currency.',
  })
  @ArrayUnique()
  @ArrayMaxSize(5)
  groupBy!: Dimension[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'As it was known at this instant, which has passed; now when left out. The report says which it used.',
  })
  knownAt?: number | null;
}
