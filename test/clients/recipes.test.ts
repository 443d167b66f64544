import { at, type Source, startSource } from '../harness/bi';
import { read } from '../house/files';

const PAGE = read('docs/bi/README.md').text;
const SCRIPT = read('docs/bi/power-query.pq').text;
const DOCUMENTS = ['commission-rows', 'deal-rows', 'sla-rows', 'risk-rows', 'commitment-rows'];

let source: Source;
beforeAll(async () => {
  source = await startSource(1, DOCUMENTS);
});
afterAll(() => source.api.stop());

test('every document that the page names is there for the key', async () => {
  const named = new Set([...PAGE.matchAll(/[a-z]+-rows/g)].map(([id]) => id));
  expect([...named].sort()).toEqual([...DOCUMENTS].sort());
  for (const documentId of named) expect((await source.get({ documentId })).status).toBe(200);
});

test('every place in an answer that the page names is there', async () => {
  const { body } = await source.get({ documentId: 'commission-rows', first: '1' });
  const places = [...PAGE.matchAll(/\bdata\.commissionRows[.\w]+/g)].map(([place]) => place);
  expect(places.length).toBeGreaterThan(6);
  for (const place of places) expect([place, at(body, place)]).toEqual([place, expect.anything()]);
});

test('the URL for Grafana is answered', async () => {
  const [, url = ''] = /```url\n\/graphql\?(.+)\n```/.exec(PAGE) ?? [];
  const { status, body } = await source.get(Object.fromEntries(new URLSearchParams(url)));
  expect([status, at(body, 'data.commissionRows.nodes')]).toEqual([200, expect.any(Array)]);
});

test('the Power Query script asks by parameters that are answered, for the first page and for others', async () => {
  const [, inside = ''] = /Query = \[(.+?)\]/s.exec(SCRIPT) ?? [];
  const parameters = Object.fromEntries(
    [...inside.matchAll(/(\w+) = (.+?),?$/gm)].map(([, name, value]) => [name!, value!]),
  );
  expect(Object.keys(parameters)).toEqual(['documentId', 'first', 'after', 'updatedFrom', 'updatedTo']);
  const range = { updatedFrom: '2020-01-01T00:00:00Z', updatedTo: '2100-01-01T00:00:00Z' };
  const [documentId, first] = [parameters.documentId!, parameters.first!].map((text) => JSON.parse(text) as string);
  const page = await source.get({ documentId: documentId!, first: first!, after: '', ...range });
  const after = String(at(page.body, 'data.commissionRows.pageInfo.endCursor'));
  const next = await source.get({ documentId: documentId!, first: first!, after, ...range });
  expect(at(page.body, 'data.commissionRows.nodes')).toHaveLength(6);
  expect(at(next.body, 'data.commissionRows.nodes')).toEqual([]);
});
