import type { PackageContent, Written } from './content';
import type { Leaf, WrittenSection } from './items';
import type { Mistake } from './mistake';
import { LISTED_SECTIONS, WRITTEN_SECTIONS } from './sections';
import { type Convert, convertRow, convertSection } from './values';

/** The most characters of a text of a package. */
const TEXT_LENGTH_MAX = 4_000;

/** The most characters of all texts of a section: pages of packages have to stay small enough to be read. */
const SECTION_LENGTH_MAX = 40_000;

/** The most texts or rows of a list of a package. */
const LIST_LENGTH_MAX = 100;

/** Counts leave Baton as GraphQL's Int. */
const COUNT_MAX = 2_147_483_647;

const WEEK_MIN = -4;
const WEEK_MAX = 520;

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

/** What cannot be kept of a package: texts, lists and sections that are too long, other forms, counts out of bounds. */
export function writtenMistakes(content: PackageContent): Mistake[] {
  return [
    ...WRITTEN_SECTIONS.flatMap((section) => sectionMistakes(section, content[section.name])),
    ...LISTED_SECTIONS.flatMap(({ name, columns }) =>
      content[name].flatMap((row, index) => {
        const mistakes: Mistake[] = emptyRow(row, `${name}.${index}`);
        convertRow(columns, row, `${name}.${index}`, lookingFor(mistakes));
        return mistakes;
      }),
    ),
  ];
}

function sectionMistakes(section: WrittenSection, values: object): Mistake[] {
  const mistakes: Mistake[] = [];
  const look = lookingFor(mistakes);
  let length = 0;
  convertSection(section, values, (leaf, value, path) => {
    if (typeof value === 'string') length += value.length;
    look(leaf, value, path);
  });
  if (length > SECTION_LENGTH_MAX)
    mistakes.push({ path: section.name, message: tooMuch(length, 'characters', SECTION_LENGTH_MAX) });
  for (const [name, list] of Object.entries(values))
    if (Array.isArray(list)) mistakes.push(...listMistakes(list, `${section.name}.${name}`));
  return mistakes;
}

function listMistakes(list: readonly unknown[], path: string): Mistake[] {
  const empty = list.flatMap((row, index) => emptyRow(row, `${path}.${index}`));
  if (list.length <= LIST_LENGTH_MAX) return empty;
  return [...empty, { path, message: tooMuch(list.length, 'rows', LIST_LENGTH_MAX) }];
}

/** A row of nothing cannot be told from none in a document. */
function emptyRow(row: unknown, path: string): Mistake[] {
  const isEmpty = typeof row === 'object' && row !== null && Object.values(row).every((value) => value === null);
  return isEmpty ? [{ path, message: 'the row is empty: fill it in or leave it out' }] : [];
}

function lookingFor(mistakes: Mistake[]): Convert {
  return ({ kind }, value, path) => {
    const message = WRONG[kind]?.(value as number) ?? wrongText(value);
    if (message !== undefined) mistakes.push({ path, message });
  };
}

function tooMuch(length: number, of: string, max: number): string {
  return `${length} ${of} are more than the ${max} allowed`;
}

/** What is wrong with a number of a kind. */
const WRONG: { [Kind in Leaf['kind']]?: (value: number) => string | undefined } = {
  count: wrongCount,
  week: wrongWeek,
};

function wrongCount(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 0 && value <= COUNT_MAX) return undefined;
  return `${value} is not a whole number from 0 to ${COUNT_MAX}`;
}

/** Weeks of onboarding come before Week 1; there is no Week 0. */
function wrongWeek(value: number): string | undefined {
  if (Number.isInteger(value) && value >= WEEK_MIN && value <= WEEK_MAX && value !== 0) return undefined;
  return `${value} is not a week: -4 to -1, or 1 to ${WEEK_MAX}`;
}

function wrongText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length > TEXT_LENGTH_MAX) return tooMuch(value.length, 'characters', TEXT_LENGTH_MAX);
  if (value.trim() === '') return 'it cannot be blank';
  if (CONTROL.test(value)) return 'it holds a control character, which no document can show';
  return written(value) === value ? undefined : 'white space ends a line of it, or begins or ends the whole';
}
