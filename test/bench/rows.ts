import assert from 'node:assert/strict';
import autocannon from 'autocannon';
import { onServer } from '../harness/database';
import { Client } from './client';
import { ledgerOf } from './ledger-lines';
import { memoryDuring } from './memory';
import { inTurn } from './rounds';
import { PAGE, type PlaceOfRows, QUERY, SQL } from './rows-query';
import { answerOf, type Stage } from './stage';
import type { Line, Remark } from './table';

const MONTHS = 60;
const CONNECTIONS = 10;
const ROUND_SECONDS = 3;

interface Rows {
  commissionRows: { nodes: (PlaceOfRows & object)[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** A page of payments out of a million, against a plain server that sends what json_agg gives; then all of them. */
export async function benchRows(stage: Stage): Promise<(Line | Remark)[]> {
  const url = await ledgerOf(stage, 'rows', MONTHS);
  await assertIndexed(url);
  const token = await stage.tokenOf('an-1');
  const baton = await stage.startBaton(url);
  const client = new Client(baton.url, token, 1);
  const floor = stage.startProgram('rows-floor', url, String(stage.settings.poolSize));
  const { commissionRows } = await client.ask<Rows>(bodyAfter(null));
  const body = bodyAfter(commissionRows.pageInfo.endCursor);
  const port = await answerOf<number>(floor, commissionRows.nodes.at(-1)!);
  const [ours, theirs] = [`${baton.url}/graphql`, `http://127.0.0.1:${port}/graphql`];
  await assertSame([ours, theirs], token, body);
  for (const warm of [ours, theirs]) await pagesPerSecond(warm, token, body);
  const page = await inTurn(
    () => pagesPerSecond(ours, token, body),
    () => pagesPerSecond(theirs, token, body),
  );
  let [read, seconds] = [0, 0];
  const memory = await memoryDuring(baton.pid, async () => {
    const begun = performance.now();
    read = await readAll(client);
    seconds = (performance.now() - begun) / 1_000;
  });
  const [{ count } = { count: 0 }] = await onServer<{ count: number }>(url, COUNT);
  assert.equal(read, count);
  client.close();
  await baton.stop();
  floor.kill();
  return [
    { what: '(g) a page of 1,000 commission rows, pages a second', ...page, against: 'by json_agg', target: '≥ 0.70' },
    { what: `    all ${count.toLocaleString('en-GB')} rows page by page, rows a second`, ours: [read / seconds] },
    { what: '    memory meanwhile, MB', ours: [Math.max(...memory)], target: '≤ 200' },
  ];
}

const COUNT = 'select count(*)::int as count from commission_payment';

function bodyAfter(after: string | null): string {
  return JSON.stringify({ query: QUERY, variables: { first: PAGE, after } });
}

/** How many rows there are, as a reader finds who goes on until a page is empty. */
async function readAll(client: Client): Promise<number> {
  let read = 0;
  for (let after: string | null = null; ; ) {
    const { commissionRows }: Rows = await client.ask<Rows>(bodyAfter(after));
    if (commissionRows.nodes.length === 0) return read;
    read += commissionRows.nodes.length;
    after = commissionRows.pageInfo.endCursor;
  }
}

/** A floor that has to sort all payments would be none. */
async function assertIndexed(url: string): Promise<void> {
  const plan = await onServer(url, `explain ${SQL.replace('$1', "'2024-01-01Z'").replace('$2', "'0'")}`);
  assert.match(JSON.stringify(plan), /Index Scan using commission_payment_by_change/);
}

/** Both give the same rows, whatever the order of their columns. */
async function assertSame(urls: readonly [string, string], token: string, body: string): Promise<void> {
  const [ours, theirs] = await Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { method: 'POST', headers: headers(token), body });
      return (await answer.json()) as { data: Rows };
    }),
  );
  assert.equal(ours?.data.commissionRows.nodes.length, PAGE);
  assert.deepEqual(ours?.data.commissionRows.nodes, theirs?.data.commissionRows.nodes);
}

async function pagesPerSecond(url: string, token: string, body: string): Promise<number> {
  const asked = { method: 'POST', headers: headers(token), body } as const;
  const result = await autocannon({ ...asked, url, connections: CONNECTIONS, duration: ROUND_SECONDS });
  assert.equal(result.non2xx + result.errors, 0);
  return result.requests.total / result.duration;
}

function headers(token: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
}
