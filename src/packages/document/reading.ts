import {
  convertSection,
  EMPTY_PACKAGE,
  LISTED_SECTIONS,
  type LocalDate,
  type PackageContent,
  WRITTEN_SECTIONS,
} from '../../rules';
import { type Finding, Findings } from './finding';
import { lackingParts } from './lacking';
import { outline } from './outline';
import { readChapter } from './readChapter';
import { linesOf } from './source';
import { Values } from './valuesRead';

/** A document that was read. */
export interface ReadDocument {
  title: { dealKey: string | null; clientName: string | null; date: LocalDate | null };
  /** What it says; null for what it does not. With a finding that is an ERROR it is not all that was written. */
  content: PackageContent;
  /** By line. */
  findings: Finding[];
  /** The line of an item, or of the nearest part that has it: for mistakes that others find. 1 for what is nowhere. */
  lineOf(path: string): number;
}

/** Longer than any package that can be saved, whatever stands in it. */
const LENGTH_MAX = 1_000_000;

/**
 * Reads a handoff document, however it was typed; `currency` is its deal's. What cannot be placed or read is a finding
 * with its line. Takes time in proportion to the document, which has a million characters at most.
 */
export function readDocument(markdown: string, currency: string): ReadDocument {
  const findings = new Findings();
  const values = new Values(findings);
  let content: PackageContent = EMPTY_PACKAGE;
  if (markdown.length > LENGTH_MAX)
    findings.error(
      'UNKNOWN_PART',
      1,
      null,
      `${markdown.length} characters are more than the ${LENGTH_MAX} of a document`,
    );
  else {
    const lines = linesOf(markdown, findings);
    const chapters = outline(lines, findings);
    for (const written of chapters) readChapter(written, { currency, findings, values });
    content = contentOf(values);
    lackingParts(chapters, values, content, lines.length, findings);
  }
  return {
    title: {
      dealKey: values.of('title.dealKey') as string | null,
      clientName: values.of('title.clientName') as string | null,
      date: values.of('title.date') as LocalDate | null,
    },
    content,
    findings: findings.byLine().map(withoutTitle),
    lineOf: (path) => values.lineOf(path),
  };
}

function contentOf(values: Values): PackageContent {
  const sections = WRITTEN_SECTIONS.map((section) => {
    const given = section.items.map(({ kind, name }) => {
      const path = `${section.name}.${name}`;
      return [name, kind === 'contact' ? values.below(path) : values.of(path)];
    });
    return [section.name, convertSection(section, Object.fromEntries(given), (_leaf, value) => value)];
  });
  const listed = LISTED_SECTIONS.flatMap(({ name, statement }) => [
    [name, values.of(name) ?? []],
    [statement, values.of(statement) ?? false],
  ]);
  return { ...EMPTY_PACKAGE, ...Object.fromEntries([...sections, ...listed]) };
}

/** What the title says is no item of a package. */
function withoutTitle(finding: Finding): Finding {
  return finding.path?.startsWith('title.') ? { ...finding, path: null } : finding;
}
