import type { PackageContent, Written } from './content';
import type { Mistake } from './mistake';
import { LISTED_SECTIONS, WRITTEN_SECTIONS } from './sections';
import { type Convert, convertRow, convertSection } from './values';

/** The most characters of a text of a package. */
export const TEXT_LENGTH_MAX = 4_000;

/** The most texts or rows of a list of a package. */
export const LIST_LENGTH_MAX = 100;

/** Counts leave Baton as GraphQL's Int. */
const COUNT_MAX = 2_147_483_647;

/** All but the line feed: no document could give the others back as they came. */
const CONTROL = /(?!\n)[\p{Cc}\u2028\u2029]/u;

/**
 * A text as a package keeps it: lines end with a line feed and without white space, a tab is a space, and there is no
 * white space around the whole. Blank is nothing. What is kept already stays as it is.
 */
export function written(text: string): Written {
  const lines = text
    .replace(/\r\n?|[\x85\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .split('\n');
  return (
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim() || null
  );
}

/** What cannot be kept of a package: texts and lists that are too long, texts in another form, counts out of bounds. */
export function writtenMistakes(content: PackageContent): Mistake[] {
  const mistakes: Mistake[] = [];
  const look: Convert = ({ kind }, value, path) => {
    const message = kind === 'count' ? wrongCount(value as number) : wrongText(value);
    if (message !== undefined) mistakes.push({ path, message });
  };
  const lookAtList = (list: unknown, path: string) => {
    if (!Array.isArray(list) || list.length <= LIST_LENGTH_MAX) return;
    mistakes.push({ path, message: `${list.length} are more than the ${LIST_LENGTH_MAX} that a list may have` });
  };
  for (const section of WRITTEN_SECTIONS) {
    for (const [name, value] of Object.entries(content[section.name])) lookAtList(value, `${section.name}.${name}`);
    convertSection(section, content[section.name], look);
  }
  for (const { name, columns } of LISTED_SECTIONS)
    content[name].forEach((row, index) => {
      convertRow(columns, row, `${name}.${index}`, look);
    });
  return mistakes;
}

function wrongCount(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 0 && value <= COUNT_MAX) return undefined;
  return `${value} is not a whole number from 0 to ${COUNT_MAX}`;
}

function wrongText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length > TEXT_LENGTH_MAX) return `${value.length} characters are more than the ${TEXT_LENGTH_MAX} allowed`;
  if (value.trim() === '') return 'it cannot be blank';
  if (CONTROL.test(value)) return 'it holds a control character, which no document can show';
  return written(value) === value ? undefined : 'white space ends a line of it, or begins or ends the whole';
}
