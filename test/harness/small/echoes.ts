import { Allow, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Arg, Ctx, Field, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { CalendarDate, DateTime, Decimal, Month, OneOf, Refusal, type Request } from '../../../src/graphql';

@InputType({ description: 'One side.' })
class SideInput {
  @Field(() => Int, { description: 'In millimetres.' })
  @Min(1)
  length!: number;
}

@InputType({ description: 'A measure.' })
class MeasureInput {
  @Field(() => [SideInput], { description: 'The sides.' })
  @ValidateNested({ each: true })
  sides!: SideInput[];

  @Field(() => Int, { description: 'How often.', defaultValue: 1 })
  @Max(10)
  times!: number;
}

@OneOf()
@InputType({ description: 'A thing by its name or its number.' })
class PickInput {
  @Field(() => String, { nullable: true, description: 'By name.' })
  @IsOptional()
  @MaxLength(20)
  name?: string;

  @Field(() => Int, { nullable: true, description: 'By number.' })
  @IsOptional()
  @Min(0)
  number?: number;
}

@InputType({ description: 'A value of each scalar.' })
class ValuesInput {
  @Field(() => DateTime, { nullable: true, description: 'An instant.' })
  @Allow()
  at?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'A day.' })
  @Allow()
  day?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'A number.' })
  @Allow()
  amount?: string | null;

  @Field(() => Month, { nullable: true, description: 'A month.' })
  @Allow()
  month?: string | null;
}

@ObjectType({ description: 'The same values back.' })
class Values {
  @Field(() => DateTime, { nullable: true, description: 'The instant.' })
  at?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day.' })
  day?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The number.' })
  amount?: string | null;

  @Field(() => Month, { nullable: true, description: 'The month.' })
  month?: string | null;
}

/** Gives back what it gets, or fails in one of the ways in which resolvers fail. */
@Resolver()
export class EchoResolver {
  @Query(() => String, { description: 'The same text.' })
  echo(@Arg('text', () => String, { description: 'Any text.', defaultValue: 'hello' }) text: string): string {
    return text;
  }

  @Query(() => Values, { description: 'The same values.' })
  echoValues(@Arg('values', () => ValuesInput, { description: 'Any values.' }) values: ValuesInput): Values {
    return values;
  }

  @Query(() => String, { description: 'What was picked, as JSON.' })
  echoPick(@Arg('by', () => PickInput, { description: 'What to pick.' }) by: PickInput): string {
    return JSON.stringify(by);
  }

  @Query(() => Int, { description: 'The length of all sides.' })
  measure(@Arg('input', () => MeasureInput, { description: 'What to measure.' }) input: MeasureInput): number {
    return input.sides.reduce((sum, side) => sum + side.length, 0) * input.times;
  }

  @Query(() => String, { nullable: true, description: 'Always a fault.' })
  fails(): string {
    throw new TypeError('secret_table has no column "salary"');
  }

  @Query(() => String, { description: 'A fault by giving nothing.' })
  failsNeverNull(): string | null {
    return null;
  }

  @Query(() => String, { nullable: true, description: 'Always a refusal.' })
  async refuses(): Promise<string> {
    throw new Refusal('NOT_FOUND', 'There is no deal D-1.', 'deal');
  }

  @Query(() => String, { nullable: true, description: 'What a statement finds.' })
  async statement(
    @Arg('text', () => String, { description: 'The statement.' }) text: string,
    @Ctx() request: Request,
  ): Promise<string> {
    const [row] = await request.db.query<{ found: string }>(text);
    return String(row?.found);
  }

  @Query(() => String, { description: 'For finance.' })
  secret(): string {
    return '42';
  }
}
