import { ArrayMaxSize, ArrayNotEmpty, IsOptional, Length, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, Decimal, Role, SlaCode, SowParty } from '../graphql';
import type { Role as RoleName, SlaCode as SlaName } from '../rules';

const KEY_LENGTH_MAX = 200;
const TEXT_LENGTH_MAX = 4_000;

@InputType('FeeAgreedInput', { description: 'A fee was agreed; a later one amends it.' })
@ObjectType('FeeAgreed', { description: 'A fee was agreed; a later one amends it.', simpleResolvers: true })
export class FeeAgreed {
  @Field(() => Decimal, { description: "Net of discounts, excluding VAT, not negative, in the deal's currency." })
  amount!: string;
}

@InputType('PayeeShareInput', { description: "A person's share of the commission." })
@ObjectType('PayeeShare', { description: "A person's share of the commission.", simpleResolvers: true })
export class PayeeShareDetail {
  @Field(() => ID, { description: "The person's key, such as `ae-1`." })
  @MaxLength(KEY_LENGTH_MAX)
  person!: string;

  @Field(() => Int, { description: 'Basis points, at least 1; all shares add up to 10000.' })
  shareBp!: number;
}

@InputType('SplitAgreedInput', { description: 'Who shares the commission from now on, each person once, in order.' })
@ObjectType('SplitAgreed', { description: 'Who shares the commission, in order.', simpleResolvers: true })
export class SplitAgreed {
  @Field(() => [PayeeShareDetail], { description: 'The payees; their shares add up to 10000 basis points.' })
  @ValidateNested({ each: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  payees!: PayeeShareDetail[];
}

@InputType('SowSignedInput', { description: 'The statement of work was signed by one party.' })
@ObjectType('SowSigned', { description: 'The statement of work was signed by one party.', simpleResolvers: true })
export class SowSigned {
  @Field(() => SowParty, { description: 'Who signed.' })
  party!: 'CLIENT' | 'VENDOR';
}

@InputType('DepositInvoicedInput', { description: 'A deposit was invoiced.' })
@ObjectType('DepositInvoiced', { description: 'A deposit was invoiced.', simpleResolvers: true })
export class DepositInvoiced {
  @Field(() => Decimal, { description: "Net, above zero, in the deal's currency." })
  amount!: string;
}

@InputType('ClosedWonInput', { description: 'The deal was marked Closed Won in the CRM.' })
@ObjectType('ClosedWon', { description: 'The deal was marked Closed Won in the CRM.', simpleResolvers: true })
export class ClosedWon {
  @Field(() => [String], { defaultValue: [], description: 'CRM fields that were not filled in; none means complete.' })
  @ArrayMaxSize(200)
  @MaxLength(KEY_LENGTH_MAX, { each: true })
  missingFields!: string[];
}

@InputType('AmAssignedInput', { description: 'An account manager was assigned.' })
@ObjectType('AmAssigned', { description: 'An account manager was assigned.', simpleResolvers: true })
export class AmAssigned {
  @Field(() => ID, { description: "The account manager's key, such as `am-1`." })
  @MaxLength(KEY_LENGTH_MAX)
  person!: string;
}

@InputType('PackageSubmittedInput', { description: 'The AE submitted the handoff package.' })
@ObjectType('PackageSubmitted', { description: 'The AE submitted the handoff package.', simpleResolvers: true })
export class PackageSubmitted {
  @Field(() => Int, { defaultValue: 1, description: 'The revision of the package, from 1.' })
  revision!: number;
}

@InputType('CallScheduledInput', { description: 'The handoff call was arranged; a later one moves it.' })
@ObjectType('CallScheduled', { description: 'The handoff call was arranged.', simpleResolvers: true })
export class CallScheduled {
  @Field(() => DateTime, { description: 'When it is to begin.' })
  startsAt!: number;

  @Field(() => Int, { defaultValue: 60, description: 'How long it is to last, in minutes, from 1 to 480.' })
  minutes!: number;

  @Field(() => String, { nullable: true, description: 'Where: a room or a link, at most 200 characters.' })
  @IsOptional()
  @MaxLength(KEY_LENGTH_MAX)
  place?: string | null;
}

@InputType('CallHeldInput', { description: 'The handoff call was held.' })
@ObjectType('CallHeld', { description: 'The handoff call was held.', simpleResolvers: true })
export class CallHeld {
  @Field(() => [Role], { description: 'Who attended; it counts when AE, delivery lead and account manager all did.' })
  @ArrayMaxSize(50)
  attendees!: RoleName[];
}

@InputType('NoDetailInput', { description: 'A fact that says all by having happened.' })
@ObjectType('NoDetail', { description: 'A fact that says all by having happened.', simpleResolvers: true })
export class NoDetail {
  @Field(() => String, { nullable: true, description: 'Anything worth adding, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  note?: string | null;
}

@InputType('AeForwardedInput', { description: "The AE forwarded the client's email to the account manager." })
@ObjectType('AeForwarded', { description: "The AE forwarded the client's email.", simpleResolvers: true })
export class AeForwarded {
  @Field(() => ID, { description: 'The event of the email that was forwarded (`CLIENT_EMAILED_AE`).' })
  @MaxLength(KEY_LENGTH_MAX)
  forwards!: string;
}

@InputType('KickoffConfirmedInput', { description: 'The client confirmed when delivery starts.' })
@ObjectType('KickoffConfirmed', { description: 'The client confirmed when delivery starts.', simpleResolvers: true })
export class KickoffConfirmed {
  @Field(() => CalendarDate, { description: 'The local date on which delivery Week 1 starts.' })
  weekOne!: string;
}

@InputType('WorkshopDeliveredInput', { description: 'A workshop was delivered.' })
@ObjectType('WorkshopDelivered', { description: 'A workshop was delivered.', simpleResolvers: true })
export class WorkshopDelivered {
  @Field(() => Int, { description: 'The delivery week, from 1 (or -4 to -1).' })
  week!: number;

  @Field(() => Int, { defaultValue: 1, description: 'The cohort, from 1.' })
  cohort!: number;

  @Field(() => Int, { description: 'How many attended; 0 means that the cohort did not start.' })
  attended!: number;
}

@InputType('WeekInput', { description: 'Something that belongs to a delivery week.' })
@ObjectType('WeekDetail', { description: 'Something that belongs to a delivery week.', simpleResolvers: true })
export class WeekDetail {
  @Field(() => Int, { description: 'The delivery week, from 1 (or -4 to -1).' })
  week!: number;
}

@InputType('ReasonInput', { description: 'Something that was done for a reason.' })
@ObjectType('ReasonDetail', { description: 'Something that was done for a reason.', simpleResolvers: true })
export class ReasonDetail {
  @Field(() => String, { description: 'The reason, at most 4,000 characters.' })
  @Length(1, TEXT_LENGTH_MAX)
  reason!: string;
}

@InputType('SlaWaivedInput', { description: 'A clock was waived by a delivery lead or finance.' })
@ObjectType('SlaWaived', { description: 'A clock was waived by a delivery lead or finance.', simpleResolvers: true })
export class SlaWaived {
  @Field(() => SlaCode, { description: 'The clock.' })
  sla!: SlaName;

  @Field(() => ID, {
    description: 'The key of who approved it: a delivery lead or finance, never the person it frees.',
  })
  @MaxLength(KEY_LENGTH_MAX)
  approver!: string;

  @Field(() => String, { description: 'Why, at most 4,000 characters.' })
  @Length(1, TEXT_LENGTH_MAX)
  reason!: string;
}

@InputType('DiscoveryInput', { description: 'A risk or commitment came up during delivery.' })
@ObjectType('Discovery', { description: 'A risk or commitment came up during delivery.', simpleResolvers: true })
export class Discovery {
  @Field(() => String, { description: 'What came up: a reference or its words.' })
  @Length(1, TEXT_LENGTH_MAX)
  reference!: string;

  @Field(() => Boolean, { description: 'Whether it was in the handoff package.' })
  declared!: boolean;
}

@InputType('EventRetractedInput', { description: 'An earlier event was wrong and is withdrawn.' })
@ObjectType('EventRetracted', { description: 'An earlier event was wrong and is withdrawn.', simpleResolvers: true })
export class EventRetracted {
  @Field(() => ID, { description: 'The event that is withdrawn; not a retraction.' })
  @MaxLength(KEY_LENGTH_MAX)
  retracts!: string;

  @Field(() => String, { description: 'Why, at most 4,000 characters.' })
  @Length(1, TEXT_LENGTH_MAX)
  reason!: string;
}
