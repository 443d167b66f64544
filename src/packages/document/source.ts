import type { Findings } from './finding';

/** A line of a document, without what ends it. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
}

/** The lines of a document without its comments; blanks at the end of a line say nothing. */
export function linesOf(markdown: string, findings: Findings): Line[] {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return withoutComments(text, findings)
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.replace(/(?<![ \t])[ \t]+$/, '') }));
}

/** Lines keep their numbers. An escaped angle bracket begins no comment. */
function withoutComments(text: string, findings: Findings): string {
  const kept: string[] = [];
  let at = 0;
  const token = /\\[\s\S]|<!--/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] !== '<!--') continue;
    const end = text.indexOf('-->', match.index + 2);
    if (end < 0) {
      const line = text.slice(0, match.index).split('\n').length;
      findings.error('UNKNOWN_PART', line, null, 'a comment begins here that does not end: write --> after it');
      kept.push(text.slice(at, match.index));
      at = endOfLine(text, match.index);
      break;
    }
    const comment = text.slice(match.index, end);
    kept.push(text.slice(at, match.index), '\n'.repeat(comment.split('\n').length - 1));
    at = end + 3;
    token.lastIndex = at;
  }
  return [...kept, text.slice(at)].join('');
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether nothing is on a line, or only one that parts what is above it from what is below. */
export function isBlank(line: string): boolean {
  return /^\s*$/.test(line) || isRule(line);
}

/** Whether a line is drawn: `---`. */
export function isRule(line: string): boolean {
  return /^ {0,3}(-[- ]*-|\*[* ]*\*|_[_ ]*_|=[= ]*=)$/.test(line) && line.trim().length >= 3;
}

/** What is on several lines, without the blanks before each and what breaks them. */
export function joined(lines: readonly Line[]): string {
  const texts = lines.map(({ text }) => (isBlank(text) ? '' : text.replace(/^[ \t]+/, '')));
  const whole = texts.map((text, index) => (index < texts.length - 1 ? withoutBreak(text) : text)).join('\n');
  return whole.replace(/\n{3,}/g, '\n\n').trim();
}

/** A backslash at the end of a line breaks it; two are one. */
function withoutBreak(line: string): string {
  const backslashes = /(?<!\\)\\+$/.exec(line)?.[0].length ?? 0;
  return backslashes % 2 === 1 ? line.slice(0, -1) : line;
}

/** The lines up to the first blank one after something was said, and the first line of each paragraph after that. */
export function firstParagraph(lines: readonly Line[]): { paragraph: Line[]; others: Line[] } {
  const start = lines.findIndex(({ text }) => !isBlank(text));
  const length = start < 0 ? -1 : lines.slice(start).findIndex(({ text }) => isBlank(text));
  const end = length < 0 ? lines.length : start + length;
  return { paragraph: lines.slice(0, end), others: paragraphsOf(lines.slice(end)) };
}

/** The first line of each paragraph. */
export function paragraphsOf(lines: readonly Line[]): Line[] {
  return lines.filter(({ text }, index) => !isBlank(text) && (index === 0 || isBlank(lines[index - 1]!.text)));
}

/** A part of a text to be shown in a sentence. */
export function excerpt(text: string): string {
  const short = text
    .trim()
    .slice(0, 2 * EXCERPT_LENGTH_MAX)
    .replace(/\s+/g, ' ');
  return short.length > EXCERPT_LENGTH_MAX ? `${short.slice(0, EXCERPT_LENGTH_MAX)}…` : short;
}

const EXCERPT_LENGTH_MAX = 60;
