import assert from 'node:assert/strict';
import { openDatabase } from '../../src/database';
import { FACTS_MAX } from '../../src/recording';
import { onServer } from '../harness/database';
import { Client } from './client';
import { openAll, parts, record, recordingOf, type Stated, statedOf, type Told } from './deals';
import { memoryDuring } from './memory';
import { median, rate } from './rounds';
import type { Stage } from './stage';
import { storyOf } from './stories';
import type { Line, Remark } from './table';

const FACTS = 100_000;
const DEALS = 8_000;
const CALLS_IN_FLIGHT = 4;
const FIRST_OPENED = Date.parse('2024-01-08T09:00Z');
const MS_AN_HOUR = 3_600_000;

/** An import of many histories, a thousand facts a call, and the memory of the server meanwhile. */
export async function benchBulk(stage: Stage): Promise<(Line | Remark)[]> {
  const url = await stage.database('bulk');
  const lanes = lanesOf(await openDealsOf(url, stage.settings.poolSize));
  const baton = await stage.startBaton(url);
  const client = new Client(baton.url, await stage.tokenOf('ad-1'), CALLS_IN_FLIGHT);
  const recordLane = async (calls: readonly string[]) => {
    for (const call of calls) await record(client, call);
  };
  let factsPerSecond = 0;
  const megabytes = await memoryDuring(baton.pid, async () => {
    factsPerSecond = await rate(FACTS, () => Promise.all(lanes.map(recordLane)));
  });
  client.close();
  await baton.stop();
  const [counted] = await onServer<{ count: string }>(url, 'select count(*) from deal_event');
  assert.equal(Number(counted?.count), FACTS);
  return [
    { what: `(d) ${FACTS} facts over ${DEALS} deals, facts a second`, ours: [factsPerSecond], target: '≥ 5,000/s' },
    { what: '    resident memory of the server', remark: inQuarters(megabytes), target: 'flat' },
  ];
}

async function openDealsOf(url: string, poolSize: number): Promise<Told[]> {
  const db = await openDatabase({ url, poolSize });
  const stories = Array.from({ length: DEALS }, (_, index) =>
    storyOf(index, 12 + (index % 2), FIRST_OPENED + index * MS_AN_HOUR),
  );
  const told = await openAll(db, stories);
  await db.close();
  return told;
}

/**
 * The calls of each lane, one after the other: its deals' facts in the order in which they happened, as the log of
 * another system has them, so that a call is about hundreds of deals.
 */
function lanesOf(told: readonly Told[]): string[][] {
  const lanes = parts(told, told.length / CALLS_IN_FLIGHT).map((deals) => deals.flatMap(statedOf));
  assert.equal(lanes.flat().length, FACTS);
  const asHappened = (a: Stated, b: Stated) => Date.parse(a.event.occurredAt) - Date.parse(b.event.occurredAt);
  return lanes.map((facts) => parts(facts.sort(asHappened), FACTS_MAX).map(recordingOf));
}

/** The median of each quarter of the run. */
function inQuarters(seen: readonly number[]): string {
  const quarters = parts(seen, Math.ceil(seen.length / 4)).map((quarter) => Math.round(median(quarter)));
  return `${quarters.join(', ')} MB by quarters, ${Math.round(Math.max(...seen))} at most`;
}
