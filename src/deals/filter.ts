import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTime, DealStage, enumeration, HandoffFaultCode, PageArgs, SlaCode, SlaStatus } from '../graphql';
import type {
  HandoffFaultCode as FaultName,
  SlaCode as SlaName,
  DealStage as StageName,
  SlaStatus as StatusName,
} from '../rules';

/** What deals are ordered by (contract: `DealOrderField`). */
export type DealOrderFieldName = 'KEY' | 'FEE' | 'NEXT_DUE';

/** Ascending or descending. */
export type DirectionName = 'ASC' | 'DESC';

export const DealOrderField = enumeration<DealOrderFieldName>('DealOrderField', 'What deals are ordered by.', {
  KEY: 'By their key.',
  FEE: 'By the fee in force; deals without one count as the lowest.',
  NEXT_DUE: 'By the earliest open deadline; deals without one come last when ascending.',
});

export const OrderDirection = enumeration<DirectionName>('OrderDirection', 'Which way a list is ordered.', {
  ASC: 'Ascending.',
  DESC: 'Descending.',
});

@InputType({ description: 'Deals with a clock in a given status, as at now.' })
export class SlaFilter {
  @Field(() => SlaCode, { nullable: true, description: 'Which clock; any of the five when left out.' })
  sla?: SlaName | null;

  @Field(() => SlaStatus, { description: 'Its status now.' })
  status!: StatusName;
}

@InputType({ description: 'Which deals; all conditions must hold, those left out do not restrict.' })
export class DealFilter {
  @Field(() => [DealStage], { nullable: true, description: 'In one of these stages.' })
  @IsOptional()
  @ArrayMaxSize(20)
  stage?: StageName[] | null;

  @Field(() => ID, { nullable: true, description: "Sold by this account executive, by the person's key." })
  @IsOptional()
  @MaxLength(100)
  accountExecutive?: string | null;

  @Field(() => ID, { nullable: true, description: "Looked after by this account manager, by the person's key." })
  @IsOptional()
  @MaxLength(100)
  accountManager?: string | null;

  @Field(() => SlaFilter, { nullable: true, description: 'With a clock in a given status.' })
  @IsOptional()
  @ValidateNested()
  sla?: SlaFilter | null;

  @Field(() => HandoffFaultCode, { nullable: true, description: 'With this fault.' })
  fault?: FaultName | null;

  @Field(() => DateTime, { nullable: true, description: 'Triggered at this instant or later.' })
  triggeredFrom?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Triggered before this instant.' })
  triggeredBefore?: number | null;
}

@InputType({ description: 'How deals are ordered.' })
export class DealOrder {
  @Field(() => DealOrderField, { description: 'By what.' })
  field!: DealOrderFieldName;

  @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'Which way.' })
  direction: DirectionName = 'ASC';
}

@ArgsType()
export class DealArgs extends PageArgs {
  @Field(() => DealFilter, { nullable: true, description: 'Which deals; all that you may see when left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: DealFilter | null;

  @Field(() => DealOrder, { nullable: true, description: 'In which order; by key when left out.' })
  @IsOptional()
  @ValidateNested()
  orderBy?: DealOrder | null;
}
