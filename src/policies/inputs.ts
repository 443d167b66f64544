import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate, SlaCode } from '../graphql';
import type { SlaCode as SlaName } from '../rules';

const WORKING_DAYS_MAX = 60;
const HOURS_MAX = 2_000;
const CLOCKS = 5;

@InputType({ description: 'How long a clock runs: either working days or hours.' })
export class SlaAllowanceInput {
  @Field(() => SlaCode, { description: 'The clock.' })
  sla!: SlaName;

  @Field(() => Int, { nullable: true, description: `To the end of this working day after its start, 0 to 60.` })
  @IsOptional()
  @Min(0)
  @Max(WORKING_DAYS_MAX)
  workingDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'So many hours, 1 to 2,000.' })
  @IsOptional()
  @Min(1)
  @Max(HOURS_MAX)
  hours?: number | null;
}

@InputType({ description: 'A later version of the SLA policy.' })
export class CreateSlaPolicyVersionInput {
  @Field(() => CalendarDate, {
    description: 'From which local date it counts: one to come, and later than that of every other version.',
  })
  effectiveFrom!: string;

  @Field(() => [SlaAllowanceInput], { description: 'How long each of the five clocks runs.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(CLOCKS)
  allowances!: SlaAllowanceInput[];

  @Field(() => Int, {
    description: 'Working days from the assignment of an account manager that the AE has for the call, 0 to 60.',
  })
  @Min(0)
  @Max(WORKING_DAYS_MAX)
  callAfterAssignment!: number;
}
