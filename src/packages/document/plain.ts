import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * An escape, a reference, a line break, an address in angle brackets, a link, or a run of delimiters. Every alternative
 * stops where it cannot go on, so that the whole takes time in proportion to the text.
 */
const TOKEN = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /&(?<reference>#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{0,31});/,
    /(?<lineBreak><[bB][rR] ?\/?>)/,
    /<(?<address>[a-zA-Z][a-zA-Z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/,
    /!?\[(?<words>(?:\\.|[^[\]\\])*)\]\(<?(?<target>[^\s()<>]*)>?(?: +"[^"\n]*")?\)/,
    /(?<ticks>`+)/,
    /(?<run>\*+|_+|~~)/,
    /(?<paragraph>\n\n)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** The words of a text in Markdown: without emphasis, escapes and references; of a link its words and its address. */
export function plain(markdown: string): string {
  if (!/[\\&<[`*_~]/.test(markdown)) return markdown;
  const tokens = [...markdown.matchAll(TOKEN)];
  const closing = closings(tokens);
  const pieces: string[] = [];
  const runs = new Runs(markdown, pieces);
  let at = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    pieces.push(markdown.slice(at, token.index));
    at = token.index + token[0].length;
    const end = closing[index];
    if (end !== undefined) {
      pieces.push(markdown.slice(at, tokens[end]!.index));
      at = tokens[end]!.index + tokens[end]![0].length;
      index = end;
    } else if (token.groups?.run !== undefined) runs.meet(token);
    else {
      if (token.groups?.paragraph !== undefined) runs.forget();
      pieces.push(said(token));
    }
  }
  return [...pieces, markdown.slice(at)].join('');
}

function said({ 0: whole, groups = {} }: RegExpMatchArray): string {
  const { escaped, reference, lineBreak, address, words, target } = groups;
  if (reference !== undefined) return referred(reference) ?? whole;
  if (lineBreak !== undefined) return '\n';
  if (words !== undefined) return linked(plain(words), plain(target!));
  return escaped ?? address ?? whole;
}

function linked(words: string, target: string): string {
  if (target === '' || words === target || target === `mailto:${words}`) return words;
  return words === '' ? target : `${words} (${target})`;
}

function referred(reference: string): string | undefined {
  const number = /^#(x)?(.*)$/i.exec(reference);
  if (!number) return decodeNamedCharacterReference(reference) || undefined;
  const code = Number.parseInt(number[2]!, number[1] ? 16 : 10);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** Where the next run of as many backticks is: code ends at as many as it began with. */
function closings(tokens: readonly RegExpMatchArray[]): (number | undefined)[] {
  const next = new Map<number, number>();
  const closing: (number | undefined)[] = [];
  for (let index = tokens.length - 1; index >= 0; index--) {
    const length = tokens[index]!.groups?.ticks?.length;
    if (length === undefined) continue;
    closing[index] = next.get(length);
    next.set(length, index);
  }
  return closing;
}

/** Emphasis: a run of delimiters that can close one before it goes with it, and neither is a word. */
class Runs {
  private readonly open = new Map<string, number[]>();

  constructor(
    private readonly markdown: string,
    private readonly pieces: string[],
  ) {}

  meet(token: RegExpMatchArray): void {
    const [run] = token;
    const { canOpen, canClose } = flanks(this.markdown, token.index!, run);
    const opened = this.open.get(run) ?? [];
    if (canClose && opened.length > 0) this.pieces[opened.pop()!] = '';
    else {
      if (canOpen) opened.push(this.pieces.length);
      this.open.set(run, opened);
      this.pieces.push(run);
    }
  }

  forget(): void {
    this.open.clear();
  }
}

/** As CommonMark has it: emphasis opens before a word and closes after one; underscores within a word do neither. */
function flanks(markdown: string, at: number, run: string): { canOpen: boolean; canClose: boolean } {
  const [before = ' ', after = ' '] = [markdown[at - 1], markdown[at + run.length]];
  const isLeft = opens(after, before);
  const isRight = opens(before, after);
  if (!run.startsWith('_')) return { canOpen: isLeft, canClose: isRight };
  return {
    canOpen: isLeft && (!isRight || PUNCTUATION.test(before)),
    canClose: isRight && (!isLeft || PUNCTUATION.test(after)),
  };
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

function opens(inside: string, outside: string): boolean {
  if (/\s/.test(inside)) return false;
  return !PUNCTUATION.test(inside) || /\s/.test(outside) || PUNCTUATION.test(outside);
}
