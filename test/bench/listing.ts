import assert from 'node:assert/strict';
import autocannon from 'autocannon';
import pino from 'pino';
import { openDatabase } from '../../src/database';

import { startGraphQL } from '../../src/server/graphql';
import { listen } from '../../src/server/http';
import { identityOf } from '../../src/server/known';
import { apiSchema } from '../../src/server/schema';
import { onServer } from '../harness/database';
import { NOWHERE } from '../harness/outlets';
import { Client } from './client';
import { filledDatabase } from './filled';
import { QUERY, SQL } from './listing-query';
import { inTurn } from './rounds';
import { answerOf, type Stage } from './stage';
import type { Line, Remark } from './table';

const CONNECTIONS = 10;
const ROUND_SECONDS = 3;
const BODY = JSON.stringify({ query: QUERY });

/** A page of deals with clocks and money, against a plain server that answers the same JSON with one statement. */
export async function benchListing(stage: Stage): Promise<(Line | Remark)[]> {
  const url = await filledDatabase(stage, 'listing');
  await assertIndexed(url);
  const token = await stage.tokenOf('fin-1');
  const statements = await statementsOf(stage, url, token);
  const baton = await stage.startBaton(url);
  const floor = stage.startProgram('listing-floor', url, String(stage.settings.poolSize));
  const port = await answerOf<number>(floor, {});
  const [ours, theirs] = [`${baton.url}/graphql`, `http://127.0.0.1:${port}/graphql`];
  await assertSame([ours, theirs], token);
  for (const warm of [ours, theirs]) await requestsPerSecond(warm, token);
  const figures = await inTurn(
    () => requestsPerSecond(ours, token),
    () => requestsPerSecond(theirs, token),
  );
  await baton.stop();
  floor.kill();
  return [
    { what: '(b) deals(first: 100), requests a second', ...figures, against: 'by one json_agg', target: '≥ 0.50' },
    { what: '    SQL statements a request', ours: [statements] },
  ];
}

/** What one request sends, counted within a server of this process: the third one, which finds all caches filled. */
async function statementsOf({ settings }: Stage, url: string, token: string): Promise<number> {
  const db = await openDatabase({ url, poolSize: settings.poolSize });
  const logger = pino({ level: 'silent' });
  const identity = identityOf(settings, db, logger);
  const end = await startGraphQL({
    schema: apiSchema(),
    db,
    identity,
    logger,
    files: { at: () => undefined },
    trustedOnlyRoles: [],
    traffic: settings.traffic,
    ...NOWHERE,
  });
  const server = await listen({ host: '127.0.0.1', port: 0, database: db, handler: end.handler });
  const client = new Client(server.url, token, 1);
  for (let warm = 0; warm < 2; warm++) await client.ask(BODY);
  let statements = 0;
  const forget = db.onStatement(() => statements++);
  await client.ask(BODY);
  forget();
  client.close();
  await server.close();
  await end.stop();
  await db.close();
  return statements;
}

/** A floor that has to sort all deals would be none. */
async function assertIndexed(url: string): Promise<void> {
  const plan = await onServer(url, `explain ${SQL.replaceAll('$1', '100').replaceAll('$2', 'now()')}`);
  assert.match(JSON.stringify(plan), /Index Scan using deal_by_key/);
}

/** Both give the same data, whatever the order of their keys. */
async function assertSame(urls: readonly [string, string], token: string): Promise<void> {
  const answers = await Promise.all(
    urls.map((url) => fetch(url, { method: 'POST', headers: headers(token), body: BODY })),
  );
  const [ours, theirs] = await Promise.all(answers.map((answer) => answer.json() as Promise<{ data: unknown }>));
  assert.deepEqual(ours?.data, theirs?.data);
}

async function requestsPerSecond(url: string, token: string): Promise<number> {
  const asked = { method: 'POST', headers: headers(token), body: BODY } as const;
  const result = await autocannon({ ...asked, url, connections: CONNECTIONS, duration: ROUND_SECONDS });
  assert.equal(result.non2xx + result.errors, 0);
  return result.requests.total / result.duration;
}

function headers(token: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
}
