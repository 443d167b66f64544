import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { CalendarDate, Month } from '../graphql';
import { PlanInput } from '../simulation';

const CODE_LENGTH_MAX = 100;

@InputType({ description: 'A later version of a plan.' })
export class CreatePlanVersionInput {
  @Field(() => String, { description: 'The plan, such as `standard`.' })
  @MaxLength(CODE_LENGTH_MAX)
  plan!: string;

  @Field(() => CalendarDate, {
    description: 'From which local date it counts: one to come, and later than that of every other version.',
  })
  effectiveFrom!: string;

  @Field(() => PlanInput, { description: 'What it says.' })
  @ValidateNested()
  terms!: PlanInput;
}

@ArgsType()
export class PlanReachArgs {
  @Field(() => String, { description: 'The plan, such as `standard`.' })
  @MaxLength(CODE_LENGTH_MAX)
  plan!: string;
}

@ArgsType()
export class PlanWhatIfArgs {
  @Field(() => String, { defaultValue: 'standard', description: 'Whose deals: those of this plan.' })
  @MaxLength(CODE_LENGTH_MAX)
  plan!: string;

  @Field(() => PlanInput, { nullable: true, description: 'The other terms; or name a version that there is.' })
  @IsOptional()
  @ValidateNested()
  terms?: PlanInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'A version of any plan, such as `standard-2`, for the other terms.',
  })
  @IsOptional()
  @MaxLength(CODE_LENGTH_MAX)
  version?: string | null;

  @Field(() => Month, { description: 'The first month.' })
  from!: string;

  @Field(() => Month, { description: 'The last month; at most 24 in all.' })
  until!: string;
}
