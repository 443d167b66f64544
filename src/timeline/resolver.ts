import { Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Deal } from '../deals';
import { eventGlobalId, judgedDeal } from '../facts';
import { DateTime, type Request } from '../graphql';
import { Person, peopleByKey } from '../people';
import { timeline } from '../rules';
import { termsBook } from '../terms';
import { nextDeadlines } from './next';
import { Deadline, TimelineWeek } from './objects';

const NEXT_MAX = 50;

@ArgsType()
class TimelineArgs {
  @Field(() => DateTime, { nullable: true, description: 'As at this instant; `knownAt` when left out.' })
  effectiveAt?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'As it was known at this instant; now when left out.' })
  knownAt?: number | null;
}

/** How many deadlines are asked for. */
@ArgsType()
export class DeadlineArgs {
  @Field(() => Int, { defaultValue: 10, description: `How many, from 1 to ${NEXT_MAX}.` })
  @Min(1)
  @Max(NEXT_MAX)
  first = 10;
}

@Resolver(() => Deal)
export class DealTimelineResolver {
  @FieldResolver(() => [TimelineWeek], {
    description: 'Weeks -4 to 12 with their dates, and what stands at each: planned, done or late.',
  })
  timeline(@Root() { dealId }: Deal, @Args() when: TimelineArgs, @Ctx() request: Request): Promise<TimelineWeek[]> {
    return dealTimeline(dealId, when, request);
  }

  @FieldResolver(() => [Deadline], {
    description: 'What is to be done next and by whom, those due first coming first; none once it is cancelled.',
  })
  next(@Root() deal: Deal, @Args() { first }: DeadlineArgs, @Ctx() request: Request): Promise<Deadline[]> {
    return nextDeadlines(deal, first, request);
  }
}

/** The weeks of a deal as at and as known at an instant; now unless said otherwise. */
export async function dealTimeline(dealId: string, when: TimelineArgs, request: Request): Promise<TimelineWeek[]> {
  const { deal, state } = await judgedDeal(request, dealId, when);
  const { zone } = (await termsBook(request.db)).termsOf(deal).calendar;
  return timeline(state.history, state.handoff, zone).map(({ steps, ...week }) => ({
    ...week,
    steps: steps.map(({ eventId, ...step }) => ({
      ...step,
      event: eventId === null ? null : eventGlobalId(dealId, eventId),
    })),
  }));
}

@Resolver(() => Deadline)
export class DeadlineResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who that is; null while nobody is named.' })
  person(@Root() { personKey }: Deadline, @Ctx() { loading }: Request): Promise<Person> | null {
    return personKey === null ? null : loading.by(peopleByKey).load(personKey);
  }
}
