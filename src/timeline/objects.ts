import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DateTime, enumeration, Role, SlaCode } from '../graphql';
import type {
  Role as RoleName,
  SlaCode as SlaName,
  StepStatus as StatusName,
  TimelineStepCode as StepName,
} from '../rules';

export const TimelineStepCode = enumeration<StepName>('TimelineStepCode', 'What stands on the timeline of a deal.', {
  HANDOFF_CALL: 'The handoff call, with AE, delivery lead and account manager.',
  KICKOFF: 'The start of delivery: the first day of Week 1.',
  WEEK_2_WORKSHOP: 'The workshop of Week 2, with somebody attending: the cohort has started.',
  WEEK_4_WALKTHROUGH: 'The walkthrough with the client in Week 4.',
  WEEK_6_QUALITY_GATE: 'The quality gate of Week 6.',
  WEEK_8_WALKTHROUGH: 'The walkthrough with the client in Week 8.',
  WEEK_12_BOARD_REPORT: 'The board report of Week 12.',
});

export const TimelineStepStatus = enumeration<StatusName>('TimelineStepStatus', 'Where a step stands.', {
  PLANNED: 'It is not done, and in time.',
  DONE: 'It was done in time.',
  DONE_LATE: 'It was done after its last day.',
  LATE: 'It is not done, and its last day has passed.',
  DROPPED: 'It was not done before the deal was cancelled.',
});

@ObjectType({
  description: 'Something that stands on the timeline of a deal, as at an instant.',
  simpleResolvers: true,
})
export class TimelineStep {
  @Field(() => TimelineStepCode, { description: 'What it is.' })
  code!: StepName;

  @Field(() => Int, { description: 'The week in which it stands.' })
  week!: number;

  @Field(() => TimelineStepStatus, { description: 'Where it stands.' })
  status!: StatusName;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day on which it is in time: of a call the arranged one; null while that is not known.',
  })
  plannedFor!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; null while it is not.' })
  doneAt!: number | null;

  @Field(() => ID, { nullable: true, description: 'The event that did it, or by which it was arranged or confirmed.' })
  event!: string | null;
}

@ObjectType({ description: 'A week of a deal, and what stands at it. There is no Week 0.', simpleResolvers: true })
export class TimelineWeek {
  @Field(() => Int, { description: 'Its number: -4 to -1, then from 1 to 12.' })
  week!: number;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Its first day: Weeks -4 to -1 count from the trigger, the others from `weekOne`; null without.',
  })
  startsOn!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Its last day.' })
  endsOn!: string | null;

  @Field(() => Boolean, { description: 'Whether the instant that is asked about lies in it.' })
  isCurrent!: boolean;

  @Field(() => [TimelineStep], { description: 'What stands at it.' })
  steps!: TimelineStep[];
}

/** What a deadline is for. */
export type DeadlineKindName = 'SLA' | 'STEP' | 'COMMITMENT' | 'RISK_REVIEW';

export const DeadlineKind = enumeration<DeadlineKindName>('DeadlineKind', 'What a deadline is for.', {
  SLA: 'A clock of the handoff that has started and was not met or waived.',
  STEP: 'A step of the timeline that is not done.',
  COMMITMENT: 'An open commitment that has a due date.',
  RISK_REVIEW: 'The next review of an open risk.',
});

@ObjectType({ description: 'Something that is to be done next, by whom, and how much time is left.' })
export class Deadline {
  @Field(() => DeadlineKind, { simple: true, description: 'What it is for.' })
  kind!: DeadlineKindName;

  @Field(() => String, { simple: true, description: 'What is to be done, in words.' })
  what!: string;

  @Field(() => SlaCode, { nullable: true, simple: true, description: 'The clock, for an SLA.' })
  sla!: SlaName | null;

  @Field(() => TimelineStepCode, { nullable: true, simple: true, description: 'The step, for a STEP.' })
  step!: StepName | null;

  @Field(() => ID, { nullable: true, simple: true, description: 'The `id` of the commitment or risk, for `node`.' })
  about!: string | null;

  @Field(() => DateTime, { simple: true, description: 'When it is due; a day ends with its last millisecond.' })
  dueAt!: number;

  @Field(() => Boolean, { simple: true, description: 'Whether that has passed.' })
  isOverdue!: boolean;

  @Field(() => Role, { simple: true, description: 'Whose move it is.' })
  owner!: RoleName;

  @Field(() => Int, { simple: true, description: 'Minutes that are left; below zero when overdue.' })
  minutesLeft!: number;

  @Field(() => Int, {
    nullable: true,
    simple: true,
    description:
      'The same in working time: nine to five on working days of the calendar, outside client holds. Null for a ' +
      'deadline beyond the years that the calendar covers.',
  })
  workingMinutesLeft!: number | null;

  personKey!: string | null;
}
