import type { FactInput } from '../facts';
import type { DealToOpen } from '../recording';
import type { Instant, LocalDate, PackageSections, RiskLikelihood } from '../rules';

/** A fact of a story. Where it names another fact, to forward or retract it, it does so by that one's `key`. */
export interface StoryFact {
  /** Unique in the story. */
  key: string;
  occurredAt: Instant;
  learnedAt: Instant;
  fact: FactInput;
}

/** What is known of a risk at an instant, beside its words. */
export interface RiskState {
  likelihood: RiskLikelihood;
  mitigation: string | null;
  agreedMitigation: string | null;
  reviewOn: LocalDate | null;
  reviewedOn: LocalDate | null;
  owner: string | null;
  status: 'OPEN' | 'MITIGATED' | 'MATERIALISED' | 'CLOSED';
  /** The key of the fact by which it materialised. */
  factKey: string | null;
}

/** What is known of a commitment at an instant, beside its words. */
export interface CommitmentState {
  promisedTo: string;
  promisedBy: string;
  dueWeek: number | null;
  owner: string | null;
  status: 'OPEN' | 'KEPT' | 'BROKEN' | 'RELEASED';
  evidence: string | null;
  /** The key of the fact by which it came up. */
  factKey: string | null;
}

/** Something that somebody wrote down beside the facts, and how they and others changed it. */
export interface Note<State> {
  words: string;
  writtenAt: Instant;
  writtenBy: string;
  state: State;
  /** In the order of time. */
  changes: readonly { at: Instant; by: string; to: Partial<State> }[];
}

/** What the AE wrote down when a deal was signed, and what others wrote down when it surfaced. */
export interface Notes {
  writtenAt: Instant;
  sections: PackageSections;
  /** How many of the sections are there while the package is not submitted. */
  sectionsBegun: number;
  flagged: readonly Note<RiskState>[];
  promised: readonly Note<CommitmentState>[];
  /** What the AE did not write down, and was found out later. */
  materialised: readonly Note<RiskState>[];
  discovered: readonly Note<CommitmentState>[];
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

/** A story that is recorded: the deal's id, and the ids of its events by the keys of its facts. */
export interface RecordedStory extends ToldStory {
  dealId: string;
  eventIds: ReadonlyMap<string, string>;
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
