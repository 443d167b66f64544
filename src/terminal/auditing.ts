import { parseArgs } from 'node:util';
import { type Anchor, headOf, type Verified, verifyLog } from '../audit';
import { type Database, openDatabase, runningUrl } from '../database';
import { readSettings } from '../settings';
import { StartFailure } from '../start-failure';
import { Ending, EXIT } from './exit';
import type { Streams } from './streams';
import { json } from './telling';
import { USAGE } from './usage';

const CONNECTIONS = 2;

/**
 * `npx baton audit verify` and `anchor`: asks the database itself, and not the server, which might be what is in doubt.
 * Answers the exit code. Throws an Ending where it cannot be asked.
 */
export async function audit(args: readonly string[], env: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  const { command, file, asJson } = understood(args);
  const anchors = file === undefined ? [] : readAnchors(await streams.read(file), file);
  const db = await opened(env);
  try {
    return command === 'anchor' ? await anchor(db, streams) : await verify(db, anchors, asJson, streams);
  } finally {
    await db.close();
  }
}

async function anchor(db: Database, { out }: Streams): Promise<number> {
  out(`${JSON.stringify(await headOf(db, Date.now()))}\n`);
  return EXIT.fine;
}

async function verify(
  db: Database,
  anchors: readonly Anchor[],
  asJson: boolean,
  { out, error }: Streams,
): Promise<number> {
  const verified = await db.reading((snapshot) => verifyLog(snapshot, anchors));
  if (asJson) out(json(verified));
  else if (!verified.flaw) out(told(verified));
  if (verified.flaw && !asJson) error(`${verified.flaw.kind} at ${verified.flaw.place}: ${verified.flaw.words}\n`);
  return verified.flaw ? EXIT.refused : EXIT.fine;
}

function told({ sealed, unsealed, redacted, anchors, head }: Verified): string {
  return `${sealed} entries are whole, ${redacted} of them without their details, which were taken away
${unsealed} entries are not sealed yet
${anchors} anchors agree
${head}
`;
}

function understood(args: readonly string[]): { command: string; file: string | undefined; asJson: boolean } {
  try {
    const options = { anchors: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [command = '', ...others] = positionals;
    if (!['verify', 'anchor'].includes(command) || others.length > 0)
      throw new Error(`There is no such command: audit ${positionals.join(' ')}`.trim());
    return { command, file: values.anchors, asJson: values.json ?? false };
  } catch (error) {
    throw new Ending(EXIT.usage, (error as Error).message, `\n${USAGE}`);
  }
}

/** One anchor a line, as `audit anchor` prints them and the log of the server has them. */
function readAnchors(text: string, file: string): Anchor[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const anchor = anchorOf(line);
    if (anchor) return [anchor];
    throw new Ending(EXIT.usage, `${file}:${index + 1} is no anchor, as npx baton audit anchor prints them`);
  });
}

function anchorOf(line: string): Anchor | undefined {
  try {
    const read = JSON.parse(line) as { anchor?: Anchor } & Anchor;
    const { place, hash, takenAt } = read.anchor ?? read;
    const isAnchor = Number.isSafeInteger(place) && /^[0-9a-f]{64}$/.test(hash) && typeof takenAt === 'string';
    return isAnchor ? { place, hash, takenAt } : undefined;
  } catch {
    return undefined;
  }
}

async function opened(env: NodeJS.ProcessEnv): Promise<Database> {
  try {
    const { databaseUrl, dataDirectory } = readSettings({ ...env, NODE_ENV: 'development' });
    const url = databaseUrl ?? runningUrl(dataDirectory);
    if (url) return await openDatabase({ url, poolSize: CONNECTIONS });
  } catch (error) {
    throw error instanceof StartFailure ? new Ending(EXIT.unreachable, error.message) : error;
  }
  throw new Ending(EXIT.unreachable, 'No database runs here: start Baton, or set DATABASE_URL');
}
