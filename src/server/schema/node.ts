import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Extensions, Field, ID, Query, Resolver } from 'type-graphql';
import { apiKeysById } from '../../apikeys';
import { onlyPayeeFor, paymentsOfDeals } from '../../commission';
import { commitmentsById } from '../../commitments';
import { dealsById } from '../../deals';
import { exportsById } from '../../exports';
import { eventOfDeal } from '../../facts';
import { type Batch, isUuid, Node, Refusal, type Request, readGlobalId } from '../../graphql';
import { inquiriesById } from '../../inquiries';
import { packagesOfDeals } from '../../packages';
import { runsById } from '../../payruns';
import { findPeople, type Person } from '../../people';
import { risksById } from '../../risks';
import { keepersOfKeys, readersOfBooks, readersOfMoney } from '../authority/roles';

/** The most objects that are asked for by their ids at once. */
const IDS_MAX = 100;

/** The people of those keys, in their order; null where there is none. */
const peopleIfAny: Batch<string, Person | null> = async ({ db }, keys) => {
  const people = await findPeople(db, keys);
  return keys.map((key) => people.get(key) ?? null);
};

/** Finds an object of a type by the parts of its global id; null where the viewer may not see it or there is none. */
type Find = (request: Request, ...parts: string[]) => Promise<Node | null>;

const FIND: Readonly<Record<string, Find>> = {
  Deal: visible((request, dealId) => request.loading.by(dealsById).load(dealId)),
  Person: ({ loading }, key = '') => loading.by(peopleIfAny).load(key),
  DealEvent: visible((request, dealId, eventId) => eventOfDeal(request, dealId, eventId)),
  Risk: visible(({ loading }, dealId, id = '') => loading.by(risksById).load({ dealId, id })),
  Commitment: visible(({ loading }, dealId, id = '') => loading.by(commitmentsById).load({ dealId, id })),
  HandoffPackage: visible(({ loading }, dealId) => loading.by(packagesOfDeals).load(dealId)),
  PayRun: async ({ loading, viewer }, id = '') =>
    isUuid(id) && (readersOfBooks as readonly string[]).includes(viewer.role) ? loading.by(runsById).load(id) : null,
  Inquiry: visible(async ({ loading, viewer }, dealId, id = '') => {
    const inquiry = isUuid(id) ? await loading.by(inquiriesById).load({ dealId, id }) : null;
    const mine = onlyPayeeFor(viewer);
    const isAllowed = (readersOfMoney as readonly string[]).includes(viewer.role);
    return isAllowed && (mine === null || mine === inquiry?.row.payeeKey) ? inquiry : null;
  }),
  ApiKey: async ({ loading, viewer }, id = '') =>
    isUuid(id) && (keepersOfKeys as readonly string[]).includes(viewer.role) ? loading.by(apiKeysById).load(id) : null,
  BulkExport: async ({ loading, viewer }, id = '') =>
    isUuid(id) && (readersOfBooks as readonly string[]).includes(viewer.role) ? loading.by(exportsById).load(id) : null,
  CommissionPayment: visible(async ({ loading, viewer }, dealId, tranche, payee) => {
    const payments = await loading.by(paymentsOfDeals).load(dealId);
    const mine = onlyPayeeFor(viewer);
    const isAllowed = (readersOfMoney as readonly string[]).includes(viewer.role) && (mine === null || mine === payee);
    return payments.find(({ row }) => isAllowed && row.tranche === tranche && row.payeeKey === payee) ?? null;
  }),
};

@ArgsType()
class NodeArgs {
  @Field(() => ID, { description: 'The `id` of an object.' })
  @MaxLength(500)
  id!: string;
}

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: `Their ids; at most ${IDS_MAX}.` })
  @Extensions({ countMax: IDS_MAX })
  @ArrayMaxSize(IDS_MAX, { message: `at most ${IDS_MAX} objects are given at once` })
  @MaxLength(500, { each: true })
  ids!: string[];
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object of that id; null where there is none that you may see.',
  })
  async node(@Args() { id }: NodeArgs, @Ctx() request: Request): Promise<Node | null> {
    return finderOf(id, 'id')(request);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The objects of those ids, in their order; null where there is none that you may see.',
  })
  async nodes(@Args() { ids }: NodesArgs, @Ctx() request: Request): Promise<(Node | null)[]> {
    const finders = ids.map((id, index) => finderOf(id, `ids.${index}`));
    return Promise.all(finders.map((find) => find(request)));
  }
}

/** What finds the object of a global id. Throws BAD_USER_INPUT at `path` for what is no id of an object. */
function finderOf(id: string, path: string): (request: Request) => Promise<Node | null> {
  const { type, parts } = readGlobalId(id, path);
  const find = Object.hasOwn(FIND, type) ? FIND[type] : undefined;
  if (!find) throw new Refusal('BAD_USER_INPUT', `There is no type ${type} to be found by its id.`, path);
  return (request) => find(request, ...parts);
}

/** What belongs to a deal is seen by whoever sees the deal. */
function visible(find: (request: Request, dealId: string, ...parts: string[]) => Promise<Node | null>): Find {
  return async (request, dealId = '', ...parts) => {
    const deal = isUuid(dealId) ? await request.loading.by(dealsById).load(dealId) : null;
    return deal && find(request, dealId, ...parts);
  };
}
