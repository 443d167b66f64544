import { labelEnd } from './labelEnd';

const MARKUP = /[\\`*_~<[|&]/g;
const REFERENCE = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/iy;

/** What begins as "less than or equal" and is an address in angle brackets all the same. */
const ADDRESS = /<=[^\s<>@]*@[^\s<>@]+>/y;

/** A text within a line, so that no reader of Markdown takes a character of it for markup. */
export function escapeInline(text: string): string {
  return text.replace(MARKUP, (character, at: number) =>
    isMarkup(character, text, at) ? `\\${character}` : character,
  );
}

/** A text of several lines and paragraphs. The first line follows a label or bullet, the others are indented. */
export function escapeLines(text: string, indent = ''): string {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.split('\n').map(escapeLine));
  if (indent === '') paragraphs[0]![0] = escapeFirst(paragraphs[0]![0]!, text);
  const [first = '', ...others] = paragraphs.map((lines) => lines.join(`  \n${indent}`));
  return [first, ...others.map((paragraph) => `${indent}${paragraph}`)].join('\n\n');
}

/** A text in one cell of a table. */
export function escapeCell(text: string): string {
  const cell = text
    .split('\n')
    .map((line) => escapeInline(line).replace(/^ /, SPACE))
    .join('<br>');
  return /^:?-+:?$/.test(cell) ? `\\${cell}` : cell;
}

/** A text that nobody shall take for what it says: its first character is written as a reference. */
export function disguised(escaped: string): string {
  const [first = '', ...rest] = escaped;
  return `&#x${first.codePointAt(0)!.toString(16).toUpperCase()};${rest.join('')}`;
}

const SPACE = '&#x20;';
/** No text has a line of blanks alone, so this one is empty once it is read. */
const EMPTY_LINE = '&nbsp;';

const RULE = /^[-=:][-=: ]*$/;

function escapeLine(line: string): string {
  if (line === '') return EMPTY_LINE;
  const escaped = escapeInline(line)
    .replace(/^ /, SPACE)
    .replace(/^(?=[-+](?: |$)|[#>]|[-=:][-=: ]*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
  return withoutLabel(escaped);
}

/** Behind a label nothing begins a list or a heading; a line that is drawn is one there, too. */
function escapeFirst(escaped: string, text: string): string {
  const line = escapeInline(text.split('\n', 1)[0]!);
  return RULE.test(line) ? escaped : line;
}

/** A colon that would end a label of ours does not once it is escaped. */
function withoutLabel(line: string): string {
  const colon = labelEnd(line);
  return colon < 0 ? line : withoutLabel(`${line.slice(0, colon)}\\${line.slice(colon)}`);
}

function isMarkup(character: string, text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + 1]];
  switch (character) {
    case '*':
      return !(before === ' ' && after === ' ');
    case '_':
      return !(/[a-z\d]/i.test(before) && /[a-z\d]/i.test(after)) && !(before === ' ' && after === ' ');
    case '~':
      return after === '~' || !(before === ' ' || before === '');
    case '<':
      ADDRESS.lastIndex = at;
      return !(after === '' || after === ' ' || (after === '=' && !ADDRESS.test(text)));
    case '&':
      REFERENCE.lastIndex = at;
      return REFERENCE.test(text);
    default:
      return true;
  }
}
