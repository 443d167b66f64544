import type { Finding } from '../packages/document';
import { Ending, EXIT } from './exit';
import type { Given } from './given';
import { ask, type Server, serverOf } from './server';
import type { Streams } from './streams';
import { json, lineOf, told } from './telling';

interface Imported {
  findings: Finding[];
  missing: { section: string; path: string; message: string }[];
  errors: { code: string; message: string; path: string }[];
  handoffPackage: { version: number } | null;
}

interface Exported {
  version: number;
  document: { revision: number | null; markdown: string; path: string | null } | null;
}

/**
 * Makes a document the draft of a deal's package, and tells what was noticed. Of the version that is expected, or of
 * the one that is there.
 */
export async function importFile(
  { file, deal, expectedVersion: expected, asJson }: Given,
  markdown: string,
  env: NodeJS.ProcessEnv,
  { out, error }: Streams,
): Promise<number> {
  const server = serverOf(env);
  const expectedVersion = expected ?? (await versionOf(server, deal));
  const input = { deal, expectedVersion, markdown };
  const { imported } = await ask<{ imported: Imported }>(server, IMPORT, { input });
  const { findings, missing, errors } = imported;
  if (asJson) out(json(imported));
  else {
    out(told(file, findings, missing));
    for (const { message } of errors) error(lineOf(message));
    if (errors.length === 0) out(`${deal}: imported as version ${imported.handoffPackage?.version} of its package\n`);
  }
  return errors.length === 0 ? EXIT.fine : EXIT.refused;
}

/** Prints the document of a deal, or writes it to a file; as JSON with its place and version. */
export async function exportDocument(
  { deal, revision, out: file, asJson }: Given,
  env: NodeJS.ProcessEnv,
  { out, write }: Streams,
): Promise<number> {
  const asked = { deal, revision };
  const answer = await ask<{ deal: { handoffPackage: Exported | null } | null }>(serverOf(env), EXPORT, asked);
  const { version, document } = answer.deal?.handoffPackage ?? {};
  if (!document) throw new Ending(EXIT.refused, whyNone(deal, revision, answer.deal));
  if (file !== undefined) write(file, document.markdown);
  if (asJson) out(json({ version, ...document }));
  else if (file === undefined) out(document.markdown);
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
  deal(key: $deal) { handoffPackage { version document(revision: $revision) { revision markdown path } } }
}`;
