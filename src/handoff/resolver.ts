import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { eventGlobalId } from '../facts';
import type { Request } from '../graphql';
import type { HandoffState as Computed } from '../rules';
import { clocksOfDeals } from './clockLoading';
import { faultsOfDeals } from './faultLoading';
import { HandoffFault, HandoffState, SlaClock } from './objects';

@Resolver(() => HandoffState)
export class HandoffStateResolver {
  @FieldResolver(() => [SlaClock], { description: 'All five clocks, in the order of SlaCode.' })
  slas(@Root() { dealId, computedSlas }: HandoffState, @Ctx() { loading }: Request): SlaClock[] | Promise<SlaClock[]> {
    return computedSlas ?? loading.by(clocksOfDeals).load(dealId!);
  }

  @FieldResolver(() => [HandoffFault], { description: 'What went wrong, at most one fault of a kind.' })
  faults(@Root() state: HandoffState, @Ctx() request: Request): HandoffFault[] | Promise<HandoffFault[]> {
    return state.computedFaults ?? faultsNow(state.dealId!, request);
  }
}

/** A computed state as readers see it; `idOf` gives the ids of events as they are shown. */
export function shownHandoff(state: Computed, idOf: (eventId: string) => string): HandoffState {
  const { triggeredAt, unmetConditions, owner, pointOfContact, weekOne } = state;
  const computedFaults = state.faults.map(({ code, evidence }) => ({ code, evidence: evidence.map(idOf) }));
  const shown = {
    triggeredAt,
    unmetConditions,
    owner,
    pointOfContact,
    weekOne,
    computedSlas: state.slas,
    computedFaults,
  };
  return Object.assign(new HandoffState(), shown);
}

/** The stored faults, and the late call that only the passing of time has made one. */
async function faultsNow(dealId: string, { loading }: Request): Promise<HandoffFault[]> {
  const [faults, clocks] = await Promise.all([
    loading.by(faultsOfDeals).load(dealId),
    loading.by(clocksOfDeals).load(dealId),
  ]);
  const isCallLate = clocks.some(({ sla, breachedAt }) => sla === 'HOLD_CALL' && breachedAt !== null);
  const shown = faults.map(({ code, evidence }) => ({
    code,
    evidence: evidence.map((id) => eventGlobalId(dealId, id)),
  }));
  const isKnown = shown.some(({ code }) => code === 'CALL_LATE');
  return isCallLate && !isKnown ? [...shown, { code: 'CALL_LATE', evidence: [] }] : shown;
}
