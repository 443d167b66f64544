import { once } from 'node:events';
import { request } from 'node:http';
import { readSheet } from 'read-excel-file/node';
import { Database } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { CreateApiKeyDocument } from '../api/generated/operations';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered } from '../harness/deals';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const KNOWN = 'knownAt=2026-06-01T09:00:00Z';

let api: Api;
beforeAll(async () => {
  api = await startApi((db) => demonstrate(db, TODAY));
}, 60_000);
afterAll(() => api.stop());

const fetched = async (path: string, by: Asker = 'fin-1', init: RequestInit = {}) =>
  fetch(`${api.url}/downloads/${path}`, { ...init, headers: { authorization: `Bearer ${await api.tokenOf(by)}` } });
const csv = async (path: string, by: Asker = 'fin-1') => rowsOf(await (await fetched(path, by)).text());
const minor = (amount: string) => BigInt(amount.replace('.', ''));

/** The cells of a CSV file, as RFC 4180 has them. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') break;
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter(({ length }) => length > 0);
}

/** The rows by the names of their columns. */
function named([header, ...rows]: string[][]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header![index]!, cell])));
}

describe('a downloaded report', () => {
  const PATH = `period=2026-04&until=2026-05&groupBy=PAYEE,TRANCHE&${KNOWN}`;

  test('adds up to what the query says', async () => {
    const rows = named(await csv(`commission-report.csv?${PATH}`));
    const query = `{ commissionReport(period: "2026-04", until: "2026-05", groupBy: [PAYEE, TRANCHE],
      knownAt: "2026-06-01T09:00:00Z") { rows { lines } summary { closing { amount currency } held { amount } } } }`;
    const { data } = await api.ask<{
      commissionReport: {
        rows: object[];
        summary: { closing: { amount: string; currency: string }; held: { amount: string } }[];
      };
    }>('fin-1', query);
    const { summary, rows: asked } = data!.commissionReport;
    expect(rows).toHaveLength(asked.length);
    for (const { closing, held } of summary) {
      const own = rows.filter(({ currency }) => currency === closing.currency);
      expect(own.reduce((sum, row) => sum + minor(row.closing!), 0n)).toBe(minor(closing.amount));
      expect(own.reduce((sum, row) => sum + minor(row.held!), 0n)).toBe(minor(held.amount));
    }
  });

  test('is a file with a name that says what it is of and when it was known, and is kept by no cache', async () => {
    const { headers, status } = await fetched(`commission-report.csv?${PATH}`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="commission-report-2026-04-2026-05-known-2026-06-01T090000.000Z.csv"',
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['csv', 'xlsx'])('is the same to the byte when it is asked again as %s', async (format) => {
    const bytes = async () => Buffer.from(await (await fetched(`commission-report.${format}?${PATH}`)).arrayBuffer());
    const first = await bytes();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await bytes()).equals(first)).toBe(true);
  });

  test('is a spreadsheet in which amounts are numbers, and dates are dates', async () => {
    const answer = await fetched(`commission-lines.xlsx?period=2026-04&${KNOWN}`);
    const [header, ...rows] = await readSheet(Buffer.from(await answer.arrayBuffer()));
    const [amount, effectiveAt] = ['amount', 'effective at'].map((name) => header!.indexOf(name)) as [number, number];
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      expect(typeof row[amount]).toBe('number');
      expect(row[effectiveAt]).toBeInstanceOf(Date);
    }
    expect(rows.some((row) => (row[amount] as number) < 0)).toBe(true);
  });
});

describe('every file', () => {
  const FILES = [
    `commission-report.csv?period=2026-04&groupBy=DEAL`,
    'commission-lines.csv?period=2024-01&until=2026-12',
    'commission-statement.csv?payee=ae-1&period=2026-04',
    'commission-liability.csv?at=2026-04-30',
    'commission-forecast.csv',
    'handoff-health.csv?from=2026-01-01&to=2026-03-31&groupBy=DELIVERY_LEAD',
    'reconciliation.csv',
  ];

  test.each(FILES)('%s has a header and rows of as many cells', async (path) => {
    const [header, ...rows] = await csv(path);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === header!.length)).toBe(true);
  });

  test('of lines has all of them, once, over many batches', async () => {
    const rows = named(await csv('commission-lines.csv?period=2000-01&until=2099-12'));
    const [stored] = await api.db.query<{ lines: number; minor: string }>(
      'select count(*)::int as lines, sum(amount_minor)::text as minor from commission_line',
    );
    expect(new Set(rows.map(({ line }) => line)).size).toBe(stored!.lines);
    expect(rows).toHaveLength(stored!.lines);
  });

  test('of a statement tells each line in words', async () => {
    const rows = named(await csv('commission-statement.csv?payee=ae-1&period=2026-05'));
    const words = rows.map((row) => row['how it came about']);
    expect(words).toContainEqual(expect.stringContaining('28 working days late'));
  });
});

describe('a cell that a spreadsheet could take for a formula', () => {
  const HOSTILE = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', 'He said "=1", then'];

  test.each(HOSTILE)('%j is a text, in CSV and in a spreadsheet', async (name) => {
    const dealId = (await api.db.query<{ id: string }>('select deal_id as id from commission_line limit 1'))[0]!.id;
    await api.db.query('update deal set client_name = $1 where id = $2', [name, dealId]);
    const rows = named(await csv('commission-lines.csv?period=2000-01&until=2099-12'));
    const clients = rows.map(({ client }) => client!);
    expect(clients.some((client) => client.includes(name))).toBe(true);
    expect(clients.filter((client) => /^\s*[=+\-@\t\r]/.test(client))).toEqual([]);
    const answer = await fetched('commission-lines.xlsx?period=2000-01&until=2099-12');
    const cells = (await readSheet(Buffer.from(await answer.arrayBuffer()))).flat();
    expect(cells.filter((cell) => typeof cell === 'string').some((cell) => cell.trim() === name.trim())).toBe(true);
  });
});

describe('nobody gets a file', () => {
  test('without a token, or with one that is none', async () => {
    expect((await fetch(`${api.url}/downloads/reconciliation.csv`)).status).toBe(401);
  });

  test.each<[Asker, string]>([
    ['am-1', 'commission-report.csv?period=2026-04'],
    ['dl-1', 'commission-lines.csv?period=2026-04'],
    ['ae-1', 'reconciliation.csv'],
  ])('as %s of %s, which is not for their role', async (by, path) => {
    const answer = await fetched(path, by);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test("of another's money: an AE gets their own lines, and another's statement is as one of nobody", async () => {
    const rows = named(await csv('commission-lines.csv?period=2024-01&until=2026-12', 'ae-3'));
    expect(new Set(rows.map(({ payee }) => payee))).toEqual(new Set(['ae-3']));
    const [other, none] = await Promise.all(
      ['ae-1', 'ae-99'].map(async (payee) =>
        (await fetched(`commission-statement.csv?payee=${payee}&period=2026-04`, 'ae-3')).json(),
      ),
    );
    expect(JSON.stringify(other).replaceAll('ae-1', '')).toBe(JSON.stringify(none).replaceAll('ae-99', ''));
  });

  test('with a key that may ask documents only', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const input = { name: 'x', person: 'fin-1', documents: ['deals'], expiresAt };
    const { secret } = answered(await api.run('ad-1', CreateApiKeyDocument, { input })).createApiKey;
    const answer = await fetch(`${api.url}/downloads/reconciliation.csv`, { headers: { 'x-api-key': secret! } });
    expect(answer.status).toBe(403);
  });

  test.each<[string, number, object]>([
    ['nothing.csv', 404, { code: 'NOT_FOUND' }],
    ['reconciliation.pdf', 404, { code: 'NOT_FOUND' }],
    ['constructor.csv', 404, { code: 'NOT_FOUND' }],
    ['commission-report.csv', 400, { code: 'BAD_USER_INPUT', path: 'period' }],
    ['commission-report.csv?period=2026-13', 400, { code: 'BAD_USER_INPUT', path: 'period' }],
    ['commission-report.csv?period=2026-04&period=2026-05', 400, { path: 'period' }],
    ['commission-report.csv?period=2026-04&groupBy=PAYEE,KING', 400, { path: 'groupBy' }],
    ['commission-report.csv?period=2026-04&secret=1', 400, { path: 'secret' }],
    ['commission-lines.csv?period=2026-04&until=2026-01', 400, { path: 'until' }],
    ['commission-lines.csv?period=2026-04&knownAt=2999-01-01T00:00:00Z', 400, { path: 'knownAt' }],
    ['commission-liability.csv?at=2026-02-30', 400, { path: 'at' }],
  ])('of %s: %d', async (path, status, extensions) => {
    const answer = await fetched(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions }] });
  });

  test('by POST', async () => {
    expect((await fetched('reconciliation.csv', 'fin-1', { method: 'POST' })).status).toBe(400);
  });
});

test('a file that fails on the way is cut off, and does not look whole', async () => {
  const real = Database.prototype.query;
  const failing = function (this: Database, ...[text, ...rest]: Parameters<typeof real>) {
    const isPage = text.includes('order by l.period, l.recorded_at, l.id limit $5');
    return isPage ? Promise.reject(new Error('gone')) : real.call(this, text, ...rest);
  };
  const spy = jest.spyOn(Database.prototype, 'query').mockImplementation(failing as typeof real);
  const answer = await fetched('commission-lines.csv?period=2026-04');
  await expect(answer.text()).rejects.toThrow();
  spy.mockRestore();
});

test('a client that goes away ends the reading', async () => {
  const headers = { authorization: `Bearer ${await api.tokenOf('fin-1')}` };
  const going = request(`${api.url}/downloads/commission-lines.csv?period=2000-01&until=2099-12`, { headers }).end();
  const [response] = await once(going, 'response');
  response.destroy();
  expect((await fetched('reconciliation.csv')).status).toBe(200);
});
