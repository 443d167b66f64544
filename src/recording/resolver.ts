import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dealsById } from '../deals';
import { shownEvent } from '../facts';
import { outcome, type Request } from '../graphql';
import { OpenDealInput, OpenDealPayload, RecordEventsInput, RecordEventsPayload } from './inputs';
import { openDeals } from './opening';
import { recordFacts } from './recording';

@Resolver()
export class RecordingResolver {
  @Mutation(() => RecordEventsPayload, {
    description:
      'Connectors and imports: up to 1,000 facts of any deals, all or none; a fact already recorded under its source ' +
      'and key is returned as it is.',
  })
  recordEvents(
    @Arg('input', { description: 'The facts.' }) { events }: RecordEventsInput,
    @Ctx() { db, viewer }: Request,
  ): Promise<RecordEventsPayload> {
    return outcome(async () => {
      const recorded = await recordFacts(db, viewer, events);
      return { events: recorded.map(({ event, deal }) => shownEvent(event, deal.currency)) };
    });
  }

  @Mutation(() => OpenDealPayload, { description: 'Opens a deal, with no facts yet.' })
  openDeal(
    @Arg('input', { description: 'The deal.' }) input: OpenDealInput,
    @Ctx() { db, viewer, loading }: Request,
  ): Promise<OpenDealPayload> {
    return outcome(async () => {
      const [opened] = await openDeals(db, viewer, [input]);
      return { deal: await loading.by(dealsById).load(opened!.dealId) };
    });
  }
}
