import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrate } from '../../src/demonstration';
import { run } from '../../src/terminal/commands';
import { type Api, PEOPLE, startApi } from '../harness/api';
import { Playing, stepsOf } from './steps';

const ROOT = path.join(__dirname, '..', '..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const STEPS = stepsOf('README.md');

/** Later days add to the demonstration and change nothing of what was known before. */
const WRITTEN = Date.parse('2026-11-23T12:00:00Z');

describe("the README's tour through the demonstration", () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, WRITTEN));
  }, 60_000);
  afterAll(() => api.stop());

  test('has ten queries', () => {
    expect(STEPS.map(({ title }) => title.slice(0, title.indexOf('.')))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(String),
    );
  });

  test.each(STEPS)('$title', async (step) => {
    expect(PEOPLE[step.asker]).toBe(step.role);
    const { given, expected } = await new Playing(api).ask(step);
    expect(given).toEqual(expected);
  });
});

test('names every setting that there is, and only those', () => {
  const table = README.slice(README.indexOf('| setting |'));
  const named = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const source = ['settings.ts', 'settings/traffic.ts', 'settings/retention.ts']
    .map((file) => readFileSync(path.join(ROOT, 'src', file), 'utf8'))
    .join('\n');
  const ofTokens = readFileSync(path.join(ROOT, 'src', 'settings', 'auth.ts'), 'utf8');
  const read = [...source.matchAll(/'([A-Z][A-Z_]+)',/g)]
    .map(([, name]) => name)
    .concat([...source.matchAll(/\('([A-Z][A-Z_]+)'\)/g)].map(([, name]) => name))
    .concat([...ofTokens.matchAll(/'(AUTH_\w+)'/g)].map(([, name]) => name));
  expect(named.sort()).toEqual([...new Set(read)].sort());
});

test('says what the check of a broken document says, in its order', async () => {
  const [, shown = ''] = /```text\n(.*?)```/s.exec(README) ?? [];
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const read = async (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  const streams = { out: hear, error: hear, read, write: () => undefined };
  expect(await run(['handoff', 'check', 'test/documents/broken.md'], {}, streams)).toBe(1);
  const lines = shown.trim().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  const places = lines.map((line) => said.split('\n').indexOf(line));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('points only to what is there', () => {
  const links = [...README.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, link]) => link!);
  expect(links).toEqual(
    expect.arrayContaining(['docs/tour.md', 'docs/finance.md', 'docs/handoff-example.md', 'src/schema.graphql']),
  );
  for (const link of links) expect(existsSync(path.join(ROOT, link))).toBe(true);
});

test('says where every folder of src is', () => {
  const table = README.slice(README.indexOf('| folder |'), README.indexOf('The schema is in'));
  const named = [...table.matchAll(/`src\/(\w+)`/g)].map(([, name]) => name);
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rooms = folders.map(({ name }) => name).filter((name) => name !== 'settings');
  expect(named.sort()).toEqual(rooms.sort());
});
