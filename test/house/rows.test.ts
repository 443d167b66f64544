import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Api, PEOPLE, startApi } from '../harness/api';
import { answered } from '../harness/deals';
import { readAllRows } from '../harness/rows';
import { letTheCastIn, Playing, type Step, stepsOf } from './steps';
import { happeningsOf, Story } from './story';

const PAGE = 'docs/rows.md';
const TEXT = readFileSync(path.join(__dirname, '..', '..', PAGE), 'utf8');
const STEPS = stepsOf(PAGE);
const HAPPENINGS = happeningsOf(PAGE);
const STATEMENTS = [...TEXT.matchAll(/```sql\n(.*?)```/gs)].map(([, statement]) => statement!);
const REPORT = `{ commissionReport(period: "2026-03", until: "2026-05", groupBy: [PAYEE]) {
  rows { payeeKey amount { amount currency } } } }`;

type Figure = readonly [payee: string, currency: string, released: string];

describe('the page on rows', () => {
  let api: Api;
  let playing: Playing;
  let story: Story;
  let reader: pg.Client;
  const untold = [...HAPPENINGS];
  beforeAll(async () => {
    api = await startApi(letTheCastIn);
    [playing, story] = [new Playing(api), new Story(api)];
    reader = new pg.Client({ connectionString: api.databaseUrl });
    await reader.connect();
    await reader.query('set role baton_reader');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await reader.end();
    await api.stop();
  });

  /** Lets happen what happened before a step, each at its time, and comes to the step's time. */
  async function arriveAt(step: Step): Promise<void> {
    const now = jest.spyOn(Date, 'now');
    while (untold[0] && untold[0].at <= step.at!) {
      const next = untold.shift()!;
      now.mockReturnValue(next.at);
      await story.happens(next);
    }
    now.mockReturnValue(step.at!);
  }

  test.each(STEPS)('$title', async (step) => {
    await arriveAt(step);
    expect(PEOPLE[step.asker]).toBe(step.role);
    const { given, expected } = await playing.ask(step);
    expect(given).toEqual(expected);
  });

  test('tells all that it says that happens', () => {
    expect(STEPS).toHaveLength(4);
    expect(untold).toEqual([]);
  });

  test('reads increments in SQL', async () => {
    const { rows } = await reader.query<{ settled_until: Date }>(STATEMENTS[0]!);
    const until = rows[0]!.settled_until;
    const read = async (from: string) => (await reader.query(STATEMENTS[1]!, [from, until])).rows;
    expect((await read('2026-01-01Z')).map(({ deal_key }) => deal_key)).toEqual([
      'D-2026-0002',
      'D-2026-0003',
      'D-2026-0001',
    ]);
    expect(await read(until.toISOString())).toEqual([]);
  });

  test('has the same figures in SQL, in rows and in the report, and shows them', async () => {
    const shown = (column: number): Figure[] =>
      [...TEXT.matchAll(/^\| (\S+) \| ([A-Z]{3}) \| (\S+) \| (\S+) \| (\S+) \|$/gm)].map((cells) => [
        cells[1]!,
        cells[2]!,
        cells[column]!,
      ]);
    const { rows } = await reader.query<{ payee: string; currency: string; sum: string }>(STATEMENTS[2]!);
    expect(rows.map(({ payee, currency, sum }): Figure => [payee, currency, sum])).toEqual(shown(3));
    expect(await figuresOfRows(api)).toEqual(shown(4));
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-05-09T09:00:00Z'));
    expect(await figuresOfReport(api)).toEqual(shown(5));
  });
});

/** What rows add up to, in minor units so that nothing is lost on the way. */
async function figuresOfRows(api: Api): Promise<Figure[]> {
  const sums = new Map<string, bigint>();
  for (const { payee, currency, released, deleted } of (await readAllRows(api, 'commission', 3)).rows) {
    const key = `${payee} ${currency}`;
    if (!deleted) sums.set(key, (sums.get(key) ?? 0n) + BigInt(String(released).replace('.', '')));
  }
  return [...sums].sort().map(([key, minor]) => {
    const [payee = '', currency = ''] = key.split(' ');
    return [payee, currency, minor.toString().replace(/(..)$/, '.$1')];
  });
}

async function figuresOfReport(api: Api): Promise<Figure[]> {
  type Report = { commissionReport: { rows: { payeeKey: string; amount: { amount: string; currency: string } }[] } };
  const { commissionReport } = answered(await api.ask<Report>('fin-1', REPORT));
  return commissionReport.rows
    .map(({ payeeKey, amount }): Figure => [payeeKey, amount.currency, amount.amount])
    .filter(([, , amount]) => amount !== '0.00')
    .sort();
}
