import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CreateRiskDocument } from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import type { Reading } from './read-handoff';

const READ = path.join(__dirname, '..', '..', 'dist', 'test', 'browser', 'read-handoff.js');

let api: Api;
let folder: string;
let reading: Reading;

beforeAll(async () => {
  api = await startApi();
  folder = mkdtempSync(path.join(tmpdir(), 'baton-browser-'));
  const deal = await openDeal(api, { clientName: 'Larch & <script>alert(1)</script>' });
  await new Draft(api, deal).save(A_TO_E);
  const description = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold**';
  const risk = { deal: deal.key, description, likelihood: 'HIGH', mitigation: 'None needed' } as const;
  answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const asked = {
    url: api.url,
    deal: deal.key,
    bare: (await openDeal(api)).key,
    mine: await api.tokenOf('ae-1'),
    others: await api.tokenOf('ae-2'),
    pictures: process.env.PICTURES ?? folder,
  };
  const env = {
    ...process.env,
    TMPDIR: folder,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    ASKED: JSON.stringify(asked),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [READ], { env, maxBuffer: 10_000_000 });
  reading = JSON.parse(stdout) as Reading;
}, 120_000);

afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the page shows the document, whole and without any other server', () => {
  expect(reading.outside).toEqual([]);
  expect(reading.headings).toEqual([
    'Handoff: Larch & <script>alert(1)</script>',
    'Section A — Client basics',
    'Section B — People',
    "Section C — What they're solving",
    "Section D — What we're delivering",
    'Section E — Commercials',
    'Section F — Risks flagged in sales cycle',
    'Section G — Commitments AE made',
  ]);
  expect(reading.tables).toBe(8);
  expect(reading.title).toMatch(/^Handoff: Larch & <script>.* \(D-\d{4}-\d{4}\)$/);
});

test('nothing that somebody wrote into a package becomes a part of the page', () => {
  expect(reading.injected).toBe(0);
  // Of asking without a token, which the page does to find out whether it needs one.
  expect(reading.complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

test('it says to people why there is no document', () => {
  expect(reading.signedOut).toMatch(/^Sign in with a token/);
  expect(reading.notMine).toMatch(/^There is no deal D-\d{4}-\d{4} that you may see\.$/);
  expect(reading.noRevision).toBe('"1st" is not the number of a revision.');
  expect(reading.noPackage).toMatch(/^D-\d{4}-\d{4} has no handoff package yet\.$/);
});

test('it fits a phone, and on paper it is the document alone', () => {
  expect(reading.widthOnPhone).toBe(360);
  expect(reading.formOnPaper).toBe(false);
  expect(reading.pages).toBeGreaterThanOrEqual(2);
  expect(existsSync(path.join(process.env.PICTURES ?? folder, 'paper.pdf'))).toBe(true);
});
