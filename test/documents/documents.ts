import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/packages/document/finding';
import type { DocumentTitle } from '../../src/packages/document/rendering';

/** What the documents of the tests are about. */
export const TITLE: DocumentTitle = {
  dealKey: 'D-2026-0042',
  clientName: 'Larch & Finch',
  date: '2026-05-07',
  revision: 2,
  currency: 'GBP',
};

/** A document that lies beside the tests. */
export function documentNamed(name: string): string {
  return readFileSync(path.join(__dirname, `${name}.md`), 'utf8');
}

/** Findings as people see them, a line each. */
export function shown(findings: readonly Finding[]): string[] {
  return findings.map(({ line, severity, message }) => `line ${line}, ${severity.toLowerCase()}: ${message}`);
}
