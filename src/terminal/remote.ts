import type { Finding } from '../packages/document';
import { Ending, EXIT } from './exit';
import { ask, type Server, serverOf } from './server';
import type { Streams } from './streams';
import { json, told } from './telling';

/** A document to be imported. */
interface ToImport {
  file: string;
  markdown: string;
  deal: string;
  asJson: boolean;
}

/** A document to be exported. */
interface ToExport {
  deal: string;
  revision: number | null;
  out: string | undefined;
  asJson: boolean;
}

interface Imported {
  findings: Finding[];
  missing: { section: string; path: string; message: string }[];
  errors: { code: string; message: string; path: string }[];
  handoffPackage: { version: number } | null;
}

/** Makes a document the draft of a deal's package, and tells what was noticed. */
export async function importFile(
  { file, markdown, deal, asJson }: ToImport,
  env: NodeJS.ProcessEnv,
  { out, error }: Streams,
): Promise<number> {
  const server = serverOf(env);
  const expectedVersion = await versionOf(server, deal);
  const input = { deal, expectedVersion, markdown };
  const { imported } = await ask<{ imported: Imported }>(server, IMPORT, { input });
  const { findings, missing, errors } = imported;
  if (asJson) out(json(imported));
  else {
    out(told(file, findings, missing));
    for (const { message } of errors) error(`${message}\n`);
    if (errors.length === 0) out(`${deal}: imported as version ${imported.handoffPackage?.version} of its package\n`);
  }
  return errors.length === 0 ? EXIT.fine : EXIT.refused;
}

/** Prints the document of a deal, or writes it to a file. */
export async function exportDocument(
  { deal, revision, out: file, asJson }: ToExport,
  env: NodeJS.ProcessEnv,
  { out, write }: Streams,
): Promise<number> {
  const answer = await ask<{ deal: { handoffPackage: { document: { markdown: string } | null } | null } | null }>(
    serverOf(env),
    EXPORT,
    { deal, revision },
  );
  const document = answer.deal?.handoffPackage?.document;
  if (!document) throw new Ending(EXIT.refused, whyNone(deal, revision, answer.deal));
  const text = asJson ? json(document) : document.markdown;
  if (file === undefined) out(text);
  else write(file, text);
  return EXIT.fine;
}

function whyNone(key: string, revision: number | null, deal: { handoffPackage: object | null } | null): string {
  if (!deal) return `There is no deal ${key} that you may see`;
  return deal.handoffPackage ? `${key} has no revision ${revision} of its package` : `${key} has no package yet`;
}

async function versionOf(server: Server, key: string): Promise<number> {
  const { deal } = await ask<{ deal: { handoffPackage: { version: number } | null } | null }>(server, VERSION, {
    deal: key,
  });
  if (!deal) throw new Ending(EXIT.refused, `There is no deal ${key} that you may see`);
  return deal.handoffPackage?.version ?? 0;
}

const VERSION = 'query ($deal: String!) { deal(key: $deal) { handoffPackage { version } } }';

const IMPORT = `mutation ($input: ImportHandoffDocumentInput!) {
  imported: importHandoffDocument(input: $input) {
    handoffPackage { version }
    findings { line severity code path message }
    missing { section path message }
    errors { code message path }
  }
}`;

const EXPORT = `query ($deal: String!, $revision: Int) {
  deal(key: $deal) { handoffPackage { document(revision: $revision) { revision markdown path } } }
}`;
