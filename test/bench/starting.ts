import { setTimeout as sleep } from 'node:timers/promises';
import { memoryDuring } from './memory';
import type { Stage } from './stage';
import type { Remark } from './table';

const IDLES_MS = 3_000;

/** From the start of the process until it listens, and the memory that it keeps when nobody asks anything. */
export async function benchStarting(stage: Stage): Promise<Remark[]> {
  const first = await started(stage);
  const later = await started(stage);
  return [
    { what: '(e) first start, with the demonstration', remark: seconds(first), target: '≤ 5 s' },
    { what: '    later start', remark: seconds(later), target: '≤ 1.5 s' },
    { what: '    idle memory after the first start', remark: megabytes(first), target: '≤ 150 MB' },
    { what: '    idle memory after a later start', remark: megabytes(later), target: '≤ 150 MB' },
  ];
}

interface Started {
  tookMs: number;
  residentMb: number;
}

async function started(stage: Stage): Promise<Started> {
  const begun = performance.now();
  const baton = await stage.startAlone('starting');
  const tookMs = performance.now() - begun;
  const seen = await memoryDuring(baton.pid, () => sleep(IDLES_MS));
  await baton.stop();
  return { tookMs, residentMb: seen.at(-1)! };
}

function seconds({ tookMs }: Started): string {
  return `${(tookMs / 1_000).toFixed(2)} s`;
}

function megabytes({ residentMb }: Started): string {
  return `${Math.round(residentMb)} MB`;
}
