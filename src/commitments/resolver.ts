import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Deal, dealsById } from '../deals';
import { outcome, type Page, PageArgs, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { changeCommitment, createCommitment } from './changes';
import { Commitment } from './commitment';
import {
  ChangeCommitmentInput,
  ChangeCommitmentPayload,
  CommitmentArgs,
  CommitmentConnection,
  CreateCommitmentInput,
  CreateCommitmentPayload,
} from './inputs';
import { commitmentPages, listCommitments } from './loading';

@Resolver(() => Commitment)
export class CommitmentResolver {
  @Query(() => CommitmentConnection, {
    description: 'Commitments of all deals that you may see, longest unchanged first.',
  })
  commitments(@Args() args: CommitmentArgs, @Ctx() request: Request): Promise<Page<Commitment>> {
    return listCommitments(request, args);
  }

  @Mutation(() => CreateCommitmentPayload, {
    description: 'Writes down what was promised to a client. An AE does so for their own deals.',
  })
  async createCommitment(
    @Arg('input', { description: 'The commitment.' }) input: CreateCommitmentInput,
    @Ctx() request: Request,
  ): Promise<CreateCommitmentPayload> {
    return { warnings: [], ...(await outcome(() => createCommitment(request, input))) };
  }

  @Mutation(() => ChangeCommitmentPayload, {
    description: 'Changes a commitment, unless somebody else has since you saw it. An AE does so for their own deals.',
  })
  changeCommitment(
    @Arg('input', { description: 'The change.' }) input: ChangeCommitmentInput,
    @Ctx() request: Request,
  ): Promise<ChangeCommitmentPayload> {
    return outcome(() => changeCommitment(request, input));
  }

  @FieldResolver(() => Deal, { description: 'The deal that it belongs to.' })
  deal(@Root() { dealId }: Commitment, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(dealId);
  }

  @FieldResolver(() => Person, { description: 'Who promised it.' })
  promisedBy(@Root() { promisedByKey }: Commitment, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(promisedByKey);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who is to keep it; null while nobody is named.' })
  owner(@Root() { ownerKey }: Commitment, @Ctx() { loading }: Request): Promise<Person> | null {
    return ownerKey === null ? null : loading.by(peopleByKey).load(ownerKey);
  }

  @FieldResolver(() => Person, { description: 'Who changed it last.' })
  updatedBy(@Root() { updatedByKey }: Commitment, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(updatedByKey);
  }
}

@Resolver(() => Deal)
export class DealCommitmentsResolver {
  @FieldResolver(() => CommitmentConnection, {
    description: 'What was promised to the client, in the order of writing down.',
  })
  commitments(
    @Root() { dealId }: Deal,
    @Args() page: PageArgs,
    @Ctx() { loading }: Request,
  ): Promise<Page<Commitment>> {
    return loading.by(commitmentPages).load({ dealId, page });
  }
}
