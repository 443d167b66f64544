import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { columnsOfRows, ROWS } from '../../src/rows';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';
import { type Exported, exporting } from '../harness/exporting';
import { type RowKind, readAllRows, readRows } from '../harness/rows';

const KINDS = Object.keys(ROWS) as RowKind[];

let api: Api;
let stopDesk: () => Promise<void>;
const { start, look, settled, exported, discard, download } = exporting(() => api);

beforeAll(async () => {
  api = await startApi();
  for (const clientName of ['=cmd|"/C calc"!A0', 'Two\r\nlines, "quoted"', 'Łódź 🧵 Mill', '\\N \\. \\']) {
    const { key } = await openDeal(api, { clientName });
    await record(api, key, heldHandoff('ae-1', 'ae-2'));
    await api.ask(
      'dl-1',
      `mutation ($description: String!) { createRisk(input: { deal: "${key}",
      description: $description, likelihood: LOW }) { errors { message } } }`,
      { description: clientName },
    );
    await api.ask(
      'ad-1',
      `mutation { createCommitment(input: { deal: "${key}", words: "By May",
      promisedTo: "Iris Marsh", promisedBy: "ae-1", dueWeek: 4 }) { errors { message } } }`,
    );
  }
  await sleep(10);
  stopDesk = api.startDesk();
});
afterAll(async () => {
  await stopDesk();
  await api.stop();
});

describe.each(KINDS)('an export of %s rows', (kind) => {
  const input = { rows: kind.toUpperCase() };

  test('as JSON Lines is what the API gives, to the letter, and says where increments go on', async () => {
    const done = await exported({ ...input, format: 'JSON_LINES' });
    const { nodes } = await readRows(api, kind);
    expect(done).toMatchObject({ status: 'DONE', rowsExpected: nodes.length, rowsWritten: nodes.length });
    const text = await (await download(done.url!)).text();
    expect(createHash('sha256').update(text).digest('hex')).toBe(done.sha256);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.sort(byId)).toEqual([...nodes].sort(byId));
    expect((await readAllRows(api, kind, 100, done.continueAfter)).rows).toEqual([]);
    await discard(done.id);
  });

  test('as Parquet has the same, typed', async () => {
    const done = await exported({ ...input, format: 'PARQUET' });
    const { nodes } = await readRows(api, kind);
    const file = await (await download(done.url!)).arrayBuffer();
    const rows = await parquetReadObjects({ file, utf8: true });
    const columns = columnsOfRows(ROWS[kind].type);
    const plain = rows.map((row) =>
      Object.fromEntries(columns.map((one) => [one.name, asJson(row[one.name], one.kind)])),
    );
    const expected = nodes.map((node) =>
      Object.fromEntries(
        columns.map(({ name, kind: of }) => [name, of === 'amount' ? tenThousandths(node[name]) : node[name]]),
      ),
    );
    expect(plain.sort(byId)).toEqual(expected.sort(byId));
    await discard(done.id);
  });

  test('as CSV has a header and a line for each, and no text that a spreadsheet would run', async () => {
    const done = await exported({ ...input, format: 'CSV' });
    const { nodes } = await readRows(api, kind);
    expect(done.rowsWritten).toBe(nodes.length);
    const text = await (await download(done.url!)).text();
    const [header, ...records] = parsedCsv(text);
    expect(header).toEqual(columnsOfRows(ROWS[kind].type).map(({ name }) => name));
    expect(records).toHaveLength(nodes.length);
    expect(records.flat().filter((cell) => /^\s*[=+@]/.test(cell))).toEqual([]);
    await discard(done.id);
  });
});

describe('the file of an export', () => {
  let done: Exported;
  let whole: Buffer;
  beforeAll(async () => {
    done = await exported({ rows: 'COMMISSION', format: 'JSON_LINES' });
    whole = Buffer.from(await (await download(done.url!)).arrayBuffer());
  });
  afterAll(() => discard(done.id));

  test('can be had part by part, as a download that was cut off goes on', async () => {
    const first = await download(done.url!, { range: 'bytes=0-99' });
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-99/${whole.length}`]);
    const etag = first.headers.get('etag')!;
    const rest = await download(done.url!, { range: 'bytes=100-', 'if-range': etag });
    expect(rest.status).toBe(206);
    const parts = [await first.arrayBuffer(), await rest.arrayBuffer()].map((part) => Buffer.from(part));
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    const tail = await download(done.url!, { range: 'bytes=-7' });
    expect(Buffer.from(await tail.arrayBuffer()).equals(whole.subarray(-7))).toBe(true);
  });

  test.each([
    ['another file by now', { range: 'bytes=100-', 'if-range': '"other"' }, 200],
    ['beyond its end', { range: 'bytes=99999999-' }, 416],
    ['nothing that is a range', { range: 'bytes=9-2' }, 200],
    ['several ranges', { range: 'bytes=0-1,5-6' }, 200],
  ])('answers to %s', async (_name, headers, status) => {
    expect((await download(done.url!, headers)).status).toBe(status);
  });

  test('is not sent again to who has it', async () => {
    expect((await download(done.url!, { 'if-none-match': `"${done.sha256}"` })).status).toBe(304);
  });

  test('tells its length and nothing else to HEAD', async () => {
    const authorization = `Bearer ${await api.tokenOf('an-1')}`;
    const answer = await fetch(`${api.url}${done.url}`, { method: 'HEAD', headers: { authorization } });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(whole.length)]);
  });

  test('is for who has asked for it, and nobody else', async () => {
    for (const asker of ['fin-1', 'ad-1', 'ae-1'] as const) {
      expect((await download(done.url!, {}, asker)).status).toBe(404);
      expect(await look(done.id, asker)).toBeNull();
    }
    expect((await fetch(`${api.url}${done.url}`)).status).toBe(401);
  });

  test.each(['.csv', '.jsonl/', '.jsonl/../../x', ''])('has no other name: %s', async (ending) => {
    const answer = await download(done.url!.replace('.jsonl', ending));
    expect(answer.status).toBe(404);
  });

  test("is its owner's alone on the disk", () => {
    expect(statSync(api.exportDirectory).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(api.exportDirectory, path.basename(done.url!))).mode & 0o777).toBe(0o600);
  });
});

describe('an export of a trusted document', () => {
  test('has all that it gives, page after page, as JSON Lines', async () => {
    const done = await exported({ documentId: 'commission-payments', variables: '{"first": 5}', format: 'JSON_LINES' });
    expect(done).toMatchObject({ status: 'DONE', continueAfter: null, failure: null });
    const text = await (await download(done.url!)).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; deal: { key: string } });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(4 * 3 * 2);
    expect(lines[0]!.deal.key).toMatch(/^D-/);
    await discard(done.id);
  });

  test('that cannot be answered fails, and says why', async () => {
    const done = await exported({ documentId: 'deals', variables: '{"first": 5000}', format: 'JSON_LINES' });
    expect(done).toMatchObject({ status: 'FAILED', url: null, failure: expect.stringContaining('1 to 100') });
    await discard(done.id);
  });

  test.each([
    [{ documentId: 'nothing', format: 'JSON_LINES' }, 'documentId'],
    [{ documentId: 'reconciliation', format: 'JSON_LINES' }, 'documentId'],
    [{ documentId: 'deals', format: 'PARQUET' }, 'format'],
    [{ documentId: 'deals', format: 'JSON_LINES', variables: '[]' }, 'variables'],
    [{ documentId: 'deals', format: 'JSON_LINES', variables: '{"after": "x"}' }, 'variables.after'],
    [{ documentId: 'deals', rows: 'DEAL', format: 'JSON_LINES' }, 'rows'],
    [{ rows: 'DEAL', format: 'JSON_LINES', variables: '{}' }, 'variables'],
    [{ format: 'CSV' }, 'rows'],
  ])('is refused where it makes no sense: %j', async (input, place) => {
    const { bulkExport, errors } = await start(input);
    expect([bulkExport, errors[0]]).toEqual([null, expect.objectContaining({ code: 'BAD_USER_INPUT', path: place })]);
  });
});

describe('exports that are over', () => {
  test('are gone once discarded, and their files with the next look', async () => {
    const done = await exported({ rows: 'DEAL', format: 'CSV' });
    await discard(done.id);
    expect((await download(done.url!)).status).toBe(404);
    await exported({ rows: 'RISK', format: 'CSV' }).then(({ id }) => discard(id));
    expect(existsSync(path.join(api.exportDirectory, path.basename(done.url!)))).toBe(false);
  });

  test('expire, and leave no file; what else lies in the folder stays', async () => {
    const done = await exported({ rows: 'DEAL', format: 'CSV' });
    await api.db.query(`update bulk_export set created_at = created_at - interval '2 days',
      expires_at = expires_at - interval '2 days' where status = 'DONE'`);
    expect((await download(done.url!)).status).toBe(404);
    mkdirSync(path.join(api.exportDirectory, 'kept'));
    writeFileSync(path.join(api.exportDirectory, 'notes.csv'), 'mine');
    await exported({ rows: 'RISK', format: 'CSV' }).then(({ id }) => discard(id));
    expect(await look(done.id)).toMatchObject({ status: 'EXPIRED', url: null });
    expect(readdirSync(api.exportDirectory)).toEqual(expect.arrayContaining(['kept', 'notes.csv']));
    expect(existsSync(path.join(api.exportDirectory, path.basename(done.url!)))).toBe(false);
  });
});

describe('a server that ended while it wrote', () => {
  test('is followed by another, which writes the whole file anew', async () => {
    await stopDesk();
    const { bulkExport } = await start({ rows: 'DEAL', format: 'JSON_LINES' });
    await api.db.query(`update bulk_export set status = 'RUNNING', attempt = 1, started_at = now(),
      leased_until = now() - interval '1 s' where status = 'WAITING'`);
    stopDesk = api.startDesk();
    expect(await settled(bulkExport!.id)).toMatchObject({ status: 'DONE', rowsWritten: 4 });
    await discard(bulkExport!.id);
  });

  test('again and again, is given up for good', async () => {
    await stopDesk();
    const { bulkExport } = await start({ rows: 'DEAL', format: 'JSON_LINES' });
    await api.db.query(`update bulk_export set status = 'RUNNING', attempt = 3, started_at = now(),
      leased_until = now() - interval '1 s' where status = 'WAITING'`);
    stopDesk = api.startDesk();
    expect(await settled(bulkExport!.id)).toMatchObject({
      status: 'FAILED',
      failure: expect.stringContaining('ended'),
    });
    await discard(bulkExport!.id);
  });
});

test('nobody keeps more than ten, and who asked for too many is told', async () => {
  const started = await Promise.all(Array.from({ length: 14 }, () => start({ rows: 'DEAL', format: 'CSV' }, 'fin-2')));
  const refused = started.filter(({ errors }) => errors.length > 0);
  expect(refused.map(({ errors }) => errors[0]!.code)).toEqual(Array.from({ length: 4 }, () => 'LIMIT_EXCEEDED'));
});

function byId(one: { id?: unknown }, other: { id?: unknown }): number {
  return String(one.id) < String(other.id) ? -1 : 1;
}

/** A value of Parquet as JSON has it; amounts in ten-thousandths, for this reader makes binary fractions of them. */
function asJson(value: unknown, kind: string): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'amount') return Math.round(Number(value) * 10_000);
  if (value instanceof Date) return kind === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  return typeof value === 'bigint' ? Number(value) : value;
}

function tenThousandths(amount: unknown): number | null {
  const [whole = '', fraction = ''] = String(amount).split('.');
  return amount === null ? null : Number(whole + fraction.padEnd(4, '0'));
}

function parsedCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') records.push([]);
  }
  return records.filter((record) => record.some((cell) => cell !== ''));
}
