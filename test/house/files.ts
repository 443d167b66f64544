import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of code of the project: its path below the project's folder, with slashes, and its lines. */
export interface SourceFile {
  path: string;
  text: string;
  lines: string[];
}

const ROOT = path.join(__dirname, '..', '..');

/** Code that people write by hand; the rest is prose, generated, data, or not committed. */
const WRITTEN = /\.(ts|js|cjs|css|html|graphql|yml)$/;
const FOLDERS = ['src', 'migrations', 'test', '.ci'];
const GENERATED = ['src/schema.graphql', 'test/api/generated/'];

/** Every file of code that people write, by path. */
export function writtenFiles(): SourceFile[] {
  const atTop = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  const below = FOLDERS.flatMap((folder) => filesBelow(folder));
  return [...atTop.map(({ name }) => name), ...below]
    .filter((name) => isWritten(name) && !GENERATED.some((generated) => name.startsWith(generated)))
    .sort()
    .map(read);
}

/** The lines of a file of the project, whatever it is. */
export function read(name: string): SourceFile {
  const text = readFileSync(path.join(ROOT, name), 'utf8');
  return { path: name, text, lines: text.replace(/\n$/, '').split('\n') };
}

function isWritten(name: string): boolean {
  return WRITTEN.test(name) || name.startsWith('.ci/');
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}
