import { execFileSync } from 'node:child_process';
import { readlinkSync, realpathSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { StartFailure } from '../../start-failure';
import { launch } from './child';
import { pidFileOf, readPidFile } from './pid-file';
import type { ServerPlace } from './place';
import { executable } from './program';

const POLL_MS = 10;
const ENDS_WITHIN_MS = 30_000;

/**
 * Ends the PostgreSQL that a killed Baton left running on the cluster, so that each start has its own with its own
 * settings and no transaction of the dead one holds a lock. The caller holds the folder's lock: nobody uses it.
 * Throws a StartFailure where it does not end.
 */
export async function endSurvivor(place: ServerPlace, programs: string): Promise<void> {
  const left = readPidFile(place.cluster);
  if (!left) return;
  if (!serves(left.pid, place.cluster)) return removeStalePidFile(left.pid, place.cluster);
  await interrupt(left.pid, programs);
  const deadline = Date.now() + ENDS_WITHIN_MS;
  while (serves(left.pid, place.cluster)) {
    if (Date.now() > deadline)
      throw new StartFailure(`PostgreSQL of an earlier start (process ${left.pid}) does not end`);
    await sleep(POLL_MS);
  }
}

/** Asks a PostgreSQL server to roll back what it is doing and end ("fast shutdown"). */
export async function interrupt(pid: number, programs: string): Promise<void> {
  if (process.platform !== 'win32') process.kill(pid, 'SIGINT');
  // Windows has no signals; PostgreSQL has its own, which only its own programs can send.
  else await launch(executable(programs, 'pg_ctl'), ['kill', 'INT', String(pid)], undefined).ended;
}

/** PostgreSQL refuses to start beside any living process with the number in its pid file, whatever that process is. */
function removeStalePidFile(pid: number, cluster: string): void {
  if (isAlive(pid)) rmSync(pidFileOf(cluster), { force: true });
}

/** Whether a process is the PostgreSQL of this cluster, not one that got its number since the machine restarted. */
function serves(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    if (process.platform === 'win32') return isAlive(pid);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isNativeError(error) && 'code' in error && error.code === 'EPERM';
  }
}
