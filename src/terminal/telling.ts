import type { Finding } from '../packages/document';

/** Findings and what is missing, as lines for a person: `file:line: severity: message`. */
export function told(file: string, findings: readonly Finding[], missing: readonly { message: string }[]): string {
  const name = file === '-' ? 'document' : file;
  const found = findings.map(({ line, severity, message }) => `${name}:${line}: ${severity.toLowerCase()}: ${message}`);
  const lacks = missing.map(({ message }) => `missing: ${message}`);
  return [...found, ...lacks].map(lineOf).join('');
}

/** One line of a terminal, to which a text from elsewhere gives no orders. */
export function lineOf(text: string): string {
  return `${text.replace(/\p{Cc}+/gu, ' ')}\n`;
}

/** Any answer as JSON. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
