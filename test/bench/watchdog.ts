import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Its standard input has lines of process ids, and ends with the bench, even one that was killed: then it ends them.
 */
async function watch(dataDirectory: string): Promise<void> {
  let lines = '';
  for await (const text of process.stdin.setEncoding('utf8')) lines += text;
  for (const pid of lines.split('\n').filter(Boolean)) end(Number(pid), 'SIGKILL');
  const place = path.join(dataDirectory, 'postgres');
  if (!existsSync(place)) return;
  const folder = realpathSync(place);
  end(Number.parseInt(readFileSync(path.join(folder, 'cluster', 'postmaster.pid'), 'utf8'), 10), 'SIGQUIT');
  await sleep(1_000);
  for (const gone of [folder, dataDirectory]) rmSync(gone, { recursive: true, force: true });
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It had ended before.
  }
}

void watch(process.argv[2]!);
