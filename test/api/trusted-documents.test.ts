import { parse, validate } from 'graphql';
import { COST_MAX } from '../../src/server/limits';
import { apiSchema } from '../../src/server/schema';
import { trustedDocuments } from '../../src/trusted';
import { type Api, introducePeople, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { CreateApiKeyDocument } from './generated/operations';

let api: Api;
let secret: string;
beforeAll(async () => {
  api = await startApi(introducePeople, { trustedOnlyRoles: ['ANALYST'] });
  await openDeal(api);
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const input = { name: 'Grafana', person: 'fin-1', documents: ['deals'], expiresAt };
  secret = answered(await api.run('ad-1', CreateApiKeyDocument, { input })).createApiKey.secret!;
});
afterAll(() => api.stop());

interface Got {
  status: number;
  headers: Headers;
  body: { data?: Record<string, unknown>; errors?: { message: string; extensions: { code: string; path: string } }[] };
}
const got = async (answer: Response): Promise<Got> => {
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) };
};
const get = async (parameters: Record<string, string>, headers: Record<string, string> = { 'x-api-key': secret }) =>
  got(await fetch(`${api.url}/graphql?${new URLSearchParams(parameters)}`, { headers }));
const post = async (body: object, headers: Record<string, string> = { 'x-api-key': secret }) =>
  got(
    await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
const asAnalyst = async () => ({ authorization: `Bearer ${await api.tokenOf('an-1')}` });

describe.each([...trustedDocuments().values()])('the document $id', ({ id, description, query }) => {
  test('is one valid query, says what it answers, and asks for what one request may', async () => {
    const document = parse(query);
    expect(validate(apiSchema(), document)).toEqual([]);
    expect(document.definitions).toMatchObject([{ kind: 'OperationDefinition', operation: 'query' }]);
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('is answered to whoever names it', async () => {
    const variables = { period: '2026-03', payee: 'ae-1', from: '2026-01-01', to: '2026-03-31' };
    const used = Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}:`)));
    const { status, body } = await post({ documentId: id, variables: used }, await asAnalyst());
    expect([status, body.errors]).toEqual([200, undefined]);
    expect((body as { extensions?: { cost: { requested: number } } }).extensions!.cost.requested).toBeLessThan(
      COST_MAX,
    );
  });
});

test('a document is asked by GET and by POST, with variables, and gives the same bytes', async () => {
  const variables = { first: 1 };
  const byGet = await get({ documentId: 'deals', variables: JSON.stringify(variables) });
  const byPost = await post({ documentId: 'deals', variables });
  expect(byGet.status).toBe(200);
  expect(byGet.body).toEqual(byPost.body);
  expect(byGet.body.data).toMatchObject({ deals: { nodes: [{ stage: expect.any(String) }] } });
});

test('whoever has the answer to a GET already is told so, and nobody else is given it', async () => {
  const first = await get({ documentId: 'deals' });
  const etag = first.headers.get('etag')!;
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('vary')).toContain('x-api-key');
  const again = await get({ documentId: 'deals' }, { 'x-api-key': secret, 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, {}, etag]);
  await openDeal(api);
  const changed = await get({ documentId: 'deals' }, { 'x-api-key': secret, 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(etag);
  expect((await get({ documentId: 'deals' }, { 'if-none-match': etag })).status).toBe(401);
});

test('a browser that wants a page is given the answer where it names a document', async () => {
  const { status, headers } = await get({ documentId: 'deals' }, { 'x-api-key': secret, accept: 'text/html,*/*' });
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('json')]);
});

test.each<[string, number, object, object]>([
  ['an id that there is not', 403, { documentId: 'nothing' }, { code: 'FORBIDDEN', path: 'documentId' }],
  ['another document than the key names', 403, { documentId: 'reconciliation' }, { code: 'FORBIDDEN' }],
  ['a text of its own', 403, { query: '{ viewer { key } }' }, { code: 'FORBIDDEN', path: 'documentId' }],
  ['a text beside the id', 400, { documentId: 'deals', query: '{ viewer { key } }' }, { code: 'BAD_USER_INPUT' }],
  ['an id that is none', 400, { documentId: 7 }, { code: 'BAD_USER_INPUT', path: 'documentId' }],
])('a key of one document is refused %s', async (_name, status, body, error) => {
  const answer = await post(body);
  expect([answer.status, answer.body.errors]).toMatchObject([status, [{ extensions: error }]]);
  expect(answer.body.data).toBeUndefined();
});

test('a role that asks trusted documents only is refused its own texts, introspection, and unknown ids', async () => {
  const headers = await asAnalyst();
  for (const query of ['{ viewer { key } }', '{ __schema { types { name } } }'])
    expect((await post({ query }, headers)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const [byGet, unknown] = [await get({ query: '{ viewer { key } }' }, headers), { documentId: 'nothing' }];
  expect(byGet.status).toBe(403);
  expect((await post(unknown, headers)).body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await api.ask('fin-1', '{ viewer { key } }')).data).toEqual({ viewer: { key: 'fin-1' } });
});

test('anybody signed in can read which documents there are', async () => {
  const { data } = await api.ask<{ trustedDocuments: { id: string }[] }>(
    'ae-1',
    '{ trustedDocuments { id description } }',
  );
  expect(data!.trustedDocuments.map(({ id }) => id)).toEqual([...trustedDocuments().keys()]);
});
