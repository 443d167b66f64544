import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A query that was reviewed, and that may be asked by its name alone. */
export interface TrustedText {
  /** Its name, such as `commission-report`. A query that changes its answer's shape gets another. */
  id: string;
  /** What it answers, in a sentence. */
  description: string;
  query: string;
}

const EXTENSION = '.graphql';

let library: ReadonlyMap<string, TrustedText> | undefined;

/** Every trusted document by its id, in the order of ids; read once. */
export function trustedDocuments(): ReadonlyMap<string, TrustedText> {
  library ??= new Map(readLibrary().map((document) => [document.id, document]));
  return library;
}

function readLibrary(): TrustedText[] {
  const folder = path.join(sourceFolder(), 'documents');
  const names = readdirSync(folder).filter((name) => name.endsWith(EXTENSION));
  return names.sort().map((name) => read(path.join(folder, name)));
}

/** The first line says what it is for, to readers of the file and to those who ask for the list. */
function read(file: string): TrustedText {
  const query = readFileSync(file, 'utf8');
  const description = /^# (.+)\n/.exec(query)?.[1];
  if (!description) throw new Error(`${file} does not begin by saying what it answers`);
  return { id: path.basename(file, EXTENSION), description, query };
}

/** The compiler copies no documents: they stay in the source, which is beside whatever was compiled from it. */
function sourceFolder(): string {
  let root = __dirname;
  while (!existsSync(path.join(root, 'package.json'))) root = path.dirname(root);
  return path.join(root, 'src', 'trusted');
}
