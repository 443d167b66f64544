import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { HandoffCall, handoffCall } from '../calls';
import { type Commitment, CommitmentConnection, commitmentPages } from '../commitments';
import { dealIfAny } from '../deals';
import { type Page, PageArgs, type Request } from '../graphql';
import { IntroEmail, introEmail } from '../introductions';
import {
  HandoffPackage,
  MissingItem,
  PackageDifference,
  PackageRevision,
  PackageSections,
  packageContent,
  packagesOfDeals,
  shownSections,
  standingRevisions,
} from '../packages';
import { Person, peopleByKey } from '../people';
import { type Risk, RiskConnection, riskPages } from '../risks';
import { missingItems, packageDifferences } from '../rules';
import { Deadline, DeadlineArgs, dealTimeline, nextDeadlines, TimelineWeek } from '../timeline';
import { HandoffBrief } from './handoffBrief';

@ArgsType()
class HandoffBriefArgs {
  @Field(() => ID, { description: 'The deal: its id, or its key such as `D-2026-0042`.' })
  @MaxLength(200)
  deal!: string;
}

/** Its fields in the order of the agenda. */
@Resolver(() => HandoffBrief)
export class HandoffBriefResolver {
  @Query(() => HandoffBrief, {
    nullable: true,
    description:
      "All that the account manager needs, in one query and in the order of the handoff call's agenda; null where " +
      'there is no deal that you may see.',
  })
  async handoffBrief(@Args() { deal }: HandoffBriefArgs, @Ctx() request: Request): Promise<HandoffBrief | null> {
    const named = await dealIfAny(request, deal, 'deal');
    return named && Object.assign(new HandoffBrief(), { deal: named });
  }

  @FieldResolver(() => HandoffCall, { description: 'The call: when it is to be, its agenda, when it was held.' })
  handoffCall(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<HandoffCall> {
    return handoffCall(deal, request);
  }

  @FieldResolver(() => HandoffPackage, {
    nullable: true,
    description: '0:00 to 0:10, the document: whether and when it was submitted; null until something of it is saved.',
  })
  handoffPackage(@Root() { deal }: HandoffBrief, @Ctx() { loading }: Request): Promise<HandoffPackage | null> {
    return loading.by(packagesOfDeals).load(deal.dealId);
  }

  @FieldResolver(() => PackageRevision, {
    nullable: true,
    description: '0:00 to 0:10, the document: what was submitted last and not withdrawn; null while nothing is.',
  })
  submission(@Root() { deal }: HandoffBrief, @Ctx() { loading }: Request): Promise<PackageRevision | null> {
    return loading.by(standingRevisions).load(deal.dealId);
  }

  @FieldResolver(() => PackageSections, {
    description:
      '0:00 to 0:10, the document: sections A to E as they were submitted, see `submission`; the draft while nothing ' +
      'is. What nobody has written is null. `changes` says what is other by now.',
  })
  async sections(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<PackageSections> {
    const submission = await request.loading.by(standingRevisions).load(deal.dealId);
    return submission?.sections ?? shownSections(await packageContent(request, deal.dealId), deal.currency);
  }

  @FieldResolver(() => [PackageDifference], {
    nullable: true,
    description:
      '0:00 to 0:10, the document: what was changed in the draft, risks and commitments since it was submitted, in ' +
      'the order of the document; null while nothing is.',
  })
  async changes(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<PackageDifference[] | null> {
    const submission = await request.loading.by(standingRevisions).load(deal.dealId);
    if (!submission) return null;
    return packageDifferences(submission.content, await packageContent(request, deal.dealId), deal.currency);
  }

  @FieldResolver(() => [MissingItem], {
    description: '0:10 to 0:25, questions: what the draft does not answer; what is left open, the client is asked.',
  })
  async missing(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<MissingItem[]> {
    return missingItems(await packageContent(request, deal.dealId));
  }

  @FieldResolver(() => RiskConnection, {
    description: '0:25 to 0:40, risks: section F, with what is suggested and what is agreed against each.',
  })
  risks(@Root() { deal }: HandoffBrief, @Args() page: PageArgs, @Ctx() { loading }: Request): Promise<Page<Risk>> {
    return loading.by(riskPages).load({ dealId: deal.dealId, page });
  }

  @FieldResolver(() => CommitmentConnection, {
    description: '0:25 to 0:40, commitments: section G, with when each is due and who is to keep it.',
  })
  commitments(
    @Root() { deal }: HandoffBrief,
    @Args() page: PageArgs,
    @Ctx() { loading }: Request,
  ): Promise<Page<Commitment>> {
    return loading.by(commitmentPages).load({ dealId: deal.dealId, page });
  }

  @FieldResolver(() => [TimelineWeek], {
    description: '0:40 to 0:50, the onboarding plan: Weeks -4 to 12 with their dates, and what stands at each.',
  })
  timeline(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<TimelineWeek[]> {
    return dealTimeline(deal.dealId, {}, request);
  }

  @FieldResolver(() => [Deadline], { description: '0:40 to 0:50, dates: what is to be done next, and by whom.' })
  next(@Root() { deal }: HandoffBrief, @Args() { first }: DeadlineArgs, @Ctx() request: Request): Promise<Deadline[]> {
    return nextDeadlines(deal, first, request);
  }

  @FieldResolver(() => IntroEmail, {
    description: '0:50 to 0:55, the introduction: the email to the client, to be edited and sent.',
  })
  introEmail(@Root() { deal }: HandoffBrief, @Ctx() request: Request): Promise<IntroEmail> {
    return introEmail(deal, request);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: '0:55 to 1:00, the AE off the account: who the `pointOfContact` is; null while nobody is named.',
  })
  contact(@Root() { deal }: HandoffBrief, @Ctx() { loading }: Request): Promise<Person> | null {
    const key = deal.pointOfContact === 'ACCOUNT_EXECUTIVE' ? deal.accountExecutiveKey : deal.accountManagerKey;
    return key === null ? null : loading.by(peopleByKey).load(key);
  }
}
