import { setTimeout as sleep } from 'node:timers/promises';
import { ROWS } from '../../src/rows';
import { formatMinor } from '../../src/rules';
import { MINOR_DIGITS } from '../../src/rules/currencies';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';
import { type Row, type RowKind, readAllRows, readRows, rowsQuery } from '../harness/rows';

const KINDS = Object.keys(ROWS) as RowKind[];

let api: Api;
let keys: string[];

beforeAll(async () => {
  api = await startApi();
  keys = [];
  for (let index = 0; index < 3; index++) {
    const { key } = await openDeal(api);
    await record(api, key, heldHandoff('ae-1', 'ae-2'));
    keys.push(key);
  }
  for (const [index, key] of keys.entries()) {
    await api.ask(
      'ae-1',
      `mutation { createRisk(input: { deal: "${key}", description: "Scope ${index}",
      likelihood: HIGH }) { errors { message } } }`,
    );
    await api.ask(
      'ae-1',
      `mutation { createCommitment(input: { deal: "${key}", words: "By May, ${index}",
      promisedTo: "Iris Marsh", promisedBy: "ae-1", dueWeek: 4 }) { errors { message } } }`,
    );
  }
});
afterAll(() => api.stop());

describe.each(KINDS)('rows of the type %s', (kind) => {
  test('are the same page by page as all at once, each once, in the order of instant and id', async () => {
    const { nodes, pageInfo } = await readRows(api, kind);
    expect(nodes.length).toBeGreaterThanOrEqual(3);
    expect(pageInfo.hasNextPage).toBe(false);
    const { rows } = await readAllRows(api, kind, 2);
    expect(rows).toEqual(nodes);
    const places = rows.map(({ updatedAt, id }) => `${updatedAt} ${id}`);
    expect(places).toEqual([...new Set(places)].sort());
  });

  test('end with an empty page, from which one goes on when something has changed', async () => {
    const { cursor } = await readAllRows(api, kind, 1_000);
    const { nodes, pageInfo } = await readRows(api, kind, { after: cursor });
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  test('can be cut by the instant of their change', async () => {
    const { nodes, settledUntil } = await readRows(api, kind);
    const from = nodes[1]!.updatedAt;
    const later = await readRows(api, kind, { updatedFrom: from, updatedTo: settledUntil });
    expect(later.nodes).toEqual(nodes.filter(({ updatedAt }) => updatedAt >= from));
    const earlier = await readRows(api, kind, { updatedTo: from });
    expect(earlier.nodes).toEqual(nodes.filter(({ updatedAt }) => updatedAt < from));
    expect(settledUntil > nodes.at(-1)!.updatedAt).toBe(true);
  });

  test('are for those who read the books, and nobody else', async () => {
    for (const asker of ['fin-1', 'an-1', 'ad-1'] as const)
      expect((await api.ask(asker, rowsQuery(kind), { first: 1 })).errors).toBeUndefined();
    for (const asker of ['ae-1', 'dl-1', 'am-1'] as const)
      expect((await api.ask(asker, rowsQuery(kind), { first: 1 })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test.each([
    [{ first: 1_001 }, 'first'],
    [{ first: 0 }, 'first'],
    [{ first: 1, after: 'nonsense' }, 'after'],
  ])('refuse %j', async (variables, path) => {
    const { errors } = await api.ask('an-1', rowsQuery(kind), variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });

  test('do not go on from where rows of another type ended', async () => {
    const { cursor: after } = await readAllRows(api, kind === 'deal' ? 'sla' : 'deal', 1_000);
    const { errors } = await api.ask('an-1', rowsQuery(kind), { first: 1, after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'after' });
  });

  test('cost two statements a page', async () => {
    await readRows(api, kind);
    for (const first of [1, 1_000])
      expect(await api.statementsOf(() => readRows(api, kind, { first }))).toHaveLength(2);
  });
});

describe('a row that changes', () => {
  test('comes again, later', async () => {
    const { rows, cursor } = await readAllRows(api, 'deal', 1_000);
    await record(api, keys[0]!, [['2026-04-20T09:00:00Z', { boardReportDelivered: { week: 12 } }]]);
    const again = await readAllRows(api, 'deal', 1_000, cursor);
    expect(again.rows.map(({ dealKey }) => dealKey)).toEqual([keys[0]]);
    expect(again.rows[0]!.updatedAt > rows.at(-1)!.updatedAt).toBe(true);
  });

  test('does so when the database says, not when the application would like', async () => {
    const { rows, cursor } = await readAllRows(api, 'deal', 1_000);
    await api.db.query("update deal set changed_at = '2001-01-01Z' where key = $1", [keys[0]]);
    const again = await readAllRows(api, 'deal', 1_000, cursor);
    expect(again.rows.map(({ dealKey }) => dealKey)).toEqual([keys[0]]);
    expect(again.rows[0]!.updatedAt > rows.at(-1)!.updatedAt).toBe(true);
  });

  test('to count for nothing is told to be deleted: the payments of whoever is a payee no more', async () => {
    const { cursor } = await readAllRows(api, 'commission', 1_000);
    const payees = [{ person: 'ae-1', shareBp: 10_000 }];
    await record(api, keys[1]!, [['2026-03-02T09:02:00Z', { splitAgreed: { payees } }]]);
    const { rows } = await readAllRows(api, 'commission', 1_000, cursor);
    const of = (payee: string) => rows.filter((row) => row.dealKey === keys[1] && row.payee === payee);
    expect(of('ae-1').map(({ deleted }) => deleted)).toEqual([false, false, false]);
    expect(of('ae-2').map(({ deleted, amount, released }) => [deleted, amount, released])).toEqual(
      Array.from({ length: 3 }, () => [true, '0.00', '0.00']),
    );
  });

  test('by time alone, as a clock that runs out, comes again with its deadline', async () => {
    const due = new Date(Date.now() + 2_500).toISOString();
    const [clock] = await api.db.query<{ id: string }>(
      `update sla_clock set status = 'RUNNING', met_at = null, due_at = $1 where sla = 'ASSIGN_AM'
       and deal_id = (select id from deal where key = $2) returning deal_id || ':' || sla as id`,
      [due, keys[2]],
    );
    const mine = (rows: Row[]) => rows.filter(({ id }) => id === clock!.id).map((row) => [row.status, row.updatedAt]);
    await sleep(20);
    const before = await readAllRows(api, 'sla', 1_000);
    expect(mine(before.rows)).toEqual([['RUNNING', expect.any(String)]]);
    expect(mine((await readAllRows(api, 'sla', 1_000, before.cursor)).rows)).toEqual([]);
    await sleep(Date.parse(due) + 100 - Date.now());
    expect(mine((await readAllRows(api, 'sla', 1_000, before.cursor)).rows)).toEqual([['BREACHED', due]]);
    expect(mine((await readAllRows(api, 'sla', 1_000)).rows)).toEqual([['BREACHED', due]]);
  });
});

test('amounts have the digits of their currency, in SQL as in the rules', async () => {
  const currencies = [...MINOR_DIGITS.keys()];
  const amounts = [0n, 1n, 7n, 144_000n, 999_999_999_999_999_999n];
  const rows = await api.db.query<{ currency: string; minor: string; amount: string }>(
    `select currency, minor::text, decimal_amount(minor, currency)::text as amount
     from unnest($1::text[]) as c (currency), unnest($2::bigint[]) as m (minor)`,
    [currencies, amounts.map(String)],
  );
  expect(rows).toHaveLength(currencies.length * amounts.length);
  for (const { currency, minor, amount } of rows)
    expect([currency, amount]).toEqual([currency, formatMinor(BigInt(minor), MINOR_DIGITS.get(currency)!)]);
});
