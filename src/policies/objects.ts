import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, Problem, SlaCode } from '../graphql';
import type { SlaCode as SlaName } from '../rules';

@ObjectType({ description: 'How long a clock runs: working days, or hours.', simpleResolvers: true })
export class SlaAllowance {
  @Field(() => SlaCode, { description: 'The clock.' })
  sla!: SlaName;

  @Field(() => Int, { nullable: true, description: 'To the end of this working day after its start; 0 is that day.' })
  workingDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'So many hours, of day and night.' })
  hours!: number | null;
}

@ObjectType({
  description: 'A version of the SLA policy. It is never changed: what is to be different is a later version.',
  simpleResolvers: true,
})
export class SlaPolicyVersion {
  @Field(() => String, { description: 'The version, such as `standard-2`.' })
  version!: string;

  @Field(() => CalendarDate, {
    description: 'The local date from which it counts: for handoffs that are triggered on it or later.',
  })
  effectiveFrom!: string;

  @Field(() => [SlaAllowance], { description: 'How long each clock runs, in the order of a handoff.' })
  allowances!: SlaAllowance[];

  @Field(() => Int, {
    description: 'Working days from the assignment of an account manager that the AE has for the call.',
  })
  callAfterAssignment!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was added; null for the first.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The key of who added it; null for the first.' })
  createdByKey!: string | null;

  @Field(() => Int, { description: 'How many handoffs are kept by it: those triggered while it counted.' })
  triggeredDeals!: number;
}

@ObjectType({ description: 'The deals that a new version of the SLA policy would reach.' })
export class SlaPolicyReach {
  @Field(() => Int, { simple: true, description: 'How many: those whose handoff has not been triggered.' })
  count!: number;
}

@ObjectType({ description: 'The version that was added.', simpleResolvers: true })
export class CreateSlaPolicyVersionPayload {
  @Field(() => SlaPolicyVersion, { nullable: true, description: 'The version; null where nothing was done.' })
  slaPolicyVersion?: SlaPolicyVersion | null;

  @Field(() => [Problem], { description: 'Why nothing was done; empty when all went well.' })
  errors!: Problem[];
}
