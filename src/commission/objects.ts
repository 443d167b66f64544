import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LineKind, Money, PaymentStatus, TrancheCode } from '../graphql';
import { SlaClock } from '../handoff';
import type { LineKind as LineKindName, PaymentStatus as StatusName, TrancheCode as TrancheName } from '../rules';

@ObjectType({
  description: 'One step from the facts to an amount, or to the reason why there is none.',
  simpleResolvers: true,
})
export class DerivationStep {
  @Field(() => String, { description: 'The rule, by its place in rules.md: `rules.md §7.1 entitlement`.' })
  rule!: string;

  @Field(() => String, { description: 'What it did here, in words.' })
  detail!: string;

  @Field(() => Money, { nullable: true, description: 'The amount that came out of it, if one did.' })
  amount!: Money | null;

  @Field(() => [ID], { description: 'The events that it rests on.' })
  events!: string[];
}

@ObjectType({ description: 'Money released, corrected or taken back.', simpleResolvers: true })
export class CommissionLine {
  @Field(() => LineKind, { description: 'What the line does.' })
  kind!: LineKindName;

  @Field(() => TrancheCode, { description: 'The tranche that it belongs to.' })
  tranche!: TrancheName;

  @Field(() => ID, { description: "The payee's key." })
  payee!: string;

  @Field(() => Money, { description: 'How much; below zero when it takes back.' })
  amount!: Money;

  @Field(() => DateTime, { description: 'From when it counts.' })
  effectiveAt!: number;
}

@ObjectType({ description: 'One tranche for one payee, as at one instant (rules.md §7).' })
export class CommissionPaymentState {
  @Field(() => TrancheCode, { simple: true, description: 'The tranche.' })
  tranche!: TrancheName;

  @Field(() => ID, { simple: true, description: "The payee's key." })
  payee!: string;

  @Field(() => PaymentStatus, { simple: true, description: 'Where it stands.' })
  status!: StatusName;

  @Field(() => Money, { simple: true, description: 'The nominal amount, before any cut.' })
  amount!: Money;

  @Field(() => Money, { simple: true, description: 'What its lines add up to.' })
  releasedToDate!: Money;

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When its milestone was reached.' })
  earnedAt!: number | null;

  @Field(() => DateTime, { nullable: true, simple: true, description: 'When it was released; null while it is not.' })
  releasedAt!: number | null;

  @Field(() => [SlaClock], { simple: true, description: 'The clocks that hold it now.' })
  heldBy!: SlaClock[];

  @Field(() => String, { nullable: true, simple: true, description: 'The fact that is missing, when one is.' })
  waitingFor!: string | null;

  /** Tells the derivation, for whoever asks for it. */
  derive!: () => DerivationStep[];
}

@ObjectType({ description: 'What is earned, held, released and taken back, as at one instant.', simpleResolvers: true })
export class CommissionState {
  @Field(() => Money, { nullable: true, description: 'The fee in force; null while none is agreed.' })
  fee!: Money | null;

  @Field(() => Money, { description: 'The commission on that fee, of all payees and tranches together.' })
  entitlement!: Money;

  @Field(() => String, {
    description: 'The version of the plan that the deal is judged by, or would be if it were signed now.',
  })
  planVersion!: string;

  @Field(() => [CommissionPaymentState], { description: 'By tranche in plan order, then payee; an AE sees their own.' })
  payments!: CommissionPaymentState[];

  @Field(() => [CommissionLine], { description: 'By effectiveAt, tranche, kind, payee; an AE sees their own.' })
  lines!: CommissionLine[];
}
