import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = 250;
const KB_A_MB = 1_024;

/** Looks at the resident memory of a process, in MB, until it is asked for what it saw. */
export function watchMemory(pid: number): () => number[] {
  const seen = [residentMb(pid)];
  const looking = setInterval(() => seen.push(residentMb(pid)), EVERY_MS);
  return () => {
    clearInterval(looking);
    return seen;
  };
}

/** Not every Linux has ps, and nothing but Linux has /proc. */
function residentMb(pid: number): number {
  const text =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(text) / KB_A_MB;
}
