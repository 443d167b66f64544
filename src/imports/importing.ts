import type { Queryable } from '../database';
import { type Deal, dealToChange } from '../deals';
import { lockDeals } from '../facts';
import { Refusal, type Request, refusalOf } from '../graphql';
import {
  documentMistakes,
  type Finding,
  groundOf,
  type HandoffPackage,
  type PackageChange,
  packageContent,
  type ReadDocument,
  readDocument,
  saveWithin,
} from '../packages';
import { type MissingItem, missingItems, type PackageContent, type PackageSections, WRITTEN_SECTIONS } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import type { ImportHandoffDocumentInput } from './inputs';
import { type NotNamed, writeListed } from './listed';
import { promisersOf } from './promisers';

/** A document that was imported. */
interface Imported {
  handoffPackage: HandoffPackage;
  findings: Finding[];
  missing: MissingItem[];
}

/**
 * Makes a document the draft of a deal's package, with its risks and commitments; all or nothing. What the document
 * does not say stays as it is. Throws a Refusal with the findings: BAD_USER_INPUT where one of them is an ERROR,
 * CONFLICT for another version.
 */
export async function importDocument(request: Request, input: ImportHandoffDocumentInput): Promise<Imported> {
  const { db, loading } = request;
  const deal = await dealToChange(request, input.deal, 'deal');
  const book = await termsBook(db);
  const document = readDocument(input.markdown, deal.currency);
  const findings = [...document.findings, ...ofAnotherDeal(document, deal), ...ofAnotherClient(document, deal)];
  const { handoffPackage, notNamed } = await db.transaction(async (tx) => {
    await lockDeals(tx, [deal.dealId], []);
    const promisers = await promisersOf(tx, deal, document.content.commitments);
    const wrong = documentMistakes(document, { ...(await groundOf(tx, book, deal.dealId)), feeInForce: null });
    const unknown = promisers.flatMap((promiser, index) =>
      'unknown' in promiser
        ? [wrongValue(document, { path: `commitments.${index}.promisedBy`, message: promiser.unknown })]
        : [],
    );
    refuseErrors([...findings, ...wrong, ...unknown]);
    const keys = promisers.map((promiser) => ('key' in promiser ? promiser.key : ''));
    return write(tx, request, book, deal, input.expectedVersion, document, keys);
  });
  loading.forget();
  const missing = missingItems(await packageContent(request, deal.dealId));
  return { handoffPackage, findings: byLine([...findings, ...staying(document, notNamed)]), missing };
}

async function write(
  tx: Queryable,
  { now, viewer }: Request,
  book: TermsBook,
  { dealId }: Deal,
  expectedVersion: number,
  document: ReadDocument,
  promisers: readonly string[],
): Promise<{ handoffPackage: HandoffPackage; notNamed: NotNamed }> {
  const notNamed = await writeListed(tx, { dealId, by: viewer.personKey, now }, document.content, promisers);
  const change = changeOf(document.content);
  const handoffPackage = await saveWithin(tx, { viewer, book, now }, dealId, expectedVersion, change).catch(
    (error: unknown) => {
      throw told(error, document);
    },
  );
  return { handoffPackage, notNamed };
}

/** What the document says; what it does not say stays as it is in the draft. */
function changeOf(content: PackageContent): PackageChange {
  const sections = WRITTEN_SECTIONS.map(({ name }) => [
    name,
    Object.fromEntries(Object.entries(content[name]).filter(([, value]) => value !== null)),
  ]);
  return {
    sections: Object.fromEntries(sections) as { [N in keyof PackageSections]: Partial<PackageSections[N]> },
    ...statementOf('noRisksAndIHaveAsked', content.noRisksAndIHaveAsked, content.risks),
    ...statementOf('noCommitmentsAndIHaveAsked', content.noCommitmentsAndIHaveAsked, content.commitments),
  };
}

/** Where the document lists some it takes back that there are none. */
function statementOf(name: string, stated: boolean, rows: readonly unknown[]): Record<string, boolean> {
  return stated || rows.length > 0 ? { [name]: stated } : {};
}

function ofAnotherDeal({ title, lineOf }: ReadDocument, { key }: Deal): Finding[] {
  if (title.dealKey === null || title.dealKey === key) return [];
  const message = `the document is of ${title.dealKey}, not of ${key}`;
  return [{ line: lineOf('title.dealKey'), severity: 'ERROR', code: 'WRONG_VALUE', path: null, message }];
}

/** Names are written in many ways: that they differ may be a slip, or the wrong file. */
function ofAnotherClient({ title, lineOf }: ReadDocument, { clientName }: Deal): Finding[] {
  if (title.clientName === null || plainName(title.clientName) === plainName(clientName)) return [];
  const message = `the document is about "${title.clientName.slice(0, 100)}", and the deal is of "${clientName}"`;
  return [{ line: lineOf('title.clientName'), severity: 'WARNING', code: 'WRONG_VALUE', path: null, message }];
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

function wrongValue({ lineOf }: ReadDocument, { path, message }: { path: string; message: string }): Finding {
  return { line: lineOf(path), severity: 'ERROR', code: 'WRONG_VALUE', path, message };
}

function staying({ lineOf }: ReadDocument, notNamed: NotNamed): Finding[] {
  return (['risks', 'commitments'] as const).flatMap((list) =>
    notNamed[list].map((words) => ({
      line: lineOf(list),
      severity: 'WARNING' as const,
      code: 'MISSING_PART' as const,
      path: list,
      message: `Baton has one that the document does not name, and it stays: ${words.slice(0, 200)}`,
    })),
  );
}

function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'ERROR').length;
  if (errors === 0) return;
  const counted = errors === 1 ? '1 error' : `${errors} errors`;
  const reason = `Nothing was imported: the document has ${counted}, see \`findings\``;
  throw new Refusal('BAD_USER_INPUT', reason, 'markdown', [], { findings: byLine(findings) });
}

/** What saving has against it, by the lines of the document. */
function told(error: unknown, document: ReadDocument): unknown {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'BAD_USER_INPUT') return error;
  const findings = refusal.problems.map(({ path, message }) =>
    wrongValue(document, { path: path.replace(/^sections\./, ''), message }),
  );
  const shown = { findings: byLine([...document.findings, ...findings]) };
  return new Refusal('BAD_USER_INPUT', `Nothing was imported: ${refusal.message}`, 'markdown', [], shown);
}

function byLine(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.line - b.line);
}
