import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../src/database';

/** The PostgreSQL server of a test run. */
export interface TestServer {
  /** The URL of a database on it from which others can be made. */
  readonly url: string;
  /** False for a server that was there before: what was made on it is to be dropped. */
  readonly ours: boolean;
  stop(): Promise<void>;
}

const CONNECTIONS = 200;

/** The environment variable in which global-setup leaves the folder of the run for the test files. */
const RUN_FOLDER = 'BATON_TEST_FOLDER';

/** The server of TEST_DATABASE_URL if that is set, or an embedded one of our own in the folder of the run. */
export async function testServer(): Promise<TestServer> {
  const runFolder = makeRunFolder();
  const remove = async () => rmSync(runFolder, { recursive: true, force: true });
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, ours: false, stop: remove };
  const dataDirectory = temporaryDataDirectory();
  const server = await startEmbedded({ dataDirectory, durable: false, connections: CONNECTIONS });
  const stop = async () => {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
    await remove();
  };
  return { url: server.url('postgres'), ours: true, stop };
}

/** A data directory that does not exist yet. In a run of jest it goes with the run's folder, whatever is left in it. */
export function temporaryDataDirectory(): string {
  const name = `baton-test-${randomBytes(6).toString('hex')}`;
  return path.join(process.env[RUN_FOLDER] ?? tmpdir(), name);
}

/** PostgreSQL of root's tests runs as another user, who must be able to pass through. */
function makeRunFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-test-run-'));
  chmodSync(folder, 0o711);
  process.env[RUN_FOLDER] = folder;
  endWithThisProcess(folder);
  return folder;
}

/** Its standard input ends when this process does, even by kill -9: then it ends what is left and removes the files. */
const WATCHDOG = `
  const fs = require('node:fs');
  const runFolder = process.argv[1];
  const left = [runFolder];
  process.stdin.resume().on('close', () => {
    for (const entry of fs.existsSync(runFolder) ? fs.readdirSync(runFolder) : []) {
      const place = runFolder + '/' + entry + '/postgres';
      if (!fs.existsSync(place)) continue;
      left.push(fs.realpathSync(place));
      try {
        process.kill(Number.parseInt(fs.readFileSync(place + '/cluster/postmaster.pid', 'utf8'), 10), 'SIGQUIT');
      } catch {}
    }
    setTimeout(() => left.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })), 1000);
  });`;

function endWithThisProcess(runFolder: string): void {
  const watchdog = spawn(process.execPath, ['-e', WATCHDOG, runFolder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as Socket).unref();
}
