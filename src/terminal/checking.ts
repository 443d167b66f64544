import { documentMistakes, type Finding, readDocument } from '../packages/document';
import { Calendar, type MissingItem, missingItems } from '../rules';

/** What is wrong with a document, and what it lacks to be submitted. */
export interface Checked {
  findings: Finding[];
  missing: MissingItem[];
}

/** Without a server nobody knows the holidays: weekends are no working days, and that is all. */
const WEEKDAYS = new Calendar({
  code: 'weekdays',
  zone: 'Europe/London',
  from: '1970-01-01',
  to: '2999-12-31',
  holidays: [],
});

/** Reads and checks a document as far as that needs no server. Throws a RuleError at `currency` for no currency. */
export function checkDocument(markdown: string, currency: string): Checked {
  const document = readDocument(markdown, currency);
  const ground = { currency, calendar: WEEKDAYS, weekOne: null, feeInForce: null };
  const wrong = documentMistakes(document, ground);
  return {
    findings: [...document.findings, ...wrong].sort((a, b) => a.line - b.line),
    missing: missingItems(document.content),
  };
}
