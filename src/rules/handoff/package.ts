import { RuleError } from '../problem';

/** The sections of a handoff package (the seed's A to G). */
export const PACKAGE_SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type PackageSection = (typeof PACKAGE_SECTIONS)[number];

/** What a handoff package says, as far as its completeness goes. */
export interface PackageContent {
  clientBasics: string | null;
  people: string | null;
  whatTheyAreSolving: string | null;
  whatWeAreDelivering: string | null;
  commercials: string | null;
  risksFlagged: string | null;
  commitmentsMade: string | null;
  noRisksAndIHaveAsked: boolean;
  noCommitmentsAndIHaveAsked: boolean;
  /** Whether any are recorded for the deal one by one. */
  hasRisks: boolean;
  hasCommitments: boolean;
}

/** Something that a package lacks: its section, the path of its field, and what to do, in words for a person. */
export interface MissingItem {
  section: PackageSection;
  path: string;
  message: string;
}

/** What a package lacks to be submitted, in the order of its sections; nothing when it is complete (rules.md §5). */
export function missingItems(content: PackageContent): MissingItem[] {
  const isThere: Record<PackageSection, boolean> = {
    A: isWritten(content.clientBasics),
    B: isWritten(content.people),
    C: isWritten(content.whatTheyAreSolving),
    D: isWritten(content.whatWeAreDelivering),
    E: isWritten(content.commercials),
    F: isWritten(content.risksFlagged) || content.hasRisks || content.noRisksAndIHaveAsked,
    G: isWritten(content.commitmentsMade) || content.hasCommitments || content.noCommitmentsAndIHaveAsked,
  };
  return PACKAGE_SECTIONS.filter((section) => !isThere[section]).map((section) => ({ section, ...ASKED[section] }));
}

/**
 * "None, and I have asked" beside a list of some is no statement. Throws a RuleError at the statement (rules.md §5).
 */
export function checkPackage(content: PackageContent): void {
  if (content.noRisksAndIHaveAsked && isWritten(content.risksFlagged))
    throw new RuleError('noRisksAndIHaveAsked', 'there cannot be no risks: section F names some');
  if (content.noCommitmentsAndIHaveAsked && isWritten(content.commitmentsMade))
    throw new RuleError('noCommitmentsAndIHaveAsked', 'there cannot be no commitments: section G names some');
}

function isWritten(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}

const ASKED: Readonly<Record<PackageSection, Omit<MissingItem, 'section'>>> = {
  A: { path: 'clientBasics', message: 'Section A is empty: say who the client is.' },
  B: { path: 'people', message: "Section B is empty: name the client's people and what each cares about." },
  C: { path: 'whatTheyAreSolving', message: 'Section C is empty: say what they are solving, in their own words.' },
  D: { path: 'whatWeAreDelivering', message: 'Section D is empty: say what we are delivering, and what not.' },
  E: { path: 'commercials', message: 'Section E is empty: give the fee, discounts, milestones and side commitments.' },
  F: {
    path: 'risksFlagged',
    message: 'Section F is empty: flag the risks, or state that there are none and you asked.',
  },
  G: {
    path: 'commitmentsMade',
    message: 'Section G is empty: list what was promised, or state that nothing was and you asked.',
  },
};
