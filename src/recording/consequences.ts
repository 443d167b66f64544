import { type DealChange, type DealHeader, type RecordedEvent, type Step, stateOf } from '../facts';
import { Refusal } from '../graphql';
import { type DealState, type Instant, RuleError } from '../rules';
import type { TermsBook } from '../terms';
import type { Admission } from './admission';
import type { NewFact } from './command';
import { checkWaiver } from './people';

/** What new facts change of their deals: the state after each of them. Throws a Refusal at the path of a fact. */
export function changesOf(
  book: TermsBook,
  admissions: ReadonlyMap<string, Admission>,
  added: readonly NewFact[],
): DealChange[] {
  return [...byDeal(added).values()].map((facts) => {
    const { deal, events } = admissions.get(facts[0]!.deal.dealId)!;
    const before = events.length - facts.length;
    const steps = facts.map(({ event, path }, index): Step => {
      const state = judged(deal, events.slice(0, before + index + 1), book, event.recordedAt, path);
      checkWaiver({ event, state }, deal, path);
      return { event, state };
    });
    const { event, state } = steps.at(-1)!;
    return { deal, steps, latest: state, at: event.recordedAt };
  });
}

function byDeal(facts: readonly NewFact[]): Map<string, NewFact[]> {
  const grouped = new Map<string, NewFact[]>();
  for (const fact of facts) {
    const ofDeal = grouped.get(fact.deal.dealId);
    if (ofDeal) ofDeal.push(fact);
    else grouped.set(fact.deal.dealId, [fact]);
  }
  return grouped;
}

/** What a fact leads to must be something that can be judged; a deal beyond its calendar cannot be. */
function judged(
  deal: DealHeader,
  events: readonly RecordedEvent[],
  book: TermsBook,
  at: Instant,
  path: string,
): DealState {
  try {
    return stateOf(deal, events, book, { effectiveAt: at, knownAt: at });
  } catch (error) {
    if (error instanceof RuleError) throw new Refusal('BAD_USER_INPUT', error.message, path);
    throw error;
  }
}
