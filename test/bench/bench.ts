import 'reflect-metadata';
import { cpus } from 'node:os';
import { Shutdown } from '../../src/server/shutdown';
import { onServer } from '../harness/database';
import { benchAttacked } from './attacked';
import { benchBulk } from './bulk';
import { benchFinance } from './finance';
import { benchJudging } from './judging';
import { benchListing } from './listing';
import { benchRows } from './rows';
import { benchSingleFacts } from './single';
import { type Stage, startStage } from './stage';
import { benchStarting } from './starting';
import { type Line, type Remark, table } from './table';

type Part = (stage: Stage) => Promise<(Line | Remark)[]>;

const PARTS: Readonly<Record<string, Part>> = {
  a: benchJudging,
  b: benchListing,
  c: benchSingleFacts,
  d: benchBulk,
  e: benchStarting,
  f: benchFinance,
  g: benchRows,
  h: benchAttacked,
};

/** `npm run bench` measures all parts, `npm run bench -- b` one; then everything that was started is ended. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no part of the bench: ${Object.keys(PARTS).join(', ')}`);
  const stage = await startStage(shutdown);
  const lines: (Line | Remark)[] = [];
  for (const [name, part] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(name)) lines.push(...(await part(stage)));
  const [server] = await onServer<{ server_version: string }>(await stage.database('last'), 'show server_version');
  console.log(
    `Node ${process.version}, PostgreSQL ${server?.server_version}, ${cpus().length} cores of ${cpus()[0]?.model}`,
  );
  console.log(`Medians of all rounds, and the least and the most\n\n${table(lines)}`);
}

const shutdown = new Shutdown();
shutdown.onSignals();
main(process.argv.slice(2)).then(
  () => shutdown.exit(0),
  (error: unknown) => {
    console.error(error);
    return shutdown.exit(1);
  },
);
