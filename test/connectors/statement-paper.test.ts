import { execFileSync } from 'node:child_process';
import { demonstrate } from '../../src/demonstration';
import { type Api, type Asker, startApi } from '../harness/api';
import { onServer } from '../harness/database';

let api: Api;
beforeAll(async () => {
  api = await startApi((db) => demonstrate(db, Date.parse('2026-11-23T12:00:00Z')));
}, 60_000);
afterAll(() => api.stop());

const MAY = 'payee=ae-1&period=2026-05&knownAt=2026-06-10T09:00:00Z';
const fetched = async (parameters: string, by: Asker = 'fin-1') =>
  fetch(`${api.url}/downloads/commission-statement.pdf?${parameters}`, {
    headers: { authorization: `Bearer ${await api.tokenOf(by)}` },
  });
const bytes = async (parameters: string) => Buffer.from(await (await fetched(parameters)).arrayBuffer());

/** Reads in a process of its own: the reader loads modules in a way that tests cannot. */
const READER = `
  const { extractText } = require('unpdf');
  const chunks = [];
  process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
    const { text, totalPages } = await extractText(new Uint8Array(Buffer.concat(chunks)), { mergePages: true });
    process.stdout.write(JSON.stringify({ text, totalPages }));
  });`;
const read = (pdf: Buffer) =>
  JSON.parse(execFileSync(process.execPath, ['-e', READER], { input: pdf, encoding: 'utf8' })) as {
    text: string;
    totalPages: number;
  };

test('A statement on paper says what the query says: the figures of the month, and each line in words', async () => {
  const { text, totalPages } = read(await bytes(MAY));
  const query = `{ commissionStatement(payee: "ae-1", period: "2026-05", knownAt: "2026-06-10T09:00:00Z") {
    due { amount currency } lines(first: 100) { nodes { dealKey amount { amount } } } } }`;
  const { data } = await api.ask<{
    commissionStatement: { lines: { nodes: { dealKey: string; amount: { amount: string } }[] } };
  }>('fin-1', query);
  const flat = text.replace(/\s+/g, ' ');
  for (const { dealKey, amount } of data!.commissionStatement.lines.nodes) {
    expect(flat).toContain(dealKey);
    expect(flat.replaceAll(',', '')).toContain(amount.amount);
  }
  expect(flat).toContain('28 working days late');
  for (const said of ['May 2026', 'Open before', 'Earned and held', 'As known at 2026-06-10T09:00:00.000Z'])
    expect(flat).toContain(said);
  expect(totalPages).toBeGreaterThan(1);
  expect(flat).toContain(`Page ${totalPages} of ${totalPages}`);
});

test('The same statement is the same bytes, and a name of another alphabet is printed as it is', async () => {
  const first = await bytes(MAY);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await bytes(MAY)).equals(first)).toBe(true);
  const name = 'Žofie Ångström-Ωμέγα Дьяченко';
  await onServer(api.databaseUrl, `update person set name = '${name}' where key = 'ae-1'`);
  expect(read(await bytes(MAY)).text).toContain(name);
});

test('A month without lines has a statement, and there is none of another or of nobody', async () => {
  expect(read(await bytes('payee=ae-1&period=2020-01')).text).toContain('No lines this month');
  const [other, none] = [await fetched(MAY, 'ae-3'), await fetched('payee=ae-99&period=2026-05', 'ae-3')];
  expect([other.status, none.status]).toEqual([400, 400]);
  expect((await fetched(MAY, 'am-1')).status).toBe(403);
  expect((await fetched(MAY, 'ae-1')).status).toBe(200);
});
