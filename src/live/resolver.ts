import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Deal, dealsById, namedDeal } from '../deals';
import { Refusal, type Request, type Watchable } from '../graphql';
import { clocksOfDeals, SlaClock } from '../handoff';
import { PayRun, readRunId, runsById } from '../payruns';
import type { LiveEvent } from './liveEvent';
import { ClockDue } from './objects';

@ArgsType()
class WatchDealArgs {
  @Field(() => ID, { nullable: true, description: 'The id or key of the one deal; of all that you may see without.' })
  @MaxLength(500)
  deal?: string | null;
}

@ArgsType()
class WatchPayRunArgs {
  @Field(() => ID, { nullable: true, description: 'The id of the one pay run; of all without.' })
  @MaxLength(500)
  payRun?: string | null;
}

/** What type-graphql gives to whoever begins to watch. */
interface Beginning<Given> {
  args: Given;
  context: Request;
}

/** Watches the deal that is named, or all. Throws NOT_FOUND for one that the viewer may not see. */
async function watchDeals(what: Watchable, { args: { deal }, context }: Beginning<WatchDealArgs>) {
  const id = deal == null ? null : (await namedDeal(context, deal, 'deal')).dealId;
  return watching(context, what, id);
}

async function watchRuns({ args: { payRun }, context }: Beginning<WatchPayRunArgs>) {
  const id = payRun == null ? null : readRunId(payRun);
  if (id !== null && !(await context.loading.by(runsById).load(id)))
    throw new Refusal('NOT_FOUND', `There is no pay run "${payRun}"`, 'payRun');
  return watching(context, 'run', id);
}

function watching({ live }: Request, what: Watchable, id: string | null): Promise<AsyncIterable<unknown>> {
  if (!live) throw new Refusal('BAD_USER_INPUT', 'Nobody listens here: subscribe over a web socket.');
  return live.watch(what, id);
}

@Resolver()
export class LiveResolver {
  @Subscription(() => Deal, {
    description:
      'A deal that you may see, as it now is, whenever something of it changed: its facts, its people, its package, ' +
      'risks, commitments, mails or payments. Changes that come close together are told once.',
    subscribe: (beginning: Beginning<WatchDealArgs>) => watchDeals('deal', beginning),
  })
  dealChanged(
    @Root() { id }: LiveEvent,
    @Args() _of: WatchDealArgs,
    @Ctx() { loading }: Request,
  ): Promise<Deal | null> {
    return loading.by(dealsById).load(id);
  }

  @Subscription(() => ClockDue, {
    description: 'A clock of a deal that you may see, when its deadline passes and nothing was done.',
    subscribe: (beginning: Beginning<WatchDealArgs>) => watchDeals('clock', beginning),
  })
  clockDue(@Root() { id, sla }: LiveEvent, @Args() _of: WatchDealArgs): ClockDue {
    return Object.assign(new ClockDue(), { dealId: id, sla });
  }

  @Subscription(() => PayRun, {
    description: 'A pay run, as it now is, whenever it was created, approved, paid or discarded.',
    subscribe: (beginning: Beginning<WatchPayRunArgs>) => watchRuns(beginning),
  })
  payRunChanged(
    @Root() { id }: LiveEvent,
    @Args() _of: WatchPayRunArgs,
    @Ctx() { loading }: Request,
  ): Promise<PayRun | null> {
    return loading.by(runsById).load(id);
  }
}

@Resolver(() => ClockDue)
export class ClockDueResolver {
  @FieldResolver(() => Deal, { description: 'The deal.' })
  deal(@Root() { dealId }: ClockDue, @Ctx() { loading }: Request): Promise<Deal | null> {
    return loading.by(dealsById).load(dealId);
  }

  @FieldResolver(() => SlaClock, { description: 'The clock, as it stands now.' })
  async clock(@Root() { dealId, sla }: ClockDue, @Ctx() { loading }: Request): Promise<SlaClock> {
    const clocks = await loading.by(clocksOfDeals).load(dealId);
    return clocks.find((clock) => clock.sla === sla)!;
  }
}
