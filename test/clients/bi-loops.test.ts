import { at, type Read, type Source, startSource } from '../harness/bi';
import { type Row, readAllRows } from '../harness/rows';

/*
 * How tools page, step by step as their sources have it, each against the API with nothing made for the tool.
 * Twelve commission rows in pages of four: three pages, and an empty one for whoever reads until there is nothing.
 */
const DOCUMENT = 'commission-rows';
const NODES = 'data.commissionRows.nodes';
const CURSOR = 'data.commissionRows.pageInfo.endCursor';
const HAS_NEXT = 'data.commissionRows.pageInfo.hasNextPage';
const PAGE = 4;

let source: Source;
let all: Row[];
beforeAll(async () => {
  source = await startSource(2, [DOCUMENT]);
  all = (await readAllRows(source.api, 'commission', 1_000)).rows;
});
afterAll(() => source.api.stop());

/** What a tool's loop has read, and in how many requests. */
interface Loop {
  rows: Row[];
  requests: number;
}

function rowsOf({ status, body }: Read): Row[] {
  expect([status, body.errors]).toEqual([200, undefined]);
  return at(body, NODES) as Row[];
}

const body = (after: unknown, more: object = {}) => ({
  documentId: DOCUMENT,
  variables: { first: PAGE, ...(after ? { after } : {}), ...more },
});

/** dlt, dlt/sources/helpers/rest_client: JSONResponseCursorPaginator goes on while the body has a cursor. */
async function dlt(): Promise<Loop> {
  const loop: Loop = { rows: [], requests: 0 };
  for (let next: unknown = null; ; loop.requests++) {
    const answer = await source.post(body(next));
    loop.rows.push(...rowsOf(answer));
    next = at(answer.body, CURSOR) ?? null;
    if (next === null) return { ...loop, requests: loop.requests + 1 };
  }
}

/** Meltano, singer_sdk/pagination.py: JSONPathPaginator ends on no token, and fails on the same token twice. */
async function meltano(): Promise<Loop> {
  const loop: Loop = { rows: [], requests: 0 };
  for (let token: unknown = null; ; ) {
    const answer = await source.post(body(token));
    loop.requests++;
    const rows = rowsOf(answer);
    if (rows.length === 0) return loop;
    loop.rows.push(...rows);
    const next = at(answer.body, CURSOR);
    if (next && next === token) throw new Error('Meltano sees a loop');
    if (!next) return loop;
    token = next;
  }
}

/** Airbyte, airbyte_cdk/sources/declarative: CursorPaginationStrategy asks its stop condition, then the cursor. */
async function airbyte(updatedFrom?: string): Promise<Loop> {
  const loop: Loop = { rows: [], requests: 0 };
  for (let token: unknown; ; ) {
    const answer = await source.post(body(token, updatedFrom ? { updatedFrom } : {}));
    loop.requests++;
    loop.rows.push(...rowsOf(answer));
    if (at(answer.body, HAS_NEXT) !== true) return loop;
    token = at(answer.body, CURSOR);
    if (!token) return loop;
  }
}

/** Power Query: List.Generate over Web.Contents with GET, a key in a header, until a page is empty. */
async function powerQuery(range: object = {}): Promise<Loop> {
  const loop: Loop = { rows: [], requests: 0 };
  for (let after: unknown = null; ; ) {
    const variables = { first: PAGE, after, ...range };
    const answer = await source.get({ documentId: DOCUMENT, variables: JSON.stringify(variables) });
    loop.requests++;
    const rows = rowsOf(answer);
    if (rows.length === 0) return loop;
    loop.rows.push(...rows);
    after = at(answer.body, CURSOR);
  }
}

/**
 * Grafana Infinity, pkg/infinity/remote.go: the cursor is one more parameter of the URL, on all pages but the first;
 * it ends on an empty cursor, and after the page beyond the number that it was given, five unless said otherwise.
 */
async function infinity(first: number, pagesMax = 5): Promise<Loop> {
  const loop: Loop = { rows: [], requests: 0 };
  for (let cursor = ''; loop.requests <= pagesMax; ) {
    const parameters = { documentId: DOCUMENT, first: String(first), ...(cursor ? { after: cursor } : {}) };
    const answer = await source.get(parameters);
    loop.requests++;
    loop.rows.push(...rowsOf(answer));
    cursor = String(at(answer.body, CURSOR) ?? '');
    if (cursor === '') break;
  }
  return loop;
}

test('each of them is to read twelve rows', () => expect(all).toHaveLength(12));

test.each<[string, () => Promise<Loop>, number]>([
  ['dlt, until the body has no cursor', dlt, 4],
  ['Meltano, until a page is empty', meltano, 4],
  ['Airbyte, until there is no next page', airbyte, 3],
  ['Power Query, by GET', powerQuery, 4],
  ['Grafana Infinity, the cursor a parameter of the URL', () => infinity(PAGE), 4],
])('%s: every row once, in order', async (_tool, loop, requests) => {
  const read = await loop();
  expect(read.rows).toEqual(all);
  expect(read.requests).toBe(requests);
});

test('Airbyte has a cursor field at the top of each row that only ascends, and goes on from it', async () => {
  const cursors = all.map(({ updatedAt }) => updatedAt);
  expect(cursors).toEqual([...cursors].sort());
  expect((await airbyte(cursors.at(-1))).rows).toEqual(all.filter(({ updatedAt }) => updatedAt === cursors.at(-1)));
});

test('Power BI refreshes by ranges that meet: RangeStart belongs to one, RangeEnd to the next', async () => {
  const middle = all[6]!.updatedAt;
  const before = await powerQuery({ updatedFrom: '2020-01-01T00:00:00Z', updatedTo: middle });
  const after = await powerQuery({ updatedFrom: middle, updatedTo: '2100-01-01T00:00:00Z' });
  expect([...before.rows, ...after.rows]).toEqual(all);
});

test('Grafana Infinity sees the beginning of what is too long for its pages, and no mistake', async () => {
  const read = await infinity(1);
  expect(read).toEqual({ rows: all.slice(0, 6), requests: 6 });
});

test.each([
  [{ first: 'many' }, true],
  [{ cursor: 'x' }, true],
  [{ first: '2', variables: '{"first":2}' }, true],
  [{ first: '2', variables: '[]' }, true],
  [{ first: '2', after: '' }, false],
])('parameters of the URL %j are refused: %s', async (parameters, refused) => {
  const { body } = await source.get({ documentId: DOCUMENT, ...parameters } as Record<string, string>);
  expect(body.errors !== undefined).toBe(refused);
});
