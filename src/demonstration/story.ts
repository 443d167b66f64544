import type { FactInput } from '../facts';
import type { DealToOpen } from '../recording';
import type { Instant } from '../rules';

/** A fact of a story. Where it names another fact, to forward or retract it, it does so by that one's `key`. */
export interface StoryFact {
  /** Unique in the story. */
  key: string;
  occurredAt: Instant;
  learnedAt: Instant;
  fact: FactInput;
}

/** A deal's story: as much of it as has been learned. */
export interface Story {
  deal: DealToOpen & { openedAt: Instant };
  /** In the order in which they were learned. */
  facts: readonly StoryFact[];
}

/** The key of the fact that a fact names, if it names one. */
export function namedBy({ eventRetracted, aeForwarded }: FactInput): string | undefined {
  return eventRetracted?.retracts ?? aeForwarded?.forwards;
}

/** The fact, naming the other one by its id. */
export function naming(fact: FactInput, id: string): FactInput {
  if (fact.eventRetracted) return { eventRetracted: { ...fact.eventRetracted, retracts: id } };
  return { aeForwarded: { forwards: id } };
}
