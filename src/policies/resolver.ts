import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { connectionOf, cursor, isText, outcome, type Page, PageArgs, pageOf, type Request } from '../graphql';
import { CreateSlaPolicyVersionInput } from './inputs';
import { CreateSlaPolicyVersionPayload, SlaPolicyReach, SlaPolicyVersion } from './objects';
import { createPolicyVersion, policyVersions, REACHED } from './versions';

const PolicyDealConnection = connectionOf('PolicyDeal', () => Deal);
const PLACES = cursor<[string]>('policyDeals', isText);

@Resolver(() => SlaPolicyReach)
export class SlaPolicyResolver {
  @Query(() => [SlaPolicyVersion], { description: 'Every version of the SLA policy, oldest first (rules.md §4).' })
  slaPolicies(@Ctx() { db }: Request): Promise<SlaPolicyVersion[]> {
    return policyVersions(db);
  }

  @Query(() => SlaPolicyReach, {
    description: 'The deals that a new version of the SLA policy would reach: look before you add one.',
  })
  async slaPolicyReach(@Ctx() { db }: Request): Promise<SlaPolicyReach> {
    const [row] = await db.query<SlaPolicyReach>(REACH, [], 'sla_policy_reach');
    return Object.assign(new SlaPolicyReach(), row);
  }

  @Mutation(() => CreateSlaPolicyVersionPayload, {
    description:
      'Adds a version of the SLA policy that counts from a day to come, for handoffs that are triggered then or ' +
      'later; see `slaPolicyReach` before.',
  })
  createSlaPolicyVersion(
    @Arg('input', { description: 'What it says, and from when.' }) input: CreateSlaPolicyVersionInput,
    @Ctx() request: Request,
  ): Promise<CreateSlaPolicyVersionPayload> {
    return outcome(() => createPolicyVersion(request, input));
  }

  @FieldResolver(() => PolicyDealConnection, { description: 'These deals, by their keys.' })
  async deals(@Args() page: PageArgs, @Ctx() { db, loading }: Request): Promise<Page<Deal>> {
    const [after] = PLACES.read(page.after) ?? [null];
    const rows = await db.query<{ id: string }>(DEALS, [after, page.first + 1], 'policy_deals');
    const deals = await Promise.all(rows.map(({ id }) => loading.by(dealsById).load(id)));
    return pageOf(
      deals.filter((deal) => deal !== null),
      page,
      ({ key }) => PLACES.write([key]),
    );
  }
}

const REACH = `select count(*)::int as count from deal d where ${REACHED}`;

const DEALS = `
  select d.id from deal d
  where ${REACHED} and ($1::text is null or key_order(d.key) > key_order($1)) order by key_order(d.key), d.id limit $2`;
