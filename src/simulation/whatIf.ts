import { commissionOf, namedDeal } from '../deals';
import {
  asOf,
  type DealEventInput,
  type DealHeader,
  eventGlobalId,
  headersById,
  historiesOf,
  readEventId,
  readFact,
  stateOf,
} from '../facts';
import { Refusal, type Request } from '../graphql';
import { shownHandoff } from '../handoff';
import { checkEvent, type DealEvent, type Fact, type Instant, RuleError } from '../rules';
import { type TermsBook, termsFor } from '../terms';
import type { Simulation } from './inputs';

/** A question about a stored deal: what else is known of it, as at when, and under which terms. */
export interface Supposed {
  deal: string;
  events: readonly DealEventInput[];
  effectiveAt?: number | null;
  planVersion?: string | null;
}

/**
 * What would follow for a stored deal if these facts were added: they are known, and nothing is stored. Throws a
 * Refusal at what is wrong.
 */
export async function whatIf(
  request: Request,
  { deal: given, events: inputs, effectiveAt, planVersion }: Supposed,
): Promise<Simulation> {
  const { dealId } = await namedDeal(request, given, 'deal');
  const [deal, stored] = await Promise.all([
    request.loading.by(headersById).load(dealId),
    request.loading.by(historiesOf).load(dealId),
  ]);
  const book = supposedTerms(await termsFor(request.db, [deal]), deal, planVersion ?? null);
  const learnedAt = asOf({}, deal, request.now).effectiveAt + 1;
  const added = addedEvents(inputs, stored, deal, learnedAt);
  const when = { knownAt: null, effectiveAt: effectiveAt ?? asOf({}, deal, request.now).effectiveAt };
  const state = stateOf(deal, [...stored, ...added], book, when);
  const idOf = (eventId: string) => shownId(eventId, stored, dealId);
  const commission = await commissionOf(deal, state, request, idOf);
  return { ...when, handoff: shownHandoff(state.handoff, idOf), commission };
}

/** The terms with one version of a plan in the place of the deal's own plan. */
function supposedTerms(book: TermsBook, { planCode }: DealHeader, version: string | null): TermsBook {
  if (version === null) return book;
  const plan = book.planVersion(version);
  if (!plan) throw new Refusal('NOT_FOUND', `There is no version "${version}" of a plan`, 'planVersion');
  return book.withPlan(planCode, plan);
}

/** The added facts, as if they were recorded next, and checked against the stored ones and each other. */
function addedEvents(
  inputs: readonly DealEventInput[],
  stored: readonly DealEvent[],
  { dealId, currency }: DealHeader,
  learnedAt: Instant,
): DealEvent[] {
  const byId = new Map(stored.map((event) => [event.id, event]));
  const added = inputs.map((input, index): DealEvent => {
    const path = `events.${index}`;
    const id = input.id ?? `#${String(index + 1).padStart(4, '0')}`;
    if (byId.has(id) || stored.some((event) => eventGlobalId(dealId, event.id) === id))
      throw new RuleError(`${path}.id`, `two events have the id "${id}"`);
    const fact = withStoredIds(readFact(input.fact, currency, `${path}.fact`), inputs, dealId, path);
    const recordedAt = input.recordedAt ?? Math.max(learnedAt + index, input.occurredAt);
    const event = { id, occurredAt: input.occurredAt, recordedAt, fact };
    byId.set(id, event);
    return event;
  });
  added.forEach((event, index) => {
    checkEvent(event, byId, `events.${index}`);
  });
  return added;
}

/** An added fact names another added one by its id, and a stored one by its global id. */
function withStoredIds(fact: Fact, inputs: readonly DealEventInput[], dealId: string, path: string): Fact {
  const isAdded = (id: string) => inputs.some((input) => input.id === id) || /^#\d{4}$/.test(id);
  if (fact.type === 'EVENT_RETRACTED' && !isAdded(fact.retracts))
    return { ...fact, retracts: readEventId(fact.retracts, dealId, `${path}.fact.eventRetracted.retracts`) };
  if (fact.type === 'AE_FORWARDED' && !isAdded(fact.forwards))
    return { ...fact, forwards: readEventId(fact.forwards, dealId, `${path}.fact.aeForwarded.forwards`) };
  return fact;
}

function shownId(eventId: string, stored: readonly DealEvent[], dealId: string): string {
  return stored.some(({ id }) => id === eventId) ? eventGlobalId(dealId, eventId) : eventId;
}
