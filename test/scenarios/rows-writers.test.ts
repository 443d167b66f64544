import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';
import { type Row, type RowKind, readAllRows, readRows } from '../harness/rows';

const WRITERS = 20;
const ROUNDS = 15;
const PEOPLE = 10;
const DEALS_OF_EACH = 4;
const DEALS = 8;

let api: Api;
const keys: string[] = [];

beforeAll(async () => {
  api = await startApi();
  for (let index = 0; index < DEALS; index++) {
    const { key } = await openDeal(api);
    await record(api, key, heldHandoff('ae-1', 'ae-2'));
    keys.push(key);
  }
}, 60_000);
afterAll(() => api.stop());

describe('while somebody writes slowly', () => {
  test('what was written after them waits for them, and nothing is read before what came first', async () => {
    const { cursor } = await readAllRows(api, 'deal', 100);
    const slow = await writer();
    await slow.query('begin');
    await change(slow, keys[0]!);
    await change(api.db, keys[1]!);
    const during = await readRows(api, 'deal', { after: cursor });
    expect(during.nodes).toEqual([]);
    await slow.query('commit');
    await slow.end();
    const { rows } = await readAllRows(api, 'deal', 100, cursor);
    expect(rows.map(({ dealKey }) => dealKey)).toEqual([keys[0], keys[1]]);
  });

  test('whoever may read the views knows of it, whatever their names, also within a transaction', async () => {
    const reader = await connected('baton_reader');
    await reader.query('begin');
    const before = await settledUntil(reader);
    const slow = await writer();
    await slow.query('begin');
    await change(slow, keys[0]!);
    const began = await slow.query<{ now: Date }>('select now()');
    await sleep(20);
    const during = await settledUntil(reader);
    await slow.query('commit');
    expect(during.getTime()).toBe(began.rows[0]!.now.getTime());
    expect(before.getTime()).toBeLessThanOrEqual(during.getTime());
    expect((await settledUntil(reader)).getTime()).toBeGreaterThan(during.getTime());
    for (const client of [reader, slow]) await client.end();
  });

  test('who only reads for long holds nobody up', async () => {
    const { cursor } = await readAllRows(api, 'deal', 100);
    const long = await writer();
    await long.query('begin isolation level repeatable read');
    await long.query('select count(*) from deal');
    await change(api.db, keys[2]!);
    await sleep(5);
    expect((await readAllRows(api, 'deal', 100, cursor)).rows.map(({ dealKey }) => dealKey)).toEqual([keys[2]]);
    await long.end();
  });

  test('who gives up leaves nothing, and the next read has what waited', async () => {
    const { cursor } = await readAllRows(api, 'deal', 100);
    const slow = await writer();
    await slow.query('begin');
    await change(slow, keys[3]!);
    await change(api.db, keys[4]!);
    await slow.end();
    await sleep(50);
    expect((await readAllRows(api, 'deal', 100, cursor)).rows.map(({ dealKey }) => dealKey)).toEqual([keys[4]]);
  });
});

describe('twenty writers, ten people, and a reader that goes on from cursor to cursor', () => {
  const kinds: RowKind[] = ['commission', 'deal', 'sla', 'risk', 'commitment'];
  const seen: Record<string, Row[]> = {};

  beforeAll(async () => {
    let isWriting = true;
    const reading = Promise.all(
      kinds.map(async (kind) => {
        seen[kind] = [];
        let cursor: string | null = null;
        while (isWriting) cursor = await readOn(kind, cursor);
        await sleep(20);
        await readOn(kind, cursor);
      }),
    );
    const writing = Array.from({ length: WRITERS }, (_, index) => write(index));
    const working = Array.from({ length: PEOPLE }, () => work());
    await Promise.all([...writing, ...working]);
    isWriting = false;
    await reading;
  }, 120_000);

  async function readOn(kind: RowKind, after: string | null): Promise<string | null> {
    const { rows, cursor } = await readAllRows(api, kind, 7, after);
    seen[kind]!.push(...rows);
    return cursor;
  }

  test.each(kinds)('leave the reader of %s rows with what there is', async (kind) => {
    const copy = new Map(seen[kind]!.map((row) => [row.id, row]));
    const { rows } = await readAllRows(api, kind, 1_000);
    expect([...copy.values()].sort(byId)).toEqual([...rows].sort(byId));
  });

  test.each(kinds)('give no version of a %s row twice, and none before an earlier one', (kind) => {
    const places = seen[kind]!.map(({ updatedAt, id }) => `${updatedAt} ${id}`);
    expect(places.length).toBeGreaterThanOrEqual(PEOPLE * DEALS_OF_EACH);
    expect(places).toEqual([...new Set(places)].sort());
  });
});

/** Changes of some deals in transactions of their own: in every other the writer takes its time before it commits. */
async function write(index: number): Promise<void> {
  const client = await writer();
  for (let round = 0; round < ROUNDS; round++) {
    await client.query('begin');
    await sleep(Math.random() * 10);
    // In one order, so that no two of them wait for each other.
    for (const at of [index % DEALS, (index + round) % DEALS].sort()) {
      await change(client, keys[at]!);
      if (round % 2 === 0) await sleep(Math.random() * 30);
    }
    await client.query(round % 5 === 4 ? 'rollback' : 'commit');
  }
  await client.end();
}

/** What people do meanwhile, by the API: deals that are new, each with its facts, a risk and a promise. */
async function work(): Promise<void> {
  for (let deal = 0; deal < DEALS_OF_EACH; deal++) {
    const { key } = await openDeal(api);
    await record(api, key, heldHandoff('ae-1', 'ae-2'));
    const { errors } = await api.ask('ae-1', WRITE_DOWN, { deal: key });
    expect(errors).toBeUndefined();
  }
}

const WRITE_DOWN = `mutation ($deal: ID!) {
  createRisk(input: { deal: $deal, description: "Scope", likelihood: HIGH }) { errors { message } }
  createCommitment(input: { deal: $deal, words: "By May", promisedTo: "Iris Marsh", promisedBy: "ae-1", dueWeek: 4 }) {
    errors { message } }
}`;

/** A connection as any application has it that writes into the same tables. */
function writer(): Promise<pg.Client> {
  return connected('baton_app');
}

async function connected(role: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query(`set role ${role}`);
  return client;
}

async function settledUntil(reader: pg.Client): Promise<Date> {
  const { rows } = await reader.query<{ until: Date }>('select reporting.settled_until() as until');
  return rows[0]!.until;
}

async function change(on: { query(text: string, values: unknown[]): Promise<unknown> }, key: string): Promise<void> {
  for (const statement of CHANGES) await on.query(statement, [key]);
}

const CHANGES = [
  "update deal set updated_at = updated_at + interval '1 ms' where key = $1",
  `update commission_payment p set updated_at = p.updated_at + interval '1 ms'
   from deal d where d.id = p.deal_id and d.key = $1`,
  `update sla_clock c set updated_at = c.updated_at + interval '1 ms'
   from deal d where d.id = c.deal_id and d.key = $1`,
];

function byId(one: Row, other: Row): number {
  return one.id < other.id ? -1 : 1;
}
