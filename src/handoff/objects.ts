import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, HandoffFaultCode, Role, SlaCode, SlaStatus, TriggerCondition } from '../graphql';
import type {
  TriggerCondition as ConditionName,
  HandoffFaultCode as FaultName,
  Role as RoleName,
  SlaCode as SlaName,
  SlaStatus as StatusName,
} from '../rules';

@ObjectType({ description: 'A clock of the handoff as at one instant (rules.md §4).', simpleResolvers: true })
export class SlaClock {
  @Field(() => SlaCode, { description: 'Which clock.' })
  sla!: SlaName;

  @Field(() => SlaStatus, { description: 'Where it stands.' })
  status!: StatusName;

  @Field(() => Role, {
    description: "Whose move it is; a late call that is not the AE's delay is the delivery lead's.",
  })
  accountable!: RoleName;

  @Field(() => DateTime, { nullable: true, description: 'When it started; null while it has not.' })
  startedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'The deadline; null without one, for example while paused.' })
  dueAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was done, which may be before it started.' })
  metAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was first waived.' })
  waivedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it breached: its deadline; null while it has not.' })
  breachedAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "From when the breach touches the AE's commission; null while it does not.",
  })
  countsAgainstAeFrom!: number | null;
}

@ObjectType({ description: 'A fault of a handoff (rules.md §6).', simpleResolvers: true })
export class HandoffFault {
  @Field(() => HandoffFaultCode, { description: 'Which fault; at most one of a kind.' })
  code!: FaultName;

  @Field(() => [ID], { description: 'The events that prove it, in canonical order.' })
  evidence!: string[];
}

@ObjectType({ description: 'Where a handoff stands as at one instant (rules.md §2 to §6).' })
export class HandoffState {
  @Field(() => DateTime, {
    nullable: true,
    simple: true,
    description: 'When the handoff was triggered; null while not.',
  })
  triggeredAt!: number | string | null;

  @Field(() => [TriggerCondition], { simple: true, description: 'What is missing for the trigger.' })
  unmetConditions!: ConditionName[];

  @Field(() => Role, { simple: true, description: 'Who owns the deal.' })
  owner!: RoleName;

  @Field(() => Role, { simple: true, description: "Who is the client's contact." })
  pointOfContact!: RoleName;

  @Field(() => CalendarDate, {
    nullable: true,
    simple: true,
    description: 'The local date on which delivery Week 1 starts.',
  })
  weekOne!: string | null;

  /** The deal of a stored state: its clocks and faults are loaded when they are asked for. */
  dealId?: string;
  /** Computed ones; a stored state has none. */
  computedSlas?: SlaClock[];
  computedFaults?: HandoffFault[];
}
