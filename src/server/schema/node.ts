import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { apiKeysById } from '../../apikeys';
import { onlyPayeeFor, paymentsOfDeals } from '../../commission';
import { commitmentsById } from '../../commitments';
import { dealsById } from '../../deals';
import { exportsById } from '../../exports';
import { eventOfDeal } from '../../facts';
import { isUuid, Node, Refusal, type Request, readGlobalId } from '../../graphql';
import { inquiriesById } from '../../inquiries';
import { packagesOfDeals } from '../../packages';
import { runsById } from '../../payruns';
import { findPeople } from '../../people';
import { risksById } from '../../risks';
import { keepersOfKeys, readersOfBooks, readersOfMoney } from '../authority/roles';

/** Finds an object of a type by the parts of its global id; null where the viewer may not see it or there is none. */
type Find = (request: Request, ...parts: string[]) => Promise<Node | null>;

const FIND: Readonly<Record<string, Find>> = {
  Deal: visible((request, dealId) => request.loading.by(dealsById).load(dealId)),
  Person: async ({ db }, key = '') => (await findPeople(db, [key])).get(key) ?? null,
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

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object of that id; null where there is none that you may see.',
  })
  async node(@Args() { id }: NodeArgs, @Ctx() request: Request): Promise<Node | null> {
    const { type, parts } = readGlobalId(id);
    const find = Object.hasOwn(FIND, type) ? FIND[type] : undefined;
    if (!find) throw new Refusal('BAD_USER_INPUT', `There is no type ${type} to be found by its id.`, 'id');
    return find(request, ...parts);
  }
}

/** What belongs to a deal is seen by whoever sees the deal. */
function visible(find: (request: Request, dealId: string, ...parts: string[]) => Promise<Node | null>): Find {
  return async (request, dealId = '', ...parts) => {
    const deal = isUuid(dealId) ? await request.loading.by(dealsById).load(dealId) : null;
    return deal && find(request, dealId, ...parts);
  };
}
