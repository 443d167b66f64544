import { Lexer, Source, TokenKind } from 'graphql';

const OPENING = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** How long a text is before it is understood. */
export interface Length {
  /** Comments end with them, and are no tokens. */
  lines: number;
  tokens: number;
  /** Brackets within brackets: a parser calls itself for each, and no stack is endless. */
  nesting: number;
}

/**
 * Measures the text of a document, up to one more than is accepted; then it is too long, whatever comes. What is no
 * token ends the counting, and parsing will say so.
 */
export function lengthOf(source: string, most: Length): Length {
  const length: Length = { lines: linesOf(source, most.lines), tokens: 0, nesting: 0 };
  if (length.lines <= most.lines) countTokens(source, length, most);
  return length;
}

function linesOf(source: string, most: number): number {
  const ends = /\r\n|\r|\n/g;
  let lines = 1;
  while (lines <= most && ends.test(source)) lines += 1;
  return lines;
}

function countTokens(source: string, length: Length, most: Length): void {
  const lexer = new Lexer(new Source(source));
  let open = 0;
  try {
    while (length.tokens <= most.tokens && length.nesting <= most.nesting) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return;
      length.tokens += 1;
      if (OPENING.has(kind)) open += 1;
      if (CLOSING.has(kind)) open -= 1;
      length.nesting = Math.max(length.nesting, open);
    }
  } catch {
    // A syntax error.
  }
}
