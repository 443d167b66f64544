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

/** A risk or commitment that the AE declared, and when it is learned that it has come up. */
export interface Declared {
  kind: 'RISK' | 'COMMITMENT';
  words: string;
  comesUpAt: Instant;
}

/** What the AE wrote down when a deal was signed, beside its facts. */
export interface Notes {
  writtenAt: Instant;
  declared: readonly Declared[];
}

/** A deal's story: as much of it as has been learned. */
export interface Story {
  deal: DealToOpen & { deliveryLead: string; openedAt: Instant };
  /** In the order in which they were learned. */
  facts: readonly StoryFact[];
  notes: Notes | null;
}

/** A story, and the key of the deal that it is told of. */
export interface ToldStory extends Story {
  dealKey: string;
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
