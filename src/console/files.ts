import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file that browsers may have. */
export interface ConsoleFile {
  type: string;
  body: Buffer;
  etag: string;
}

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** The files of the page, by the path of their URL: nothing else of the disk can be asked for. */
const FILES: Readonly<Record<string, { type: string; read: () => Buffer }>> = {
  '/graphql': { type: HTML, read: own('page.html') },
  '/handoff': { type: HTML, read: own('handoff.html') },
  '/console/handoff.js': { type: SCRIPT, read: own('handoff.js') },
  '/console/handoff.css': { type: STYLE, read: own('handoff.css') },
  '/console/page.js': { type: SCRIPT, read: own('page.js') },
  '/console/page.css': { type: STYLE, read: own('page.css') },
  '/console/examples.json': { type: JSON_TYPE, read: examples },
  '/console/react.js': { type: SCRIPT, read: packaged('react', 'umd/react.production.min.js') },
  '/console/react-dom.js': { type: SCRIPT, read: packaged('react-dom', 'umd/react-dom.production.min.js') },
  '/console/graphiql.js': { type: SCRIPT, read: packaged('graphiql', 'graphiql.min.js') },
  '/console/graphiql.css': { type: STYLE, read: packaged('graphiql', 'graphiql.min.css') },
};

const known = new Map<string, ConsoleFile>();

/** The file of a URL path, read once; undefined for any other path. */
export function consoleFile(route: string): ConsoleFile | undefined {
  const file = Object.hasOwn(FILES, route) ? FILES[route] : undefined;
  if (!file) return undefined;
  const read = known.get(route) ?? readFile(file);
  known.set(route, read);
  return read;
}

function readFile({ type, read }: { type: string; read: () => Buffer }): ConsoleFile {
  const body = read();
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

function own(name: string): () => Buffer {
  return () => readFileSync(path.join(folder(), name));
}

function packaged(name: string, file: string): () => Buffer {
  return () => readFileSync(path.join(path.dirname(require.resolve(`${name}/package.json`)), file));
}

function examples(): Buffer {
  const inside = path.join(folder(), 'examples');
  const texts = readdirSync(inside)
    .sort()
    .map((name) => readFileSync(path.join(inside, name), 'utf8'));
  return Buffer.from(JSON.stringify(texts));
}

/** The compiler copies no pages: they stay in the source, which is beside whatever was compiled from it. */
function folder(): string {
  let root = __dirname;
  while (!existsSync(path.join(root, 'package.json'))) root = path.dirname(root);
  return path.join(root, 'src', 'console');
}
