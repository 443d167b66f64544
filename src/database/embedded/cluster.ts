import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { give } from './account';
import { launch } from './child';
import type { ServerPlace } from './place';
import { executable } from './program';

/** The superuser of the embedded server. */
export const SUPERUSER = 'baton';

/** The superuser's password, which is only in a file that nobody but the server's account can read. */
export function superuserPassword(place: ServerPlace): string {
  return readFileSync(passwordFile(place), 'utf8');
}

/**
 * Makes PostgreSQL's data files where there are none. They take their name when they are complete: a first start
 * that was cut short leaves nothing that the next one would mistake for a database.
 * `durable: false` leaves it to the system when they reach the disk; else that is seen to while the start goes on.
 */
export async function createCluster(place: ServerPlace, programs: string, durable: boolean): Promise<void> {
  if (existsSync(place.cluster)) return;
  for (const old of readdirSync(place.folder).filter((entry) => entry.startsWith('unfinished-')))
    rmSync(path.join(place.folder, old), { recursive: true, force: true });
  writePassword(place);
  const unfinished = mkdtempSync(path.join(place.folder, 'unfinished-'));
  try {
    give(unfinished, place.account);
    await initdb(place, programs, newCluster(place, unfinished));
    renameSync(unfinished, place.cluster);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  // On a busy disk this takes longer than all the rest, and what it is to save is seconds old and has no facts yet.
  if (durable) void initdb(place, programs, ['--sync-only', '-D', place.cluster]).catch(() => {});
}

function initdb(place: ServerPlace, programs: string, args: string[]): Promise<void> {
  return launch(executable(programs, 'initdb'), args, place.account).ended;
}

function newCluster(place: ServerPlace, folder: string): string[] {
  const access = ['--username', SUPERUSER, '--auth=scram-sha-256', '--pwfile', passwordFile(place)];
  return ['-D', folder, ...access, '--encoding=UTF8', '--locale=C', '--no-instructions', '--no-sync'];
}

function writePassword(place: ServerPlace): void {
  rmSync(passwordFile(place), { force: true });
  writeFileSync(passwordFile(place), randomBytes(24).toString('hex'), { mode: 0o600 });
  give(passwordFile(place), place.account);
}

function passwordFile(place: ServerPlace): string {
  return path.join(place.folder, 'password');
}
