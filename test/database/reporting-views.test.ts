import pg from 'pg';
import { columnsOfRows, ROWS } from '../../src/rows';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';
import { type RowKind, readRows } from '../harness/rows';

const KINDS = Object.keys(ROWS) as RowKind[];
const REPORT = `query ($groupBy: [ReportDimension!]!, $until: Month!) {
  commissionReport(period: "2026-01", until: $until, groupBy: $groupBy) {
    rows { payeeKey dealKey amount { amount currency } } } }`;

let api: Api;
let reader: pg.Client;

beforeAll(async () => {
  api = await startApi();
  for (const [ae, second, currency] of [
    ['ae-1', 'ae-2', 'GBP'],
    ['ae-2', 'ae-3', 'EUR'],
    ['ae-1', 'ae-3', 'GBP'],
  ] as const) {
    const { key } = await openDeal(api, { accountExecutive: ae, currency });
    await record(api, key, heldHandoff(ae, second));
    await api.ask(
      'dl-1',
      `mutation { createRisk(input: { deal: "${key}", description: "=1+1", likelihood: LOW })
      { errors { message } } }`,
    );
    await api.ask(
      'ad-1',
      `mutation { createCommitment(input: { deal: "${key}", words: "By May",
      promisedTo: "Iris Marsh", promisedBy: "${ae}", dueOn: "2026-05-01" }) { errors { message } } }`,
    );
  }
  reader = new pg.Client({ connectionString: api.databaseUrl, options: '-c TimeZone=UTC', types: { getTypeParser } });
  await reader.connect();
  await reader.query('set role baton_reader');
});
afterAll(async () => {
  await reader.end();
  await api.stop();
});

test.each(KINDS)('SQL and GraphQL give the same %s rows', async (kind) => {
  const { type, view } = ROWS[kind];
  const { nodes } = await readRows(api, kind);
  expect(nodes.length).toBeGreaterThanOrEqual(3);
  const { rows } = await reader.query(`select * from ${view} order by updated_at, id`);
  const shown = columnsOfRows(type).map(({ name, column }) => [name, column] as const);
  expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => shown.map(([, column]) => column)));
  const inGraphQL = nodes.map((node) => shown.map(([name]) => node[name]));
  expect(rows.map((row) => shown.map(([, column]) => row[column]))).toEqual(inGraphQL);
});

test.each([[['PAYEE']], [['DEAL', 'PAYEE']]])(
  'what SQL, GraphQL and finance say was released adds up to the same, by %j',
  async (groupBy) => {
    const until = new Date().toISOString().slice(0, 7);
    const { data } = await api.ask<{ commissionReport: { rows: ReportRow[] } }>('fin-1', REPORT, { groupBy, until });
    const keyOf = (payee: unknown, deal: unknown, currency: unknown) =>
      groupBy.length === 1 ? `${payee} ${currency}` : `${deal} ${payee} ${currency}`;
    const finance = data!.commissionReport.rows.map(
      ({ payeeKey, dealKey, amount }) => [keyOf(payeeKey, dealKey, amount.currency), amount.amount] as const,
    );
    const { nodes } = await readRows(api, 'commission');
    const graphQL = new Map<string, bigint>();
    for (const { payee, dealKey, currency, released } of nodes) {
      const key = keyOf(payee, dealKey, currency);
      graphQL.set(key, (graphQL.get(key) ?? 0n) + BigInt(String(released).replace('.', '')));
    }
    const { rows } = await reader.query<{ payee: string; deal: string; currency: string; sum: string }>(
      `select payee, ${groupBy.length === 1 ? "''" : 'deal_key'} as deal, currency, sum(released)::text as sum
       from ${ROWS.commission.view} where not deleted group by 1, 2, 3`,
    );
    const sql = rows.map(({ payee, deal, currency, sum }) => [keyOf(payee, deal, currency), sum] as const);
    const nonZero = (all: readonly (readonly [string, string])[]) =>
      new Map([...all].filter(([, amount]) => Number(amount) !== 0).sort());
    expect(nonZero(finance).size).toBeGreaterThanOrEqual(3);
    expect(nonZero(sql)).toEqual(nonZero(finance));
    expect(nonZero([...graphQL].map(([key, minor]) => [key, decimal(minor)]))).toEqual(nonZero(finance));
  },
);

describe('the role that only reads', () => {
  test('reads the views and whether they are settled, and nothing else', async () => {
    const { rows } = await reader.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
         and has_table_privilege('baton_reader', c.oid, 'SELECT')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(KINDS.flatMap(viewsOf).sort());
    expect((await reader.query("select reporting.settled_until() < now() + interval '1 s' as is")).rows).toEqual([
      { is: true },
    ]);
  });

  test.each([
    'select * from deal',
    'select * from person',
    'select * from handoff_package',
    'delete from reporting.deal_rows_v1',
    "update reporting.risk_rows_v1 set description = 'x'",
    'create table reporting.mine (id int)',
    'create view reporting.mine as select 1',
    'create or replace function reporting.settled_until() returns timestamptz language sql as $$ select now() $$',
    "copy reporting.deal_rows_v1 to program 'cat'",
  ])('cannot %s', async (statement) => {
    await expect(reader.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|55000|42P01)$/),
    });
  });
});

test('nothing in the rows is a phone number or an email of a contact', () => {
  const columns = KINDS.flatMap((kind) => columnsOfRows(ROWS[kind].type).map(({ column }) => column));
  expect(columns.filter((column) => /phone|email|contact/.test(column))).toEqual(['point_of_contact']);
});

/** Days as they are, and instants as the API has them. */
function getTypeParser(oid: number): (text: string) => unknown {
  if (oid === pg.types.builtins.DATE) return (text) => text;
  if (oid === pg.types.builtins.TIMESTAMPTZ) return (text) => new Date(text).toISOString();
  return pg.types.getTypeParser(oid);
}

function viewsOf(kind: RowKind): string[] {
  const source: { view: string; parts?: readonly string[] } = ROWS[kind];
  return [source.view, ...(source.parts ?? [])];
}

interface ReportRow {
  payeeKey: string;
  dealKey: string;
  amount: { amount: string; currency: string };
}

function decimal(minor: bigint): string {
  const text = minor.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
