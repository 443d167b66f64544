import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Queryable } from '../database';
import { globalId, type Request } from '../graphql';
import { INVARIANTS } from './checks';

/** So many ids of what is broken are named; `count` says how many there are. */
const NAMED_MAX = 100;

@ObjectType({ description: 'An invariant of the books, checked now.', simpleResolvers: true })
export class ReconciliationCheck {
  @Field(() => String, { description: 'Which invariant, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What must be true, in words.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it is.' })
  isFine!: boolean;

  @Field(() => Int, { description: 'How many break it.' })
  count!: number;

  @Field(() => [ID], { description: `The deals that break it, at most ${NAMED_MAX}, each once.` })
  deals!: string[];

  @Field(() => [ID], {
    description: `The lines of the ledger that break it, at most ${NAMED_MAX}; none where no line is it.`,
  })
  lines!: string[];
}

interface Found {
  code: string;
  count: number;
  deals: string[];
  lines: string[];
}

@Resolver()
export class ReconciliationResolver {
  @Query(() => [ReconciliationCheck], {
    description: 'Every invariant of the books (rules.md §8), checked now, with the ids of what breaks it.',
  })
  reconciliation(@Ctx() { db }: Request): Promise<ReconciliationCheck[]> {
    return reconcile(db);
  }
}

/** Checks every invariant that can be asked of what is stored; one SQL statement. */
export async function reconcile(db: Queryable): Promise<ReconciliationCheck[]> {
  const found = await db.query<Found>(CHECKED, [], 'reconciliation');
  return INVARIANTS.map(({ code, description }) => {
    const { count, deals, lines } = found.find((one) => one.code === code)!;
    return { code, description, isFine: count === 0, count, deals: deals.map((id) => globalId('Deal', id)), lines };
  });
}

/** One statement, so that all invariants are checked of the same moment. */
const CHECKED = INVARIANTS.map(
  ({ code, broken }) => `
    select '${code}' as code, count(*)::int as count,
      coalesce((array_agg(distinct deal_id::text) filter (where deal_id is not null))[1:${NAMED_MAX}], '{}') as deals,
      coalesce((array_agg(line::text order by line) filter (where line is not null))[1:${NAMED_MAX}], '{}') as lines
    from (${broken}) as broken`,
).join('\nunion all\n');
