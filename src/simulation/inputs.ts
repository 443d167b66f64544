import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CommissionState } from '../commission';
import { DealEventInput } from '../facts';
import { BreachEffect, CancelEffect, DateTime, SlaCode, TrancheCode } from '../graphql';
import { HandoffState } from '../handoff';
import type {
  BreachEffect as BreachEffectName,
  CancelEffect as CancelEffectName,
  SlaCode as SlaName,
  TrancheCode as TrancheName,
} from '../rules';

/** The most facts that a scenario may have. */
export const SCENARIO_EVENTS_MAX = 500;

@InputType({ description: 'A tranche of a plan.' })
export class TrancheInput {
  @Field(() => TrancheCode, { description: 'The tranche; its milestone goes with it.' })
  code!: TrancheName;

  @Field(() => Int, { description: 'Basis points of the commission; all shares add up to 10000.' })
  shareBp!: number;
}

@InputType({ description: 'What a breach of a clock does to money.' })
export class SlaEffectInput {
  @Field(() => SlaCode, { description: "The clock; not one of another's delay." })
  sla!: SlaName;

  @Field(() => BreachEffect, { description: 'What a breach does.' })
  effect!: BreachEffectName;

  @Field(() => Int, { nullable: true, description: 'For REDUCE: by how many basis points, 1 to 10000.' })
  reduceBp?: number | null;
}

@InputType({ description: 'A commission plan (rules.md §7).' })
export class PlanInput {
  @Field(() => Int, { description: 'Basis points of the fee, 0 to 10000.' })
  rateBp!: number;

  @Field(() => [TrancheInput], { description: 'The tranches, in order.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(20)
  tranches!: TrancheInput[];

  @Field(() => [SlaEffectInput], { defaultValue: [], description: 'What breaches do; those left out have no effect.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(20)
  effects!: SlaEffectInput[];

  @Field(() => CancelEffect, { defaultValue: 'KEEP', description: 'What cancelling does to released money.' })
  onCancel: CancelEffectName = 'KEEP';
}

@InputType({ description: 'A deal that does not exist: nothing of it is stored.' })
export class ScenarioInput {
  @Field(() => String, { defaultValue: 'england-and-wales', description: 'The calendar that its clocks run by.' })
  @MaxLength(100)
  calendar: string = 'england-and-wales';

  @Field(() => String, { defaultValue: 'GBP', description: 'The currency, by ISO 4217.' })
  @MaxLength(100)
  currency: string = 'GBP';

  @Field(() => ID, { defaultValue: 'ae-1', description: 'Who sold it, and is paid where no split is agreed.' })
  @MaxLength(100)
  accountExecutive: string = 'ae-1';

  @Field(() => PlanInput, { nullable: true, description: 'The plan; the standard plan at 10% when left out.' })
  @IsOptional()
  @ValidateNested()
  plan?: PlanInput | null;

  @Field(() => [DealEventInput], { description: 'What happened, in any order; at most 500.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(SCENARIO_EVENTS_MAX)
  events!: DealEventInput[];

  @Field(() => DateTime, { description: 'As at this instant.' })
  effectiveAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'As known at this instant; all is known when left out.' })
  knownAt?: number | null;
}

@ObjectType({ description: 'What follows from facts, without storing any.', simpleResolvers: true })
export class Simulation {
  @Field(() => DateTime, { description: 'As at this instant.' })
  effectiveAt!: number;

  @Field(() => DateTime, { nullable: true, description: 'As known at this instant; null where all is known.' })
  knownAt!: number | null;

  @Field(() => HandoffState, { description: 'Where the handoff stands.' })
  handoff!: HandoffState;

  @Field(() => CommissionState, { description: 'What is earned, held and released.' })
  commission!: CommissionState;
}
