import { MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  type Batch,
  connectionOf,
  cursor,
  DateTime,
  globalId,
  Money,
  moneyOf,
  Node,
  outcome,
  type Page,
  PageArgs,
  Problem,
  pageOf,
  Refusal,
  type Request,
  readGlobalId,
} from '../../../src/graphql';

@ObjectType({ implements: Node, description: 'A thing.' })
class Thing extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Money, { description: 'What it costs.' })
  price!: Money;

  @Field(() => DateTime, { nullable: true, description: 'When it was made.' })
  madeAt?: string | null;

  @Field(() => [String], { description: 'Words about it.' })
  tags!: string[];
}

/** A thing as a row. */
interface ThingRow extends Thing {
  __typename: 'Thing';
  number: number;
}

const ThingConnection = connectionOf('Thing', () => Thing);
/** A whole number that is exact in JavaScript. */
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const byNumber = cursor('things:NUMBER', isWhole);
const byNumberWithin = cursor('parts:NUMBER', isWhole);

const things: ThingRow[] = Array.from({ length: 150 }, (_, number) => ({
  __typename: 'Thing',
  id: globalId('Thing', String(number)),
  number,
  name: `thing ${number}`,
  price: moneyOf(BigInt(number) * 250n, 'GBP'),
  madeAt: number % 2 ? '2026-04-01T09:00:00.000Z' : null,
  tags: number % 3 ? [] : ['third'],
}));

/** How often parts were loaded, to see that a page of them is one batch. */
export const batches: number[] = [];

const partsOf: Batch<number, ThingRow[]> = async (_request, numbers) => {
  batches.push(numbers.length);
  return numbers.map((number) => things.slice(number + 1, number + 30));
};

@ArgsType()
class ThingsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only things whose name begins so.' })
  @MaxLength(50)
  name?: string | null;
}

@InputType({ description: 'A new thing.' })
class AddThingInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(50)
  name!: string;
}

@ObjectType({ description: 'What became of it.' })
class AddThingPayload {
  @Field(() => Thing, { nullable: true, description: 'The thing.' })
  thing?: Thing;

  @Field(() => [Problem], { description: 'Why it was not added.' })
  errors!: Problem[];
}

/** A list, an object with relations, a node and a mutation, as a concept would have them. */
@Resolver(() => Thing)
export class ThingResolver {
  @Query(() => ThingConnection, { description: 'Things.' })
  things(@Args(() => ThingsArgs) page: ThingsArgs): Page<ThingRow> {
    const after = byNumber.read(page.after)?.[0] ?? -1;
    const found = things.filter(({ number, name }) => number > after && name.startsWith(page.name ?? ''));
    return pageOf(found.slice(0, page.first + 1), page, ({ number }) => byNumber.write([number]));
  }

  @Query(() => Node, { nullable: true, description: 'Anything by its id.' })
  node(@Arg('id', () => ID, { description: 'Its id.' }) id: string): ThingRow | undefined {
    return things[Number(readGlobalId(id).parts[0])];
  }

  @FieldResolver(() => ThingConnection, { description: 'What it is made of.' })
  async parts(
    @Root() thing: unknown,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() request: Request,
  ): Promise<Page<ThingRow>> {
    const after = byNumberWithin.read(page.after)?.[0] ?? -1;
    const found = await request.loading.by(partsOf).load((thing as ThingRow).number);
    const left = found.filter(({ number }) => number > after);
    return pageOf(left.slice(0, page.first + 1), page, ({ number }) => byNumberWithin.write([number]));
  }

  @FieldResolver(() => Money, { description: 'What is earned with it.' })
  margin(): Money {
    return moneyOf(100n, 'GBP');
  }

  @Mutation(() => AddThingPayload, { description: 'Adds a thing.' })
  addThing(@Arg('input', () => AddThingInput, { description: 'The thing.' }) { name }: AddThingInput): Promise<object> {
    return outcome(async () => {
      if (things.some((thing) => thing.name === name))
        throw new Refusal('CONFLICT', `There is a thing "${name}" already.`, 'name');
      return { thing: { ...things[0], name } };
    });
  }
}
