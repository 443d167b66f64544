import { ArrayMaxSize, ArrayNotEmpty, IsOptional, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Deal } from '../deals';
import { DealEvent, DealEventInput } from '../facts';
import { Problem } from '../graphql';

@InputType({ description: 'A fact, and the deal that it is about.' })
export class DealFactInput {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(200)
  deal!: string;

  @Field(() => DealEventInput, { description: 'What happened.' })
  @ValidateNested()
  event!: DealEventInput;
}

@InputType({ description: 'Facts to be recorded together: all or none.' })
export class RecordEventsInput {
  @Field(() => [DealFactInput], { description: 'The facts, 1 to 1,000, of any deals.' })
  @ValidateNested({ each: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(1_000)
  events!: DealFactInput[];
}

@ObjectType({ description: 'What was recorded.' })
export class RecordEventsPayload {
  @Field(() => [DealEvent], {
    nullable: true,
    simple: true,
    description: 'Each fact in the order given, as it is recorded now or was before; null when nothing was recorded.',
  })
  events?: DealEvent[] | null;

  @Field(() => [Problem], { simple: true, description: 'Why nothing was recorded; empty when all went well.' })
  errors!: Problem[];
}

@InputType({ description: 'A deal to be opened.' })
export class OpenDealInput {
  @Field(() => String, { description: "The client's name, at most 200 characters." })
  @MinLength(1)
  @MaxLength(200)
  clientName!: string;

  @Field(() => ID, { description: "Who sells it, by the person's key, such as `ae-3`." })
  @MaxLength(100)
  accountExecutive!: string;

  @Field(() => ID, { nullable: true, description: "The delivery lead, by the person's key, such as `dl-1`." })
  @IsOptional()
  @MaxLength(100)
  deliveryLead?: string | null;

  @Field(() => String, { defaultValue: 'GBP', description: 'The currency of all its money, by ISO 4217.' })
  @MaxLength(3)
  currency: string = 'GBP';

  @Field(() => String, { defaultValue: 'england-and-wales', description: 'The calendar that its clocks run by.' })
  @MaxLength(100)
  calendar: string = 'england-and-wales';

  @Field(() => String, { defaultValue: 'standard', description: 'The commission plan that it is paid by.' })
  @MaxLength(100)
  plan: string = 'standard';
}

@ObjectType({ description: 'The deal that was opened.' })
export class OpenDealPayload {
  @Field(() => Deal, { nullable: true, simple: true, description: 'The deal; null when it was not opened.' })
  deal?: Deal | null;

  @Field(() => [Problem], { simple: true, description: 'Why it was not opened; empty when all went well.' })
  errors!: Problem[];
}
