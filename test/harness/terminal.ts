import { spawn } from 'node:child_process';
import path from 'node:path';

const BATON = path.join(__dirname, '..', '..', 'src', 'terminal', 'baton.cjs');

/** What a command said, and how it ended. */
export interface Said {
  code: number | null;
  out: string;
  error: string;
}

/** Runs `npx baton handoff …` in a process of its own; `input` comes piece by piece, as people and pipes write. */
export async function atTerminal(
  args: readonly string[],
  input: string | Uint8Array | readonly string[] = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BATON, 'handoff', ...args], { env: { PATH, ...env } });
  const said: Said = { code: null, out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.error += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const piece of Array.isArray(input) ? input : [input]) {
    child.stdin.write(piece);
    if (Array.isArray(input)) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  child.stdin.end();
  said.code = await ended;
  return said;
}

const PAUSE_MS = 200;
