import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { migrate, openDatabase, startEmbedded } from '../../src/database';
import { signLocally } from '../../src/server/identity';
import type { Shutdown } from '../../src/server/shutdown';
import { readSettings, type Settings } from '../../src/settings';
import { type Asker, introducePeople, PEOPLE } from '../harness/api';
import { onServer, withDatabase } from '../harness/database';
import { temporaryDataDirectory } from '../harness/server';

/** A server as `npm start` runs it. */
export interface Baton {
  pid: number;
  url: string;
  stop(): Promise<void>;
}

/** What a bench stands on; all of it ends with the bench, whatever happens. */
export interface Stage {
  settings: Settings;
  /** The owner's URL of a new database: with people and no deals, or a copy of another that nobody is connected to. */
  database(name: string, template?: string): Promise<string>;
  /** Starts the compiled server on a database, with the flags of Node that this process has as well. */
  startBaton(databaseUrl: string, more?: Record<string, string>): Promise<Baton>;
  /** Starts the compiled server alone, with a PostgreSQL of its own and the demonstration, in a folder of this name. */
  startAlone(name: string): Promise<Baton>;
  /** Starts a program of this folder; it ends with the channel to it. */
  startProgram(name: string, ...values: string[]): ChildProcess;
  tokenOf(asker: Asker): Promise<string>;
}

const CONNECTIONS = 100;
const BUILT = path.join(__dirname, '..', '..');
const MANIFEST = path.join(BUILT, '..', 'package.json');

/** Starts a PostgreSQL of the bench's own, as durable as the one that `npm start` brings. */
export async function startStage(shutdown: Shutdown): Promise<Stage> {
  const dataDirectory = temporaryDataDirectory();
  const settings = readSettings({ DATA_DIR: dataDirectory });
  shutdown.add(async () => rmSync(dataDirectory, { recursive: true, force: true }));
  const watchdog = startWatchdog(dataDirectory, shutdown);
  const server = await startEmbedded({ dataDirectory, durable: true, connections: CONNECTIONS });
  shutdown.add(async () => {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
  });
  await prepare(server.url('baton'));
  return {
    settings,
    async database(name, template = server.url('baton')) {
      await onServer(server.url('postgres'), `create database ${name} template ${new URL(template).pathname.slice(1)}`);
      return withDatabase(template, name);
    },
    async startBaton(databaseUrl, more) {
      const settings = { DATABASE_URL: databaseUrl, DATA_DIR: dataDirectory, PORT: '0', DEMO: 'false', ...more };
      const child = spawnBaton(settings);
      watchdog.stdin?.write(`${child.pid}\n`);
      const stop = () => ended(child);
      shutdown.add(stop);
      return { pid: child.pid!, url: await greeted(child), stop };
    },
    async startAlone(name) {
      // As npm sets it: the server then ends with this process, and its PostgreSQL with it.
      const env = { npm_lifecycle_event: 'start', DATA_DIR: path.join(dataDirectory, name), PORT: '0' };
      const child = spawnBaton(env);
      const stop = () => ended(child);
      shutdown.add(stop);
      return { pid: child.pid!, url: await greeted(child), stop };
    },
    startProgram(name, ...values) {
      const child = fork(path.join(__dirname, `${name}.js`), values, { execArgv: [] });
      shutdown.add(() => ended(child));
      return child;
    },
    tokenOf: (asker) => signLocally(settings, asker, PEOPLE[asker]),
  };
}

async function prepare(url: string): Promise<void> {
  await migrate(url);
  const db = await openDatabase({ url, poolSize: 2 });
  await introducePeople(db);
  await db.close();
}

function startWatchdog(dataDirectory: string, shutdown: Shutdown): ChildProcess {
  const watchdog = spawn(process.execPath, [path.join(__dirname, 'watchdog.js'), dataDirectory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shutdown.add(async () => void watchdog.kill('SIGKILL'));
  return watchdog;
}

/** One token stands for a hundred people here. */
const NO_BUDGETS = { REQUESTS_A_MINUTE: '0', OBJECTS_A_MINUTE: '0' };

function spawnBaton(settings: Record<string, string>): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { scripts: { start: string } };
  const flags = /node (.*)dist\/src\/main\.js/.exec(scripts.start)?.[1]?.split(' ').filter(Boolean) ?? [];
  return spawn(process.execPath, [...flags, ...process.execArgv, path.join(BUILT, 'src', 'main.js')], {
    env: { PATH: process.env.PATH, ...NO_BUDGETS, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Its log is read on and thrown away: a full pipe would stop it. */
function greeted(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer) => {
      output += text;
      const url = /listens on (http:\/\/[^/\s]+)/.exec(output)?.[1];
      if (!url) return;
      child.stdout?.off('data', read).resume();
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.once('exit', () => reject(new Error('The server ended before it listened')));
  });
}

/** What a program answers to a message. Throws where it ends instead. */
export function answerOf<T>(program: ChildProcess, message: object): Promise<T> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('A program of the bench has ended'));
    program.once('exit', lost);
    program.once('message', (answer) => {
      program.off('exit', lost);
      resolve(answer as T);
    });
    program.send(message);
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
