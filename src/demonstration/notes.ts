import type { Declared, Notes, StoryFact } from './story';

const WRITTEN_AFTER_SIGNING_MS = 3_600_000;

/** What the AE wrote down: all that comes up later as declared. Null where the deal is never signed by both. */
export function notesOf(facts: readonly StoryFact[]): Notes | null {
  const signed = facts.filter(({ fact }) => fact.sowSigned)[1];
  if (!signed) return null;
  return { writtenAt: signed.learnedAt + WRITTEN_AFTER_SIGNING_MS, declared: facts.flatMap(declaredIn) };
}

function declaredIn({ fact: { riskMaterialised, commitmentDiscovered }, learnedAt }: StoryFact): Declared[] {
  const found = riskMaterialised ?? commitmentDiscovered;
  if (!found?.declared) return [];
  return [{ kind: riskMaterialised ? 'RISK' : 'COMMITMENT', words: found.reference, comesUpAt: learnedAt }];
}
