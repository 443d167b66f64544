import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
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

/** The server of TEST_DATABASE_URL if that is set, or an embedded one of our own in a temporary folder. */
export async function testServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, ours: false, stop: async () => {} };
  const dataDirectory = temporaryDataDirectory();
  endWithThisProcess(dataDirectory);
  const server = await startEmbedded({ dataDirectory, durable: false, connections: CONNECTIONS });
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
  const dataDirectory = process.argv[1];
  process.stdin.resume().on('close', () => {
    if (!fs.existsSync(dataDirectory + '/postgres')) return;
    const folder = fs.realpathSync(dataDirectory + '/postgres');
    try {
      process.kill(Number.parseInt(fs.readFileSync(folder + '/cluster/postmaster.pid', 'utf8'), 10), 'SIGQUIT');
    } catch {}
    const remove = () => [folder, dataDirectory].forEach((gone) => fs.rmSync(gone, { recursive: true, force: true }));
    setTimeout(remove, 1000);
  });`;

function endWithThisProcess(dataDirectory: string): void {
  const watchdog = spawn(process.execPath, ['-e', WATCHDOG, dataDirectory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as Socket).unref();
}
