import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, NotEquals, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate, connectionOf, DueFilter, type DueName, PageArgs, Problem } from '../graphql';
import { Commitment, CommitmentStatus, type CommitmentStatusName } from './commitment';

const TEXT_LENGTH_MAX = 4_000;
const NAME_LENGTH_MAX = 200;
const ID_LENGTH_MAX = 200;
const PERSON_LENGTH_MAX = 100;
const WEEK_MIN = -4;
const WEEK_MAX = 520;

export const CommitmentConnection = connectionOf('Commitment', () => Commitment);

@InputType({ description: 'Which commitments; all conditions must hold, those left out do not restrict.' })
export class CommitmentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this deal: its id, or its key such as `D-2026-0042`.' })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  deal?: string | null;

  @Field(() => [CommitmentStatus], { nullable: true, description: 'In one of these statuses.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: CommitmentStatusName[] | null;

  @Field(() => ID, { nullable: true, description: "To be kept by this person, by the person's key." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => ID, { nullable: true, description: "Promised by this person, by the person's key." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  promisedBy?: string | null;

  @Field(() => DueFilter, {
    nullable: true,
    description: 'Open ones that are due. Those due first come first, with every filter of due dates.',
  })
  due?: DueName | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Due on this day or later. What is open of a cancelled deal is not due.',
  })
  dueFrom?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Due before this day. What is open of a cancelled deal is not due.',
  })
  dueBefore?: string | null;
}

@ArgsType()
export class CommitmentArgs extends PageArgs {
  @Field(() => CommitmentFilter, {
    nullable: true,
    description: 'Which commitments; all that you may see when left out.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: CommitmentFilter | null;
}

@InputType({
  description: 'A commitment to be written down; it is open then. It is due in a week or on a date, not both.',
})
export class CreateCommitmentInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => String, { description: 'The exact words in which it was promised, at most 4,000 characters.' })
  @MaxLength(TEXT_LENGTH_MAX)
  words!: string;

  @Field(() => String, { description: 'Whom it was promised, at the client; at most 200 characters.' })
  @MaxLength(NAME_LENGTH_MAX)
  promisedTo!: string;

  @Field(() => ID, { description: "Who promised it, by the person's key, such as `ae-3`." })
  @MaxLength(PERSON_LENGTH_MAX)
  promisedBy!: string;

  @Field(() => ID, { nullable: true, description: "Who is to keep it, by the person's key, such as `am-1`." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => Int, { nullable: true, description: 'The delivery week in which it is due: -4 to -1, or from 1 on.' })
  @IsOptional()
  @Min(WEEK_MIN)
  @Max(WEEK_MAX)
  @NotEquals(0, { message: 'dueWeek cannot be 0: after Week -1 comes Week 1' })
  dueWeek?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day on which it is due.' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What shows that it was made, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  evidence?: string | null;
}

@InputType({
  description: 'A change of a commitment. What is left out stays as it is; null empties what may be empty.',
})
export class ChangeCommitmentInput {
  @Field(() => ID, { description: 'The `id` of the commitment.' })
  @MaxLength(ID_LENGTH_MAX)
  commitment!: string;

  @Field(() => Int, { description: 'The `version` that you saw; if it is another by now, nothing is changed.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'The exact words, at most 4,000 characters; not null.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it was promised, at most 200 characters; not null.' })
  @IsOptional()
  @MaxLength(NAME_LENGTH_MAX)
  promisedTo?: string | null;

  @Field(() => ID, { nullable: true, description: "Who promised it, by the person's key; not null." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  promisedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "Who is to keep it, by the person's key; null for nobody." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The delivery week in which it is due: -4 to -1, or from 1 on. It takes the place of a date.',
  })
  @IsOptional()
  @Min(WEEK_MIN)
  @Max(WEEK_MAX)
  @NotEquals(0, { message: 'dueWeek cannot be 0: after Week -1 comes Week 1' })
  dueWeek?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it is due. It takes the place of a week.',
  })
  dueOn?: string | null;

  @Field(() => CommitmentStatus, {
    nullable: true,
    description: 'What has become of it; not null. KEPT and BROKEN need `evidence` of it in the same change.',
  })
  status?: CommitmentStatusName | null;

  @Field(() => String, {
    nullable: true,
    description: 'What shows that it was made, kept or broken, at most 4,000 characters.',
  })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  evidence?: string | null;
}

@ObjectType({ description: 'The commitment that was written down.', simpleResolvers: true })
export class CreateCommitmentPayload {
  @Field(() => Commitment, { nullable: true, description: 'The commitment; null when it was not written down.' })
  commitment?: Commitment | null;

  @Field(() => [String], { description: 'What was written down all the same, but is not as it should be.' })
  warnings!: string[];

  @Field(() => [Problem], { description: 'Why it was not written down; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The commitment that was to be changed.', simpleResolvers: true })
export class ChangeCommitmentPayload {
  @Field(() => Commitment, {
    nullable: true,
    description:
      'The commitment as it is now: changed, or after a CONFLICT as somebody else left it; null for other errors.',
  })
  commitment?: Commitment | null;

  @Field(() => [Problem], { description: 'Why it was not changed; empty when all went well.' })
  errors!: Problem[];
}
