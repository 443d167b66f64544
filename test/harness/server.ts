import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
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

/** The server of TEST_DATABASE_URL if that is set, or an embedded one of our own in a temporary folder. */
export async function testServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, ours: false, stop: async () => {} };
  const dataDirectory = temporaryDataDirectory();
  const server = await startEmbedded({ dataDirectory, durable: false, connections: CONNECTIONS });
  endWithThisProcess(server.folder, dataDirectory);
  const stop = async () => {
    await server.stop();
    for (const folder of [server.folder, dataDirectory]) rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url('postgres'), ours: true, stop };
}

/** A data directory that does not exist yet. */
export function temporaryDataDirectory(): string {
  return path.join(tmpdir(), `baton-test-${randomBytes(6).toString('hex')}`);
}

/** Its standard input ends when this process does, even by kill -9: then it ends the server and removes its files. */
const WATCHDOG = `
  const fs = require('node:fs');
  const [server, ...folders] = process.argv.slice(1);
  process.stdin.resume().on('close', () => {
    try {
      process.kill(Number.parseInt(fs.readFileSync(server + '/cluster/postmaster.pid', 'utf8'), 10), 'SIGQUIT');
    } catch {}
    setTimeout(() => [server, ...folders].forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })), 500);
  });`;

function endWithThisProcess(...folders: string[]): void {
  const watchdog = spawn(process.execPath, ['-e', WATCHDOG, ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
}
