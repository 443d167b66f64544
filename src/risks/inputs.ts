import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CalendarDate, connectionOf, DueFilter, type DueName, PageArgs, Problem, RiskLikelihood } from '../graphql';
import type { RiskLikelihood as RiskLikelihoodName } from '../rules';
import { Risk, RiskStatus, type RiskStatusName } from './risk';

const TEXT_LENGTH_MAX = 4_000;
const ID_LENGTH_MAX = 200;
const PERSON_LENGTH_MAX = 100;

export const RiskConnection = connectionOf('Risk', () => Risk);

@InputType({ description: 'Which risks; all conditions must hold, those left out do not restrict.' })
export class RiskFilter {
  @Field(() => ID, { nullable: true, description: 'Of this deal: its id, or its key such as `D-2026-0042`.' })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  deal?: string | null;

  @Field(() => [RiskStatus], { nullable: true, description: 'In one of these statuses.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: RiskStatusName[] | null;

  @Field(() => [RiskLikelihood], { nullable: true, description: 'As likely as one of these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  likelihood?: RiskLikelihoodName[] | null;

  @Field(() => ID, { nullable: true, description: "Looked after by this person, by the person's key." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => DueFilter, {
    nullable: true,
    description:
      'Those not closed of which the review is due. Those due first come first, with every filter of reviews.',
  })
  review?: DueName | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'To be reviewed on this day or later; none that is not closed of a cancelled deal.',
  })
  reviewFrom?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'To be reviewed before this day; none that is not closed of a cancelled deal.',
  })
  reviewBefore?: string | null;
}

@ArgsType()
export class RiskArgs extends PageArgs {
  @Field(() => RiskFilter, { nullable: true, description: 'Which risks; all that you may see when left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: RiskFilter | null;
}

@InputType({ description: 'A risk to be written down; it is open then.' })
export class CreateRiskInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => String, { description: 'What may go wrong, at most 4,000 characters.' })
  @MaxLength(TEXT_LENGTH_MAX)
  description!: string;

  @Field(() => RiskLikelihood, { description: 'How likely it is.' })
  likelihood!: RiskLikelihoodName;

  @Field(() => String, { nullable: true, description: 'What you suggest against it, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  mitigation?: string | null;

  @Field(() => String, { nullable: true, description: 'What was agreed against it, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  agreedMitigation?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be looked at next.' })
  reviewOn?: string | null;

  @Field(() => ID, { nullable: true, description: "Who looks after it, by the person's key, such as `am-1`." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;
}

@InputType({ description: 'A change of a risk. What is left out stays as it is; null empties what may be empty.' })
export class ChangeRiskInput {
  @Field(() => ID, { description: 'The `id` of the risk.' })
  @MaxLength(ID_LENGTH_MAX)
  risk!: string;

  @Field(() => Int, { description: 'The `version` that you saw; if it is another by now, nothing is changed.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What may go wrong, at most 4,000 characters; not null.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  description?: string | null;

  @Field(() => RiskLikelihood, { nullable: true, description: 'How likely it is; not null.' })
  likelihood?: RiskLikelihoodName | null;

  @Field(() => String, { nullable: true, description: 'What is suggested against it, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  mitigation?: string | null;

  @Field(() => String, { nullable: true, description: 'What was agreed against it, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  agreedMitigation?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be looked at next.' })
  reviewOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'When it was last looked at; not in the future.' })
  reviewedOn?: string | null;

  @Field(() => ID, { nullable: true, description: "Who looks after it, by the person's key; null for nobody." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => RiskStatus, {
    nullable: true,
    description:
      'What has become of it; not null. It becomes MATERIALISED by `reportRiskMaterialised`, which states it, and is ' +
      'not OPEN while that fact stands.',
  })
  status?: RiskStatusName | null;
}

@ObjectType({ description: 'The risk that was written down.', simpleResolvers: true })
export class CreateRiskPayload {
  @Field(() => Risk, { nullable: true, description: 'The risk; null when it was not written down.' })
  risk?: Risk | null;

  @Field(() => [String], { description: 'What was written down all the same, but is not as it should be.' })
  warnings!: string[];

  @Field(() => [Problem], { description: 'Why it was not written down; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The risk that was to be changed.', simpleResolvers: true })
export class ChangeRiskPayload {
  @Field(() => Risk, {
    nullable: true,
    description: 'The risk as it is now: changed, or after a CONFLICT as somebody else left it; null for other errors.',
  })
  risk?: Risk | null;

  @Field(() => [Problem], { description: 'Why it was not changed; empty when all went well.' })
  errors!: Problem[];
}
