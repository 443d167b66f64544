import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDate, enumeration, HandoffFaultCode, SlaCode } from '../graphql';
import type { HandoffFaultCode as FaultName, SlaCode as SlaName, TimelineStepCode as StepName } from '../rules';
import { TimelineStepCode } from '../timeline';

/** Whose handoffs are told apart. */
export const HEALTH_DIMENSIONS = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
export type HealthDimensionName = (typeof HEALTH_DIMENSIONS)[number];

export const HealthDimension = enumeration<HealthDimensionName>('HealthDimension', 'Whose handoffs are told apart.', {
  ACCOUNT_EXECUTIVE: 'By who sold the deal.',
  DELIVERY_LEAD: 'By who sees to it that an account manager is assigned.',
  ACCOUNT_MANAGER: 'By who looks after the client.',
});

@ArgsType()
export class HandoffHealthArgs {
  @Field(() => CalendarDate, { description: 'Handoffs triggered on this day, in London, or later.' })
  from!: string;

  @Field(() => CalendarDate, { description: 'Handoffs triggered on this day or before; not before `from`.' })
  to!: string;

  @Field(() => HealthDimension, {
    nullable: true,
    description: 'Whose handoffs are told apart; the totals alone when left out.',
  })
  groupBy?: HealthDimensionName | null;
}

@ObjectType({ description: 'How one clock went, over some handoffs.', simpleResolvers: true })
export class SlaHealth {
  @Field(() => SlaCode, { description: 'The clock.' })
  sla!: SlaName;

  @Field(() => Int, { description: 'Met in time.' })
  onTime!: number;

  @Field(() => Int, { description: 'Met late, or not met though the deadline has passed.' })
  late!: number;

  @Field(() => Int, { description: 'Waived: neither in time nor late.' })
  waived!: number;

  @Field(() => Int, { description: 'Not decided: not started, running, or paused by the client.' })
  open!: number;

  @Field(() => Int, { description: 'Stopped: the deal was cancelled before it was decided.' })
  stopped!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'In time of those in time or late, in basis points; null for none.',
  })
  onTimeBp!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Half of those that were done took at most so many minutes from the start of the clock, nights and weekends ' +
      'included; null while none is done.',
  })
  medianMinutes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The same from the trigger on: how long the client has waited for it; null while none is done.',
  })
  medianMinutesFromTrigger!: number | null;
}

@ObjectType({ description: 'How soon a step was reached, over some handoffs.', simpleResolvers: true })
export class StepHealth {
  @Field(() => TimelineStepCode, { description: 'The step.' })
  step!: StepName;

  @Field(() => Int, { description: 'How many of the handoffs have reached it.' })
  done!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Half of those reached it within so many minutes of the trigger; null while none has.',
  })
  medianMinutes!: number | null;
}

@ObjectType({ description: 'How often a fault occurred.', simpleResolvers: true })
export class FaultCount {
  @Field(() => HandoffFaultCode, { description: 'The fault.' })
  code!: FaultName;

  @Field(() => Int, { description: 'In how many of the handoffs.' })
  handoffs!: number;
}

@ObjectType({ description: 'How some handoffs went.' })
export class HandoffHealthRow {
  @Field(() => ID, { nullable: true, simple: true, description: "The person's key; null for nobody, and for all." })
  personKey!: string | null;

  @Field(() => Int, { simple: true, description: 'How many handoffs were triggered.' })
  handoffs!: number;

  @Field(() => Int, { simple: true, description: 'How many of them have at least one fault.' })
  withFaults!: number;

  @Field(() => [SlaHealth], { simple: true, description: 'How each clock went, in the order of `SlaCode`.' })
  slas!: SlaHealth[];

  @Field(() => [StepHealth], { simple: true, description: 'How soon each step of the timeline was reached.' })
  steps!: StepHealth[];

  @Field(() => [FaultCount], { simple: true, description: 'How often each fault occurred, those that did not too.' })
  faults!: FaultCount[];
}

@ObjectType({ description: 'How the handoffs that were triggered in an interval went, as of now.' })
export class HandoffHealth {
  @Field(() => CalendarDate, { simple: true, description: 'The first day of the interval.' })
  from!: string;

  @Field(() => CalendarDate, { simple: true, description: 'The last day of the interval.' })
  to!: string;

  @Field(() => [HandoffHealthRow], { simple: true, description: 'A row for each person, ordered by their key.' })
  rows!: HandoffHealthRow[];

  @Field(() => HandoffHealthRow, { simple: true, description: 'All of them.' })
  total!: HandoffHealthRow;
}
