import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { connectionOf, type Page, PageArgs, type Request } from '../../graphql';
import { Person, peopleByKey } from '../../people';
import { packageDifferences } from '../../rules';
import { HandoffPackage } from '../handoffPackage';
import { packageContent } from '../loading';
import { PackageDifference } from './difference';
import { CommitmentMade } from './listed';
import { revisionPages, revisionsByNumber } from './loading';
import { PackageRevision } from './revision';

const PackageRevisionConnection = connectionOf('PackageRevision', () => PackageRevision);

@ArgsType()
class ChangesArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'The number of the earlier revision; the one submitted last when left out.',
  })
  from?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the later one; the draft as it is now when left out.',
  })
  to?: number | null;
}

@Resolver(() => HandoffPackage)
export class PackageRevisionsResolver {
  @FieldResolver(() => PackageRevisionConnection, { description: 'What was submitted, in the order of submitting.' })
  revisions(
    @Root() { dealId }: HandoffPackage,
    @Args() page: PageArgs,
    @Ctx() { loading }: Request,
  ): Promise<Page<PackageRevision>> {
    return loading.by(revisionPages).load({ dealId, page });
  }

  @FieldResolver(() => PackageRevision, { nullable: true, description: 'One revision; null where there is none.' })
  submission(
    @Root() { dealId }: HandoffPackage,
    @Arg('revision', () => Int, { description: 'Its number.' }) revision: number,
    @Ctx() { loading }: Request,
  ): Promise<PackageRevision | null> {
    return loading.by(revisionsByNumber).load({ dealId, revision });
  }

  @FieldResolver(() => [PackageDifference], {
    nullable: true,
    description:
      'What differs from one revision to another, or to the draft as it is now, in the order of the document; null ' +
      'where there is no such revision. Without arguments: what was changed since it was submitted.',
  })
  async changes(
    @Root() { dealId, currency, revision }: HandoffPackage,
    @Args() { from, to }: ChangesArgs,
    @Ctx() request: Request,
  ): Promise<PackageDifference[] | null> {
    const contentAt = async (number: number) =>
      (await request.loading.by(revisionsByNumber).load({ dealId, revision: number }))?.content;
    const earlier = from ?? revision;
    if (earlier === null) return null;
    const [before, after] = await Promise.all([
      contentAt(earlier),
      typeof to === 'number' ? contentAt(to) : packageContent(request, dealId),
    ]);
    return before && after ? packageDifferences(before, after, currency) : null;
  }
}

@Resolver(() => PackageRevision)
export class PackageRevisionResolver {
  @FieldResolver(() => Person, { description: 'Who submitted it.' })
  submittedBy(@Root() { submittedByKey }: PackageRevision, @Ctx() { loading }: Request): Promise<Person> {
    return loading.by(peopleByKey).load(submittedByKey);
  }
}

@Resolver(() => CommitmentMade)
export class CommitmentMadeResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who promised it.' })
  promisedBy(@Root() { promisedByKey }: CommitmentMade, @Ctx() { loading }: Request): Promise<Person> | null {
    return promisedByKey === null ? null : loading.by(peopleByKey).load(promisedByKey);
  }
}
