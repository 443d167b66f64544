import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isNativeError } from 'node:util/types';

/** What PostgreSQL writes down about itself while it runs, in `postmaster.pid`. */
export interface PidFile {
  readonly pid: number;
  /** The port of 127.0.0.1 on which it listens. */
  readonly port: number;
  /** Whether it takes connections: neither starting nor stopping. */
  readonly ready: boolean;
}

/** The pid file of a cluster; undefined where PostgreSQL has none there, or has only begun to write it. */
export function readPidFile(cluster: string): PidFile | undefined {
  const lines = linesOf(pidFileOf(cluster));
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined;
}

/** Its path. */
export function pidFileOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
