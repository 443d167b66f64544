import { Field, ID, Int, ObjectType } from 'type-graphql';
import { BreachEffect, CalendarDate, CancelEffect, Money, Month, Problem, SlaCode, TrancheCode } from '../graphql';
import type {
  BreachEffect as BreachEffectName,
  CancelEffect as CancelEffectName,
  SlaCode as SlaName,
  TrancheCode as TrancheName,
} from '../rules';

@ObjectType({ description: 'A tranche of a plan.', simpleResolvers: true })
export class PlanTranche {
  @Field(() => TrancheCode, { description: 'The tranche; its milestone goes with it.' })
  code!: TrancheName;

  @Field(() => Int, { description: 'Basis points of the commission; all shares add up to 10000.' })
  shareBp!: number;
}

@ObjectType({ description: 'What a breach of a clock does to money under a plan.', simpleResolvers: true })
export class PlanEffect {
  @Field(() => SlaCode, { description: 'The clock.' })
  sla!: SlaName;

  @Field(() => BreachEffect, { description: 'What a breach does.' })
  effect!: BreachEffectName;

  @Field(() => Int, { nullable: true, description: 'For REDUCE: by how many basis points.' })
  reduceBp!: number | null;
}

@ObjectType({
  description: 'A version of a commission plan. It is never changed: what is to be different is a later version.',
})
export class PlanVersion {
  @Field(() => String, { simple: true, description: 'The plan, such as `standard`.' })
  plan!: string;

  @Field(() => String, {
    simple: true,
    description: 'The version, such as `standard-2`, as lines and statements name it.',
  })
  version!: string;

  @Field(() => CalendarDate, {
    simple: true,
    description: 'The local date from which it counts: for deals that both have signed on it or later.',
  })
  effectiveFrom!: string;

  @Field(() => Int, { simple: true, description: 'Basis points of the fee.' })
  rateBp!: number;

  @Field(() => [PlanTranche], { simple: true, description: 'The tranches, in order.' })
  tranches!: PlanTranche[];

  @Field(() => [PlanEffect], { simple: true, description: 'What breaches do; a clock that is not here has no effect.' })
  effects!: PlanEffect[];

  @Field(() => CancelEffect, { simple: true, description: 'What cancelling does to released money.' })
  onCancel!: CancelEffectName;

  @Field(() => Int, {
    simple: true,
    description: 'How many deals were signed by both under it: they keep it for good.',
  })
  signedDeals!: number;
}

@ObjectType({ description: 'The version that was added.', simpleResolvers: true })
export class CreatePlanVersionPayload {
  @Field(() => PlanVersion, { nullable: true, description: 'The version; null where none was added.' })
  planVersion?: PlanVersion | null;

  @Field(() => [Problem], { description: 'Why none was added; empty when all went well.' })
  errors!: Problem[];
}

/** The plan whose reach it is. */
@ObjectType({ description: 'The deals that a new version of a plan would reach, if they are signed once it counts.' })
export class PlanReach {
  plan!: string;

  @Field(() => Int, {
    simple: true,
    description: 'How many there are now. Every deal that is opened later comes to them.',
  })
  count!: number;
}

@ObjectType({
  description: 'What a payee got in a month, and would have got under another plan.',
  simpleResolvers: true,
})
export class PlanComparisonRow {
  @Field(() => Month, { description: 'The month in which it counts.' })
  month!: string;

  @Field(() => ID, { nullable: true, description: "The payee's key; null for all together." })
  payeeKey!: string | null;

  @Field(() => Money, { description: 'What the lines of the month add up to.' })
  actual!: Money;

  @Field(() => Money, { description: 'What they would add up to under the other plan.' })
  hypothetical!: Money;

  @Field(() => Money, { description: 'How much more that is; below zero for less.' })
  difference!: Money;
}

@ObjectType({ description: 'What some months would have cost under another plan.', simpleResolvers: true })
export class PlanComparison {
  @Field(() => Int, { description: 'How many deals were judged.' })
  deals!: number;

  @Field(() => [PlanComparisonRow], {
    description: 'By month, payee and currency, where anything differs from nothing.',
  })
  rows!: PlanComparisonRow[];

  @Field(() => [PlanComparisonRow], { description: 'All payees together, by month and currency.' })
  totals!: PlanComparisonRow[];
}
