import { convertSection, EMPTY_PACKAGE, type PackageContent, type PackageSections, WRITTEN_SECTIONS } from '../rules';

/** Sections A to E as JSON holds them: amounts as strings of minor units, because JSON numbers are not exact. */
export function storable(sections: PackageSections): Record<string, object> {
  return converted(sections, (kind, value) => (kind === 'money' ? String(value) : value));
}

/** Sections that were stored. What they say nothing of, such as an item that is asked for only since then, is null. */
export function sectionsOf(stored: object): PackageSections {
  const known = converted(stored, (kind, value) => (kind === 'money' ? BigInt(String(value)) : value));
  return Object.fromEntries(
    WRITTEN_SECTIONS.map(({ name }) => [name, { ...EMPTY_PACKAGE[name], ...known[name] }]),
  ) as unknown as PackageSections;
}

/** All that a package says, as a revision keeps it. */
export function storableContent(content: PackageContent): object {
  const { risks, commitments, noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked } = content;
  return { sections: storable(content), risks, commitments, noRisksAndIHaveAsked, noCommitmentsAndIHaveAsked };
}

/** What a revision said. */
export function storedContent(stored: object): PackageContent {
  const { sections, ...rest } = stored as { sections: object } & Omit<PackageContent, keyof PackageSections>;
  return { ...sectionsOf(sections), ...rest };
}

function converted(sections: object, convert: (kind: string, value: unknown) => unknown): Record<string, object> {
  const given = sections as Record<string, object | undefined>;
  return Object.fromEntries(
    WRITTEN_SECTIONS.map((section) => [
      section.name,
      convertSection(section, given[section.name] ?? {}, ({ kind }, value) => convert(kind, value)),
    ]),
  );
}
