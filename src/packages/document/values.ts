import { type Leaf, written } from '../../rules';
import { readAmount } from './amounts';
import { readDate } from './dates';
import type { Findings } from './finding';
import { plainLabel } from './labels';
import { plain } from './plain';
import { excerpt } from './source';

/** Where a value stands, and what is told about it. */
export interface Reading {
  line: number;
  path: string;
  currency: string;
  findings: Findings;
}

const NOTHING = /^(-+|[–—]|n\/?a|none|nil|not applicable)?\.?$/i;
const NOT_YET = /^(tbc|tbd|tba|\?+|pending|unknown|to be (confirmed|decided|agreed|announced))\.?$/i;
const COUNT =
  /^(?:(?:week|wk|w|cohort|no|number)[.\s#]*|#)?(\d{1,3}(?:,\d{3})+|\d{1,10})(?: (?:people|staff|employees))?\.?$/i;

/** A week of onboarding: -1, or Week −2. A hyphen right behind the word is no minus: "Week-2" can be either. */
const BEFORE_WEEK_ONE = /^(?:(?:week|wk|w)\.?(?:\s+|(?=[−–])))?[-−–]\s?([1-4])\.?$/i;

/** Reads one value. What cannot be read is null, and found; so are words beside a value that it cannot hold. */
export function readLeaf(leaf: Leaf, markdown: string, reading: Reading): unknown {
  const text = written(plain(markdown));
  if (leaf.kind === 'text' || text === null || NOTHING.test(text)) return leaf.kind === 'text' ? text : null;
  if (NOT_YET.test(text)) {
    warn(reading, `"${excerpt(text)}" is nothing yet: the ${leaf.label.toLowerCase()} is still to be given`);
    return null;
  }
  const said = text.replace(/\s+/g, ' ');
  const read = READERS[leaf.kind];
  return read(said, leaf, reading);
}

type Read = (text: string, leaf: Leaf, reading: Reading) => unknown;

const READERS: Record<Exclude<Leaf['kind'], 'text'>, Read> = {
  count: (text, { label }, reading) => {
    const number = COUNT.exec(text)?.[1];
    return number === undefined
      ? fail(reading, `"${excerpt(text)}" is not a whole number: ${label} takes digits alone`)
      : Number(number.replaceAll(',', ''));
  },
  week: (text, leaf, reading) => {
    const early = BEFORE_WEEK_ONE.exec(text)?.[1];
    return early === undefined ? READERS.count(text, leaf, reading) : -Number(early);
  },
  money: (text, _leaf, reading) => {
    const read = readAmount(text, reading.currency);
    if ('mistake' in read) return fail(reading, read.mistake);
    if (read.rest !== '') leaveOut(reading, read.rest);
    return read.amount;
  },
  date: (text, _leaf, reading) => {
    const { head, remark } = parted(text);
    const read = readDate(excerpt(head));
    if ('mistake' in read) return fail(reading, read.mistake);
    if (read.remark !== undefined) warn(reading, read.remark);
    if (remark !== '') leaveOut(reading, remark);
    return read.date;
  },
  choice: (text, { label, choices = [] }, reading) => {
    const { head, remark } = parted(text);
    const meant = choices.filter((choice) => plainLabel(choice).startsWith(plainLabel(head)));
    if (meant.length !== 1 || plainLabel(head) === '')
      return fail(reading, `"${excerpt(text)}" is not one of those for ${label}: ${choices.map(shown).join(', ')}`);
    if (remark !== '') leaveOut(reading, remark);
    return meant[0];
  },
};

/** A value and what is said about it behind a bracket or a dash; digits are never a mere remark. */
function parted(text: string): { head: string; remark: string } {
  const at = text.search(/ ?[(;]| [-–—] /);
  const remark = at < 0 ? '' : text.slice(at);
  if (at < 1 || /\d/.test(remark)) return { head: text, remark: '' };
  return { head: text.slice(0, at), remark: remark.replace(/^[\s(;–—-]+|\)$/g, '') };
}

function shown(choice: string): string {
  const words = choice.toLowerCase().replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function fail({ findings, line, path }: Reading, message: string): null {
  findings.error('UNREADABLE_VALUE', line, path, message);
  return null;
}

function warn({ findings, line, path }: Reading, message: string): void {
  findings.warning('UNREADABLE_VALUE', line, path, message);
}

function leaveOut(reading: Reading, words: string): void {
  warn(reading, `"${excerpt(words)}" is left out: there is no place for it beside the value`);
}
