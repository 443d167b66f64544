import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { connectionOf, cursor, isText, outcome, type Page, PageArgs, pageOf, type Request } from '../graphql';
import { planWhatIf } from './comparison';
import { CreatePlanVersionInput, PlanReachArgs, PlanWhatIfArgs } from './inputs';
import { CreatePlanVersionPayload, PlanComparison, PlanReach, PlanVersion } from './objects';
import { createPlanVersion, planReach, planVersions, REACHED } from './versions';

const ReachedDealConnection = connectionOf('ReachedDeal', () => Deal);
const PLACES = cursor<[string]>('reachedDeals', isText);

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @Query(() => [PlanVersion], { description: 'Every version of every commission plan, by plan, oldest first.' })
  commissionPlans(@Ctx() request: Request): Promise<PlanVersion[]> {
    return planVersions(request);
  }

  @Query(() => PlanComparison, {
    description:
      'What some months would have cost under other terms, over all deals of a plan: judged anew from the facts as ' +
      'they are now, and nothing is stored.',
  })
  planWhatIf(@Args() args: PlanWhatIfArgs, @Ctx() request: Request): Promise<PlanComparison> {
    return planWhatIf(request, args);
  }

  @Mutation(() => CreatePlanVersionPayload, {
    description:
      'Adds a version of a plan that counts from a day to come. It reaches deals that are signed then or later; see ' +
      '`planReach` before.',
  })
  createPlanVersion(
    @Arg('input', { description: 'What it says, and from when.' }) input: CreatePlanVersionInput,
    @Ctx() request: Request,
  ): Promise<CreatePlanVersionPayload> {
    return outcome(() => createPlanVersion(request, input));
  }
}

@Resolver(() => PlanReach)
export class PlanReachResolver {
  @Query(() => PlanReach, {
    description: 'The deals that a new version of a plan would reach: look before you add one.',
  })
  planReach(@Args() { plan }: PlanReachArgs, @Ctx() request: Request): Promise<PlanReach> {
    return planReach(request, plan);
  }

  @FieldResolver(() => ReachedDealConnection, { description: 'These deals, by their keys.' })
  async deals(
    @Root() { plan }: PlanReach,
    @Args() page: PageArgs,
    @Ctx() { db, loading }: Request,
  ): Promise<Page<Deal>> {
    const [after] = PLACES.read(page.after) ?? [null];
    const rows = await db.query<{ id: string }>(DEALS, [plan, after, page.first + 1], 'reached_deals');
    const deals = await Promise.all(rows.map(({ id }) => loading.by(dealsById).load(id)));
    return pageOf(
      deals.filter((deal) => deal !== null),
      page,
      ({ key }) => PLACES.write([key]),
    );
  }
}

const DEALS = `
  select d.id from deal d where ${REACHED} and ($2::text is null or d.key > $2) order by d.key limit $3`;
