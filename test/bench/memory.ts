import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = 250;
const KB_A_MB = 1_024;

/** The resident memory of a process while work is done, in MB. */
export async function memoryDuring(pid: number, work: () => Promise<unknown>): Promise<number[]> {
  const seen: number[] = [];
  const looking = setInterval(() => seen.push(residentMb(pid)), EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return seen;
}

/** Not every Linux has ps, and nothing but Linux has /proc. */
function residentMb(pid: number): number {
  const text =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(text) / KB_A_MB;
}
