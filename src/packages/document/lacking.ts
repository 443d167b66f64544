import { isExcused, type PackageContent } from '../../rules';
import { CHAPTERS, type Chapter } from './chapters';
import type { Findings } from './finding';
import type { WrittenChapter } from './outline';
import type { Values } from './valuesRead';

/** Finds what a document should have and has not: whole sections, labels, and rows of people. */
export function lackingParts(
  chapters: readonly WrittenChapter[],
  values: Values,
  content: PackageContent,
  lastLine: number,
  findings: Findings,
): void {
  CHAPTERS.forEach((chapter, index) => {
    if (chapters.some((written) => written.chapter === chapter)) lackingIn(chapter, values, content, findings);
    else {
      const following = CHAPTERS.slice(index + 1).find(({ name }) => values.has(name));
      const line = following ? values.lineOf(following.name) : lastLine;
      const path = chapter.section && chapter.name;
      findings.warning('MISSING_PART', line, path, `the heading "${chapter.heading}" is not there`);
    }
  });
}

function lackingIn(chapter: Chapter, values: Values, content: PackageContent, findings: Findings): void {
  const line = values.lineOf(chapter.name);
  const lacks = (path: string, message: string) => findings.warning('MISSING_PART', line, path, message);
  if (chapter.listed && !values.has(chapter.listed.statement) && !values.has(`${chapter.name}.table`))
    lacks(chapter.name, `${chapter.heading} has no table, and does not say "None, and I have asked."`);
  for (const { path, item } of chapter.places)
    if (item.asks !== undefined && !values.has(path) && !isExcused(item, content) && !isOfNobody(path, chapter, values))
      lacks(path, item.kind === 'contact' ? `${item.label} is not there` : `the label "${item.label}" is not there`);
}

/** A contact that is not there is found once; one that need not be there, not at all. */
function isOfNobody(path: string, { places }: Chapter, values: Values): boolean {
  const contact = places.find(({ path: above, item }) => item.kind === 'contact' && path.startsWith(`${above}.`));
  if (contact === undefined) return false;
  return !values.has(contact.path) || (contact.item.asks === undefined && values.below(contact.path) === null);
}
