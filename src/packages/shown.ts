import { moneyOf } from '../graphql';
import { convertSection, type PackageSections as Sections, WRITTEN_SECTIONS } from '../rules';
import type { PackageSections } from './sections/sections';

/** Sections A to E as readers see them: amounts with their currency. */
export function shownSections(sections: Sections, currency: string): PackageSections {
  return Object.fromEntries(
    WRITTEN_SECTIONS.map((section) => [
      section.name,
      convertSection(section, sections[section.name], ({ kind }, value) =>
        kind === 'money' ? moneyOf(value as bigint, currency) : value,
      ),
    ]),
  ) as unknown as PackageSections;
}
