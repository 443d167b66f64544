import { labelEnd } from './labelEnd';
import { LABEL_LENGTH_MAX } from './labels';

/** A line that begins with a label, or with what may be one. */
export interface Labelled {
  label: string;
  /** What follows it on the line. */
  rest: string;
  /** Whether the writer has marked it as a label; else it may be the beginning of a sentence. */
  isMarked: boolean;
  /** Without one it stands alone, or before a dash, and may be no more than emphasis. */
  hasColon: boolean;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const BULLET = /^([ \t]*)(?:[-*+•–]|\d{1,3}[.)])[ \t]+(.*)$/;

/** The words of a heading; undefined for any other line. */
export function headingIn(line: string): { level: number; words: string } | undefined {
  const match = HEADING.exec(line);
  if (!match) return undefined;
  const words = (match[2] ?? '').replace(/(?:^|(?<=[ \t]))#+$/, '');
  return { level: match[1]!.length, words: bare(words.trim()) };
}

/** What follows the bullet or number of a line, and how far it is indented; undefined for any other line. */
export function bulletIn(line: string): { indent: number; rest: string } | undefined {
  const match = BULLET.exec(line);
  return match ? { indent: indentOf(match[1]!), rest: match[2]! } : undefined;
}

/** How far a line is indented; a tab counts for four blanks. */
export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
}

/** The label with which a line begins, with or without a bullet; undefined where there can be none. */
export function labelIn(line: string): Labelled | undefined {
  const words = (bulletIn(line)?.rest ?? line).trim();
  const mark = /^(\*{1,3}|_{1,3})(?=[^\s*_])/.exec(words)?.[1];
  return mark === undefined ? plainLabelIn(words) : markedLabelIn(words, mark);
}

/** One that is not marked has to be right. */
function plainLabelIn(words: string): Labelled | undefined {
  const colon = labelEnd(words);
  if (colon < 0) return undefined;
  return { label: words.slice(0, colon), rest: words.slice(colon + 1).trim(), isMarked: false, hasColon: true };
}

function markedLabelIn(words: string, mark: string): Labelled | undefined {
  const end = words.slice(0, LABEL_LENGTH_MAX + 2 * mark.length).indexOf(mark, mark.length);
  if (end < 0) return undefined;
  const [inside, after] = [words.slice(mark.length, end).trim(), words.slice(end + mark.length).trim()];
  const found = { isMarked: true, hasColon: true };
  if (inside.endsWith(':')) return { ...found, label: inside.slice(0, -1), rest: after };
  if (after.startsWith(':')) return { ...found, label: inside, rest: after.slice(1).trim() };
  const dash = /^(?:[-–—] |$)/.exec(after);
  return dash ? { ...found, label: inside, rest: after.slice(dash[0].length), hasColon: false } : undefined;
}

/** A heading without emphasis around it or a colon after it. */
function bare(words: string): string {
  return words.replace(/^[*_]+|(?<![*_:])[*_:]+$/g, '').trim();
}
