import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { ServerAccount } from './account';
import { ProgramFailed } from './failure';

const LONGEST_OUTPUT = 4096;

/** A running program of PostgreSQL. */
export interface ServerProgram {
  readonly process: ChildProcess;
  /** Resolves when it ended well; throws a ProgramFailed with the end of what it wrote otherwise. */
  readonly ended: Promise<void>;
}

/**
 * Starts a program of PostgreSQL as the account, in a session of its own: Ctrl-C reaches Baton alone, which then ends
 * PostgreSQL when its own work is done.
 */
export function launch(file: string, args: readonly string[], account: ServerAccount | undefined): ServerProgram {
  const child = spawn(file, args, {
    ...account,
    cwd: tmpdir(),
    env: environment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { process: child, ended: ending(child, file) };
}

function ending(child: ChildProcess, file: string): Promise<void> {
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-LONGEST_OUTPUT);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new ProgramFailed(file, error.message, 'it does not run here')));
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new ProgramFailed(file, output, signal ?? `code ${code}`)),
    );
  });
}

/** PG… variables would change the server's settings behind our back, and other secrets are none of its business. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C', TZ: 'UTC' };
}
