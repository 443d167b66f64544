import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Deal } from '../deals';
import { CalendarDate, DateTime, Problem, Role } from '../graphql';
import type { Role as RoleName } from '../rules';

const ID_LENGTH_MAX = 200;
const PERSON_LENGTH_MAX = 100;
const TEXT_LENGTH_MAX = 4_000;
const RISKS_MAX = 100;

@InputType({ description: 'Who looks after the client from now on.' })
export class AssignAccountManagerInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => ID, { description: "The account manager, by the person's key, such as `am-1`." })
  @MaxLength(PERSON_LENGTH_MAX)
  person!: string;
}

@InputType({ description: 'Who sees to it that the deal is handed over.' })
export class NameDeliveryLeadInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => ID, { description: "The delivery lead, by the person's key, such as `dl-1`." })
  @MaxLength(PERSON_LENGTH_MAX)
  person!: string;
}

@InputType({ description: 'When the handoff call is to be; a later one moves it.' })
export class ScheduleHandoffCallInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => DateTime, { description: 'When it is to begin; not in the past.' })
  startsAt!: number;

  @Field(() => Int, { defaultValue: 60, description: 'How long it is to last, in minutes, from 15 to 480.' })
  @Min(15)
  @Max(480)
  minutes!: number;

  @Field(() => String, { nullable: true, description: 'Where: a room or a link, at most 200 characters.' })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  place?: string | null;
}

@InputType({ description: 'What was agreed in the call against a risk.' })
export class AgreedMitigationInput {
  @Field(() => ID, { description: 'The `id` of a risk of the deal.' })
  @MaxLength(ID_LENGTH_MAX)
  risk!: string;

  @Field(() => Int, { description: 'The `version` of it that you saw; if it is another by now, nothing is recorded.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What was agreed, at most 4,000 characters.' })
  @MaxLength(TEXT_LENGTH_MAX)
  agreedMitigation!: string;

  @Field(() => ID, { nullable: true, description: "Who looks after it, by the person's key; as before when left out." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;
}

@InputType({ description: 'A handoff call that was held.' })
export class HoldHandoffCallInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => DateTime, { description: 'When it was held; never in the future.' })
  heldAt!: number;

  @Field(() => [Role], { description: 'Who attended; it counts when AE, delivery lead and account manager all did.' })
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(50)
  attendees!: RoleName[];

  @Field(() => [AgreedMitigationInput], { defaultValue: [], description: 'What was agreed against each risk.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(RISKS_MAX)
  mitigations!: AgreedMitigationInput[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which Week 1 starts, where the account manager confirmed the onboarding dates.',
  })
  weekOne?: string | null;
}

/** What a person does around the call. */
@ObjectType({ description: 'The deal that something was done to, and what to look at.', simpleResolvers: true })
export class HandoffActionPayload {
  @Field(() => Deal, { nullable: true, description: 'The deal as it is now; null when nothing was recorded.' })
  deal?: Deal | null;

  @Field(() => [String], { description: 'What was done all the same, but is not as it should be.' })
  warnings!: string[];

  @Field(() => [Problem], { description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The call that was arranged, and its invitation.', simpleResolvers: true })
export class ScheduleHandoffCallPayload extends HandoffActionPayload {
  @Field(() => String, { nullable: true, description: 'The invitation for calendars (`.ics`, RFC 5545).' })
  invitation?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the mail server has taken the invitation for the three; false where it lies on the drive.',
  })
  sent?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where the invitation lies on the drive, if it was not sent.' })
  file?: string | null;
}
