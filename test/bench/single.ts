import assert from 'node:assert/strict';
import { openDatabase } from '../../src/database';
import { recordFacts } from '../../src/recording';
import { rowCounts, startCapture } from './capture';
import { Client } from './client';
import { openAll, parts, RECORDER, record, recordingOf, statedOf, type Told } from './deals';
import { filledDatabase } from './filled';
import { inLanes, inTurn, rate, roundCount } from './rounds';
import { answerOf, type Stage } from './stage';
import { storyOf } from './stories';
import type { Line } from './table';

const DEALS_A_ROUND = 80;
const FACTS = 12;
const CONNECTIONS = 16;
const FIRST_OPENED = Date.parse('2025-01-06T09:00Z');
const MS_AN_HOUR = 3_600_000;

/** One fact a request, against the same rows written and committed by pg alone into a copy of the database. */
export async function benchSingleFacts(stage: Stage): Promise<Line[]> {
  const captured = await filledDatabase(stage, 'captured');
  const told = await openDealsOf(captured, stage.settings.poolSize);
  const [ours, theirs] = [await stage.database('single', captured), await stage.database('bare', captured)];
  await workOutRows(captured, told, stage.settings.poolSize);
  const writer = stage.startProgram('bare-writer', captured, theirs, String(CONNECTIONS));
  const baton = await stage.startBaton(ours);
  const token = await stage.tokenOf('ad-1');
  const rounds = parts(told, DEALS_A_ROUND);
  const ids = rounds.map((round) => round.map(({ deal }) => deal.dealId));
  const recordRound = (round: number) => recordOneByOne(new Client(baton.url, token, CONNECTIONS), rounds[round]!);
  const writeRound = (round: number) => answerOf<number>(writer, ids[round]!);
  await recordRound(roundCount);
  await writeRound(roundCount);
  const figures = await inTurn(recordRound, writeRound);
  await baton.stop();
  writer.kill();
  assert.deepEqual(await rowCounts(ours), await rowCounts(theirs));
  return [
    {
      what: `(c) one fact a request, ${CONNECTIONS} connections, facts a second`,
      ...figures,
      against: 'by bare pg',
      target: '≥ 0.5',
    },
  ];
}

async function openDealsOf(url: string, poolSize: number): Promise<Told[]> {
  const db = await openDatabase({ url, poolSize });
  const stories = Array.from({ length: DEALS_A_ROUND * (roundCount + 1) }, (_, index) =>
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

/**
 * Facts a second: each deal's in order, so many deals at once. Connections that idled would be closed by the server.
 */
async function recordOneByOne(client: Client, told: readonly Told[]): Promise<number> {
  const deals = told.map((one) => statedOf(one).map((stated) => recordingOf([stated])));
  const recordDeal = async (bodies: readonly string[]) => {
    for (const body of bodies) await record(client, body);
  };
  const factsPerSecond = await rate(deals.flat().length, () => inLanes(CONNECTIONS, deals, recordDeal));
  client.close();
  return factsPerSecond;
}
