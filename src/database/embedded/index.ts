import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { createCluster, SUPERUSER, superuserPassword } from './cluster';
import { explained } from './failure';
import { lockFolder } from './lock';
import { readPidFile } from './pid-file';
import { preparePlace, type ServerPlace } from './place';
import { type Postmaster, startPostmaster } from './postmaster';
import { preparePrograms } from './program';
import { endSurvivor } from './survivor';

/**
 * The superuser's URL of the database of an embedded server that another process runs in a data directory; undefined
 * where none runs. Throws what reading its password throws: only its own account may.
 */
export function runningUrl(dataDirectory: string): string | undefined {
  const folder = path.join(dataDirectory, 'postgres');
  const running = readPidFile(path.join(folder, 'cluster'));
  if (!running?.ready) return undefined;
  return urlOf(readFileSync(path.join(folder, 'password'), 'utf8'), running.port, 'baton');
}

/** How to run the embedded server. */
export interface EmbeddedOptions {
  /** The server lives in the folder `postgres` of it. */
  readonly dataDirectory: string;
  /** False trades what a crash of the machine loses for speed: for tests only. */
  readonly durable: boolean;
  /** Connections that it takes at most. */
  readonly connections: number;
}

/** A PostgreSQL server that this process started, and nobody else on the machine can log in to. */
export interface EmbeddedServer {
  /** Where its files are, links followed. */
  readonly folder: string;
  /** Resolves with the reason if the server ends without being stopped. */
  readonly died: Promise<string>;
  /** The URL of one of its databases for the superuser, with the password. */
  url(database: string): string;
  /** Ends the server, then lets others use the folder. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that Baton brings along, and makes its files and the database `baton` on the first start.
 * Throws a StartFailure of one line where the machine does not allow it: another Baton uses the folder, the disk is
 * full, rights are missing, there is no PostgreSQL for this platform.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const place = preparePlace(options.dataDirectory);
    const lock = await lockFolder(place.folder);
    try {
      return await startAt(place, options, lock.release);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw explained(error, options.dataDirectory);
  }
}

async function startAt(
  place: ServerPlace,
  options: EmbeddedOptions,
  unlock: () => Promise<void>,
): Promise<EmbeddedServer> {
  const programs = preparePrograms(place);
  await createCluster(place, programs, options.durable);
  await endSurvivor(place, programs);
  const postmaster = await startPostmaster(place, { ...options, programs });
  const server = embeddedServer(place, postmaster, unlock);
  try {
    await createDatabase(server.url('postgres'), 'baton');
    return server;
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

function embeddedServer(place: ServerPlace, postmaster: Postmaster, unlock: () => Promise<void>): EmbeddedServer {
  const password = superuserPassword(place);
  return {
    folder: place.folder,
    died: postmaster.died,
    url: (database) => urlOf(password, postmaster.port, database),
    stop: async () => {
      await postmaster.stop();
      await unlock();
    },
  };
}

function urlOf(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
