import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import net from 'node:net';
import { isNativeError } from 'node:util/types';
import { StartFailure } from '../../start-failure';

const TELLS_WITHIN_MS = 1_000;

/** Held until it is released or its process ends, however that happens. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only Baton that uses a folder. The lock is a name that the process listens at: unlike a
 * file it cannot outlive the process. Throws a StartFailure, with the holder's process id, where another has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const name = lockName(folder);
  const server = net.createServer((socket) => socket.on('error', () => {}).end(String(process.pid)));
  if (!(await listened(server, name))) {
    const holder = await holderOf(name);
    if (holder !== undefined || !(await listenedAgain(server, name))) throw alreadyRuns(folder, holder);
  }
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** Named after the folder itself and not its path, so that links and mounts to it are the same lock. */
function lockName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  if (process.platform === 'linux') return `\0baton-${dev}-${ino}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\baton-${dev}-${ino}`;
  return `/tmp/baton-${dev}-${ino}.sock`;
}

async function listened(server: net.Server, name: string): Promise<boolean> {
  server.listen(name);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (isNativeError(error) && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Only macOS leaves the name behind, as a file at which nobody listens. */
async function listenedAgain(server: net.Server, name: string): Promise<boolean> {
  if (name.startsWith('/')) rmSync(name, { force: true });
  return listened(server, name);
}

/** The process id of the holder, `unknown` where it is too busy to tell; undefined where nobody listens. */
async function holderOf(name: string): Promise<string | undefined> {
  const socket = net.connect(name).setEncoding('utf8');
  let holder: string | undefined;
  try {
    await once(socket, 'connect');
    holder = 'unknown';
    [holder] = await once(socket, 'data', { signal: AbortSignal.timeout(TELLS_WITHIN_MS) });
  } catch {
    // What is known by now is the answer.
  }
  socket.destroy();
  return holder;
}

function alreadyRuns(folder: string, holder = 'unknown'): StartFailure {
  return new StartFailure(
    `Baton already runs on ${folder} (process ${holder}): stop it first, or set DATA_DIR to another folder`,
  );
}
