import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryDataDirectory } from './server';

/** A server as `npm start` runs it. */
export interface Baton {
  readonly process: ChildProcess;
  /** Where it listens; rejects with what it wrote where it ends instead. */
  readonly url: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** What it wrote for people to read: standard error. */
  errors(): string;
}

const ROOT = path.join(__dirname, '..', '..');
const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Starts the compiled server with these settings alone; a free port and a new data directory if they do not say. */
export function startBaton(settings: Record<string, string>): Baton {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'src', 'main.js')], {
    // As npm sets it: the server then ends with its parent, so that none outlives a killed test run.
    env: { PATH, npm_lifecycle_event: 'start', PORT: '0', DEMO: 'false', DATA_DIR: newDataDirectory(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const url = greeting(child, ended, () => errors);
  url.catch(() => {});
  return { process: child, url, ended, errors: () => errors };
}

function greeting(child: ChildProcess, ended: Promise<unknown>, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      const url = /listens on (http:\/\/[^/\s]+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
    void ended.then((how) => reject(new Error(`ended (${how}): ${errors()}`)));
  });
}

/** A data directory that does not exist yet, and is removed by `removeAll`. */
export function newDataDirectory(): string {
  const folder = temporaryDataDirectory();
  folders.add(folder);
  return folder;
}

/** The process id of the PostgreSQL server in a data directory; undefined where none runs. */
export function postgresOf(dataDirectory: string): number | undefined {
  const file = path.join(dataDirectory, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** The superuser's URL of the embedded server that another process started in a data directory. */
export function urlOf(dataDirectory: string): string {
  const folder = path.join(dataDirectory, 'postgres');
  const port = readFileSync(path.join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://baton:${readFileSync(path.join(folder, 'password'), 'utf8')}@127.0.0.1:${port}/baton`;
}

/** Whether a process lives; one that has ended and whose parent did not ask how does not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !(process.platform === 'linux' && statOf(pid)[0] === 'Z');
  } catch {
    return false;
  }
}

/** The process group of a process, which is what Ctrl-C in a terminal reaches. */
export function groupOf(pid: number): string | undefined {
  if (process.platform === 'linux') return statOf(pid)[2];
  return execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/** What Linux tells of a process, from its state on; not every Linux has ps. */
function statOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
}

/** For afterAll: ends every server that was started here and its PostgreSQL, and removes their folders. */
export async function removeAll(): Promise<void> {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  for (const folder of folders) {
    const pid = postgresOf(folder);
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    const place = path.join(folder, 'postgres');
    if (existsSync(place))
      rmSync(realpathSync(place), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    rmSync(folder, { recursive: true, force: true });
  }
}
