import assert from 'node:assert/strict';
import { openDatabase } from '../../src/database';
import { recordFacts } from '../../src/recording';
import { rowCounts, startCapture } from './capture';
import { Client } from './client';
import { openAll, RECORDER, record, recordingOf, statedOf, type Told } from './deals';
import { filledDatabase } from './filled';
import { inLanes, inTurn, rate, roundCount } from './rounds';
import { answerOf, type Stage } from './stage';
import { storyOf } from './stories';
import type { Line } from './table';

/** Node compiles what runs often: a server that has just started works at a third of its pace. */
const WARM_UP_DEALS = 400;
const DEALS_A_ROUND = 80;
const FACTS = 12;
const CONNECTIONS = 16;
const FIRST_OPENED = Date.parse('2025-01-06T09:00Z');
const MS_AN_HOUR = 3_600_000;

/** One fact a request, against the same rows written and committed by pg alone into a copy of the database. */
export async function benchSingleFacts(stage: Stage): Promise<Line[]> {
  const { poolSize } = stage.settings;
  const captured = await filledDatabase(stage, 'captured');
  const told = await openDealsOf(captured, poolSize);
  const [warmUp, measured] = [told.slice(0, WARM_UP_DEALS), told.slice(WARM_UP_DEALS)];
  const [ours, theirs] = [await stage.database('single', captured), await stage.database('bare', captured)];
  await workOutRows(captured, measured, poolSize);
  const writer = stage.startProgram('bare-writer', captured, theirs, String(CONNECTIONS));
  const baton = await stage.startBaton(ours);
  const client = new Client(baton.url, await stage.tokenOf('ad-1'), CONNECTIONS);
  await recordOneByOne(client, warmUp);
  const ids = measured.map(({ deal }) => deal.dealId);
  const figures = await inTurn(
    (round) => recordOneByOne(client, partOf(measured, round)),
    (round) => answerOf<number>(writer, partOf(ids, round)),
  );
  client.close();
  await baton.stop();
  writer.kill();
  assert.deepEqual(await rowCounts(ours, ids), await rowCounts(theirs, ids));
  return [
    {
      what: `(c) one fact a request, ${CONNECTIONS} connections, facts a second`,
      ...figures,
      against: 'by bare pg',
      target: '≥ 0.5',
    },
  ];
}

function partOf<T>(items: readonly T[], round: number): T[] {
  return items.slice(round * DEALS_A_ROUND, (round + 1) * DEALS_A_ROUND);
}

async function openDealsOf(url: string, poolSize: number): Promise<Told[]> {
  const db = await openDatabase({ url, poolSize });
  const stories = Array.from({ length: WARM_UP_DEALS + DEALS_A_ROUND * roundCount }, (_, index) =>
    storyOf(index, FACTS, FIRST_OPENED + index * MS_AN_HOUR),
  );
  const told = await openAll(db, stories);
  await db.close();
  return told;
}

/** Records the same facts one by one in a database that keeps what each of them changes. */
async function workOutRows(url: string, told: readonly Told[], poolSize: number): Promise<void> {
  await startCapture(url);
  const db = await openDatabase({ url, poolSize });
  await inLanes(poolSize, told, async ({ deal, story }) => {
    for (const event of story.facts) await recordFacts(db, RECORDER, [{ deal: deal.key, event }]);
  });
  await db.close();
}

/** Facts a second: each deal's in order, so many deals at once. */
async function recordOneByOne(client: Client, told: readonly Told[]): Promise<number> {
  const deals = told.map((one) => statedOf(one).map((stated) => recordingOf([stated])));
  const recordDeal = async (bodies: readonly string[]) => {
    for (const body of bodies) await record(client, body);
  };
  return rate(deals.flat().length, () => inLanes(CONNECTIONS, deals, recordDeal));
}
