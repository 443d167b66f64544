import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { outcome, type Page, PageArgs, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { changeRisk, createRisk } from './changes';
import {
  ChangeRiskInput,
  ChangeRiskPayload,
  CreateRiskInput,
  CreateRiskPayload,
  RiskArgs,
  RiskConnection,
} from './inputs';
import { listRisks, riskPages } from './loading';
import { Risk } from './risk';

@Resolver(() => Risk)
export class RiskResolver {
  @Query(() => RiskConnection, { description: 'Risks of all deals that you may see, longest unchanged first.' })
  risks(@Args() args: RiskArgs, @Ctx() request: Request): Promise<Page<Risk>> {
    return listRisks(request, args);
  }

  @Mutation(() => CreateRiskPayload, {
    description: 'Writes down a risk of a deal. An AE does so for their own deals.',
  })
  async createRisk(
    @Arg('input', { description: 'The risk.' }) input: CreateRiskInput,
    @Ctx() request: Request,
  ): Promise<CreateRiskPayload> {
    return { warnings: [], ...(await outcome(() => createRisk(request, input))) };
  }

  @Mutation(() => ChangeRiskPayload, {
    description: 'Changes a risk, unless somebody else has since you saw it. An AE does so for their own deals.',
  })
  changeRisk(
    @Arg('input', { description: 'The change.' }) input: ChangeRiskInput,
    @Ctx() request: Request,
  ): Promise<ChangeRiskPayload> {
    return outcome(() => changeRisk(request, input));
  }

  @FieldResolver(() => Deal, { description: 'The deal that it belongs to.' })
  deal(@Root() { dealId }: Risk, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(dealId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who looks after it; null while nobody does.' })
  owner(@Root() { ownerKey }: Risk, @Ctx() { loading }: Request): Promise<Person> | null {
    return ownerKey === null ? null : loading.by(peopleByKey).load(ownerKey);
  }

  @FieldResolver(() => Person, { description: 'Who changed it last.' })
  updatedBy(@Root() { updatedByKey }: Risk, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(updatedByKey);
  }
}

@Resolver(() => Deal)
export class DealRisksResolver {
  @FieldResolver(() => RiskConnection, { description: 'What may go wrong with it, in the order of writing down.' })
  risks(@Root() { dealId }: Deal, @Args() page: PageArgs, @Ctx() { loading }: Request): Promise<Page<Risk>> {
    return loading.by(riskPages).load({ dealId, page });
  }
}
