import { IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, OneOf } from '../graphql';
import {
  AeForwarded,
  AmAssigned,
  CallHeld,
  CallScheduled,
  ClosedWon,
  DepositInvoiced,
  Discovery,
  EventRetracted,
  FeeAgreed,
  KickoffConfirmed,
  NoDetail,
  PackageSubmitted,
  ReasonDetail,
  SlaWaived,
  SowSigned,
  SplitAgreed,
  WeekDetail,
  WorkshopDelivered,
} from './details';

/** The one fact that an event states; what it states is in the field named after it (rules.md §1). */
@OneOf()
@InputType('FactInput', { description: 'The one fact that an event states: exactly one of these.' })
@ObjectType('Fact', {
  description: 'The fact that an event states: one of these, the others are null.',
  simpleResolvers: true,
})
export class FactInput {
  @Field(() => FeeAgreed, { nullable: true, description: 'A fee was agreed.' })
  @IsOptional()
  @ValidateNested()
  feeAgreed?: FeeAgreed | null;

  @Field(() => SplitAgreed, { nullable: true, description: 'Who shares the commission.' })
  @IsOptional()
  @ValidateNested()
  splitAgreed?: SplitAgreed | null;

  @Field(() => SowSigned, { nullable: true, description: 'One party signed the statement of work.' })
  @IsOptional()
  @ValidateNested()
  sowSigned?: SowSigned | null;

  @Field(() => DepositInvoiced, { nullable: true, description: 'A deposit was invoiced.' })
  @IsOptional()
  @ValidateNested()
  depositInvoiced?: DepositInvoiced | null;

  @Field(() => ClosedWon, { nullable: true, description: 'Marked Closed Won in the CRM.' })
  @IsOptional()
  @ValidateNested()
  closedWon?: ClosedWon | null;

  @Field(() => AmAssigned, { nullable: true, description: 'An account manager was assigned.' })
  @IsOptional()
  @ValidateNested()
  amAssigned?: AmAssigned | null;

  @Field(() => PackageSubmitted, { nullable: true, description: 'The handoff package was submitted.' })
  @IsOptional()
  @ValidateNested()
  packageSubmitted?: PackageSubmitted | null;

  @Field(() => CallScheduled, { nullable: true, description: 'The handoff call was arranged.' })
  @IsOptional()
  @ValidateNested()
  callScheduled?: CallScheduled | null;

  @Field(() => CallHeld, { nullable: true, description: 'The handoff call was held.' })
  @IsOptional()
  @ValidateNested()
  callHeld?: CallHeld | null;

  @Field(() => NoDetail, { nullable: true, description: 'The AE introduced the account manager to the client.' })
  @IsOptional()
  @ValidateNested()
  introSent?: NoDetail | null;

  @Field(() => NoDetail, { nullable: true, description: 'The account manager contacted the client.' })
  @IsOptional()
  @ValidateNested()
  amContactedClient?: NoDetail | null;

  @Field(() => NoDetail, { nullable: true, description: 'The client emailed the AE.' })
  @IsOptional()
  @ValidateNested()
  clientEmailedAe?: NoDetail | null;

  @Field(() => AeForwarded, { nullable: true, description: 'The AE forwarded such an email to the account manager.' })
  @IsOptional()
  @ValidateNested()
  aeForwarded?: AeForwarded | null;

  @Field(() => KickoffConfirmed, { nullable: true, description: 'The start of delivery was confirmed.' })
  @IsOptional()
  @ValidateNested()
  kickoffConfirmed?: KickoffConfirmed | null;

  @Field(() => WorkshopDelivered, { nullable: true, description: 'A workshop was delivered.' })
  @IsOptional()
  @ValidateNested()
  workshopDelivered?: WorkshopDelivered | null;

  @Field(() => WeekDetail, { nullable: true, description: 'A walkthrough was held with the client.' })
  @IsOptional()
  @ValidateNested()
  walkthroughHeld?: WeekDetail | null;

  @Field(() => WeekDetail, { nullable: true, description: 'A board report was delivered.' })
  @IsOptional()
  @ValidateNested()
  boardReportDelivered?: WeekDetail | null;

  @Field(() => WeekDetail, { nullable: true, description: 'A quality gate was passed.' })
  @IsOptional()
  @ValidateNested()
  qualityGatePassed?: WeekDetail | null;

  @Field(() => ReasonDetail, { nullable: true, description: 'The client asked for a pause.' })
  @IsOptional()
  @ValidateNested()
  clientHoldStarted?: ReasonDetail | null;

  @Field(() => ReasonDetail, { nullable: true, description: "The client's pause ended." })
  @IsOptional()
  @ValidateNested()
  clientHoldEnded?: ReasonDetail | null;

  @Field(() => SlaWaived, { nullable: true, description: 'A clock was waived.' })
  @IsOptional()
  @ValidateNested()
  slaWaived?: SlaWaived | null;

  @Field(() => Discovery, { nullable: true, description: 'A commitment came up.' })
  @IsOptional()
  @ValidateNested()
  commitmentDiscovered?: Discovery | null;

  @Field(() => Discovery, { nullable: true, description: 'A risk materialised.' })
  @IsOptional()
  @ValidateNested()
  riskMaterialised?: Discovery | null;

  @Field(() => ReasonDetail, { nullable: true, description: 'The deal was cancelled.' })
  @IsOptional()
  @ValidateNested()
  dealCancelled?: ReasonDetail | null;

  @Field(() => EventRetracted, { nullable: true, description: 'An earlier event was withdrawn.' })
  @IsOptional()
  @ValidateNested()
  eventRetracted?: EventRetracted | null;
}

@InputType({ description: 'Something that happened to a deal.' })
export class DealEventInput {
  @Field(() => ID, { nullable: true, description: 'Simulation only: the id that other events of the scenario name.' })
  @IsOptional()
  @MaxLength(200)
  id?: string | null;

  @Field(() => DateTime, { description: 'When it happened in the world; never in the future.' })
  occurredAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Simulation only: when it became known; occurredAt when left out.',
  })
  recordedAt?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it came from, for example `hubspot`.' })
  @IsOptional()
  @Length(1, 100)
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Its key there: recording it twice is one event.' })
  @IsOptional()
  @Length(1, 200)
  sourceEventId?: string | null;

  @Field(() => FactInput, { description: 'What happened.' })
  @ValidateNested()
  fact!: FactInput;
}
