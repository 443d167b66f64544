import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrate } from '../../src/demonstration';
import { type Api, type Asker, PEOPLE, startApi } from '../harness/api';

const README = readFileSync(path.join(__dirname, '..', '..', 'README.md'), 'utf8');
const STEPS = [
  ...README.matchAll(/\*\*(\d+)\. (.*?)\*\*.*?```graphql\n# as (\S+) ?(\S+)?\n(.*?)```\n\n```json\n(.*?)```/gs),
].map(([, number, question, role, person, query, answer]) => ({
  title: `${number}. ${question}`,
  asker: (person ?? Object.entries(PEOPLE).find(([, known]) => known === role)?.[0]) as Asker,
  role,
  query: query!,
  answer: JSON.parse(answer!) as unknown,
}));

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

  test.each(STEPS)('$title', async ({ asker, role, query, answer }) => {
    expect(PEOPLE[asker]).toBe(role);
    const { data, errors } = await api.ask(asker, query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
  });
});

test('names every setting that there is, and only those', () => {
  const table = README.slice(README.indexOf('| setting |'));
  const named = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const source = readFileSync(path.join(__dirname, '..', '..', 'src', 'settings.ts'), 'utf8');
  const read = [...source.matchAll(/'([A-Z][A-Z_]+)',/g)]
    .map(([, name]) => name)
    .concat([...source.matchAll(/\('([A-Z][A-Z_]+)'\)/g)].map(([, name]) => name));
  expect(named.sort()).toEqual([...new Set(read)].sort());
});
