/** A label is short; what is longer is none. */
export const LABEL_LENGTH_MAX = 80;

/** The letters and digits of a label, whatever their case and whatever stands between them. */
export function plainLabel(text: string): string {
  return text
    .slice(0, LABEL_LENGTH_MAX)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The forms in which people write a label: with or without what is in brackets, with or without "The". */
export function formsOf(label: string): string[] {
  const short = label.replace(/\([^)]*\)/g, ' ');
  return [...new Set([label, short].flatMap((form) => [form, form.replace(/^the /i, '')]).map(plainLabel))];
}

/** What a label was taken for. */
interface Likeness<Named> {
  named: Named;
  label: string;
}

/** Finds by a label what it names. */
export class LabelBook<Named> {
  private readonly byForm = new Map<string, Named | null>();

  constructor(private readonly entries: readonly (readonly [label: string, named: Named])[]) {
    for (const [label, named] of entries)
      for (const form of formsOf(label)) this.byForm.set(form, this.byForm.has(form) ? null : named);
    for (const [label, named] of entries) this.byForm.set(plainLabel(label), named);
  }

  /** What is named so, up to case, dashes, brackets and blanks. */
  exactly(text: string): Named | undefined {
    return this.byForm.get(plainLabel(text)) ?? undefined;
  }

  /** What was probably meant: some words of one label alone, or one or two wrong letters. */
  nearly(text: string): Likeness<Named> | undefined {
    return this.only((label) => hasWords(label, text)) ?? this.only((label) => isTypo(label, text));
  }

  private only(isMeant: (label: string) => boolean): Likeness<Named> | undefined {
    const meant = this.entries.filter(([label]) => isMeant(label));
    return meant.length === 1 ? { label: meant[0]![0], named: meant[0]![1] } : undefined;
  }
}

const TELLING_WORD_LENGTH_MIN = 4;
const SHORT_WORD_LENGTH_MIN = 3;

function hasWords(label: string, text: string): boolean {
  const [known, said] = [wordsOf(label), wordsOf(text)];
  return said.some((word) => word.length >= TELLING_WORD_LENGTH_MIN) && said.every((word) => isAmong(word, known));
}

/** A word, or how it is shortened: "org", "ref", "no". */
function isAmong(word: string, known: readonly string[]): boolean {
  if (word === 'no' || word === 'nr') return known.includes('number');
  const isShort = word.length >= SHORT_WORD_LENGTH_MIN;
  return known.some((other) => other === word || (isShort && other.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const LONG_LABEL_LENGTH_MIN = 9;
const SHORTEST_LENGTH_MIN = 4;

function isTypo(label: string, text: string): boolean {
  const said = plainLabel(text);
  if (said.length < SHORTEST_LENGTH_MIN) return false;
  return formsOf(label).some((form) => distance(form, said) <= (form.length >= LONG_LABEL_LENGTH_MIN ? 2 : 1));
}

/** How many letters were left out, added, changed or swapped with their neighbour; 3 stands for more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, isSwap ? before[j - 2]! + 1 : 3));
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, 3);
}
