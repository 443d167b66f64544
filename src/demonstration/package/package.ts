import type { PackageToKeep } from '../../packages';
import { EMPTY_PACKAGE, type PackageSections } from '../../rules';
import type { Notes, RecordedStory } from '../story';

/** The package of a deal: as it was submitted, or as far as it was begun. Undefined for a deal that has none. */
export function packageOf({ deal, facts, notes, dealId, eventIds }: RecordedStory): PackageToKeep | undefined {
  if (!notes) return undefined;
  const submitted = facts.find(({ fact }) => fact.packageSubmitted);
  if (!submitted && facts.some(({ fact }) => fact.dealCancelled)) return undefined;
  const of = { dealId, writtenBy: deal.accountExecutive, writtenAt: notes.writtenAt };
  if (!submitted) return { ...of, content: { ...begun(notes), ...NOT_STATED }, submission: null };
  const statements = {
    noRisksAndIHaveAsked: notes.flagged.length === 0,
    noCommitmentsAndIHaveAsked: notes.promised.length === 0,
  };
  return {
    ...of,
    content: { ...notes.sections, ...statements },
    submission: {
      eventId: eventIds.get(submitted.key)!,
      at: submitted.occurredAt,
      revision: submitted.fact.packageSubmitted!.revision ?? 1,
    },
  };
}

const NOT_STATED = { noRisksAndIHaveAsked: false, noCommitmentsAndIHaveAsked: false };
const SECTIONS = [
  'clientBasics',
  'people',
  'whatTheyAreSolving',
  'whatWeAreDelivering',
  'commercials',
] as const satisfies readonly (keyof PackageSections)[];

/** The first sections are there; the others nobody has written yet. */
function begun({ sections, sectionsBegun }: Notes): PackageSections {
  const named = SECTIONS.map((name, index) => [name, (index < sectionsBegun ? sections : EMPTY_PACKAGE)[name]]);
  return Object.fromEntries(named) as unknown as PackageSections;
}
