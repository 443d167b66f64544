import {
  convertSection,
  type Mistake,
  type PackageSections,
  parseMinor,
  RuleError,
  WRITTEN_SECTIONS,
  written,
} from '../rules';
import { OLD_TEXTS, type OldTexts } from './oldTexts';
import type { PackageSectionsInput } from './sections/sections';

/** What is to be written into a package. A section has the items that change; null empties a whole section. */
export interface PackageChange {
  sections: { [Name in keyof PackageSections]?: Partial<PackageSections[Name]> | null };
  noRisksAndIHaveAsked?: boolean;
  noCommitmentsAndIHaveAsked?: boolean;
  oldTexts?: Partial<OldTexts>;
  /** What could not be read, by its path in the package. */
  unreadable?: readonly Mistake[];
}

/** What an input gives of a package. */
interface Given extends Partial<OldTexts> {
  sections?: PackageSectionsInput | null;
  noRisksAndIHaveAsked?: boolean | null;
  noCommitmentsAndIHaveAsked?: boolean | null;
}

/** Reads an input into what it changes: texts in the form in which they are kept, amounts in minor units. */
export function readChange({ sections, ...given }: Given, currency: string): PackageChange {
  const unreadable: Mistake[] = [];
  const oldTexts = Object.fromEntries(
    Object.keys(OLD_TEXTS).flatMap((name) => {
      const text = given[name as keyof OldTexts];
      return text === undefined ? [] : [[name, text]];
    }),
  );
  const { noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked } = given;
  return {
    sections: readSections(sections ?? {}, currency, unreadable),
    noRisksAndIHaveAsked: noRisksAndIHaveAsked ?? undefined,
    noCommitmentsAndIHaveAsked: noCommitmentsAndIHaveAsked ?? undefined,
    oldTexts,
    unreadable,
  };
}

function readSections(given: PackageSectionsInput, currency: string, unreadable: Mistake[]): PackageChange['sections'] {
  const read = (kind: string, value: unknown, path: string) => {
    try {
      if (kind === 'money') return parseMinor(value as string, currency, path);
      return kind === 'text' ? readText(value as string, path) : value;
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      unreadable.push({ path, message: error.reason });
      return null;
    }
  };
  return Object.fromEntries(
    WRITTEN_SECTIONS.filter(({ name }) => given[name] !== undefined).map((section) => {
      const of = given[section.name];
      return [section.name, of && convertSection(section, of, ({ kind }, value, path) => read(kind, value, path))];
    }),
  );
}

/** A blank text is null, but in a list of texts: there it would shift what follows. */
function readText(text: string, path: string): string | null {
  const kept = written(text);
  if (kept === null && /\.\d+$/.test(path)) throw new RuleError(path, 'it cannot be blank');
  return kept;
}
