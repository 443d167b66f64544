import { IsOptional, Max, MaxLength, Min, NotEquals } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Commitment } from '../commitments';
import { DealEvent } from '../facts';
import { CalendarDate, DateTime, Problem, RiskLikelihood } from '../graphql';
import { Risk } from '../risks';
import type { RiskLikelihood as RiskLikelihoodName } from '../rules';

const TEXT_LENGTH_MAX = 4_000;
const NAME_LENGTH_MAX = 200;
const ID_LENGTH_MAX = 200;
const PERSON_LENGTH_MAX = 100;
const WEEK_MIN = -4;
const WEEK_MAX = 520;

@InputType({
  description:
    'A risk that has materialised: one that is written down (`risk`), or one that nobody wrote down (`description`).',
})
export class ReportRiskMaterialisedInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => DateTime, { description: 'When it happened; never in the future.' })
  occurredAt!: number;

  @Field(() => ID, { nullable: true, description: 'The `id` of a risk of this deal that is written down.' })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  risk?: string | null;

  @Field(() => String, { nullable: true, description: 'What has happened, at most 4,000 characters.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  description?: string | null;

  @Field(() => RiskLikelihood, {
    nullable: true,
    description: 'With `description`: how likely it should have been reckoned; HIGH when left out.',
  })
  likelihood?: RiskLikelihoodName | null;

  @Field(() => ID, { nullable: true, description: "With `description`: who looks after it, by the person's key." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;
}

@InputType({
  description:
    'A commitment that has come up: one that is written down (`commitment`), or one that nobody wrote down (`words`).',
})
export class ReportCommitmentDiscoveredInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(ID_LENGTH_MAX)
  deal!: string;

  @Field(() => DateTime, { description: 'When it came up; never in the future.' })
  occurredAt!: number;

  @Field(() => ID, { nullable: true, description: 'The `id` of a commitment of this deal that is written down.' })
  @IsOptional()
  @MaxLength(ID_LENGTH_MAX)
  commitment?: string | null;

  @Field(() => String, { nullable: true, description: 'The exact words, as the client remembers them.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'With `words`: whom it was promised, at the client.' })
  @IsOptional()
  @MaxLength(NAME_LENGTH_MAX)
  promisedTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "With `words`: who promised it, by the person's key; the deal's AE when left out.",
  })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  promisedBy?: string | null;

  @Field(() => ID, { nullable: true, description: "With `words`: who is to keep it, by the person's key." })
  @IsOptional()
  @MaxLength(PERSON_LENGTH_MAX)
  owner?: string | null;

  @Field(() => Int, { nullable: true, description: 'With `words`: the delivery week in which it is due.' })
  @IsOptional()
  @Min(WEEK_MIN)
  @Max(WEEK_MAX)
  @NotEquals(0, { message: 'dueWeek cannot be 0: after Week -1 comes Week 1' })
  dueWeek?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'With `words`: the day on which it is due.' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'With `words`: what shows that it was made.' })
  @IsOptional()
  @MaxLength(TEXT_LENGTH_MAX)
  evidence?: string | null;
}

@ObjectType({ description: 'The risk that has materialised, and the fact that says so.', simpleResolvers: true })
export class ReportRiskMaterialisedPayload {
  @Field(() => Risk, { nullable: true, description: 'The risk; null when nothing was recorded.' })
  risk?: Risk | null;

  @Field(() => DealEvent, { nullable: true, description: 'The fact, which is the evidence of a fault.' })
  event?: DealEvent | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was in a package submitted by then; if not, the handoff has the fault RISKS_NOT_SURFACED.',
  })
  declared?: boolean | null;

  @Field(() => [Problem], { description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}

@ObjectType({ description: 'The commitment that has come up, and the fact that says so.', simpleResolvers: true })
export class ReportCommitmentDiscoveredPayload {
  @Field(() => Commitment, { nullable: true, description: 'The commitment; null when nothing was recorded.' })
  commitment?: Commitment | null;

  @Field(() => DealEvent, { nullable: true, description: 'The fact, which is the evidence of a fault.' })
  event?: DealEvent | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was in a package submitted by then; if not, the handoff has the fault COMMITMENT_NOT_WRITTEN_DOWN.',
  })
  declared?: boolean | null;

  @Field(() => [Problem], { description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}
