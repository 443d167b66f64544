import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  type CreateApiKeyInput,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
} from '../api/generated/operations';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered } from '../harness/deals';

let api: Api;
beforeAll(async () => {
  api = await startApi(introducePeople);
});
afterAll(() => api.stop());

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const create = async (input: Partial<CreateApiKeyInput> = {}) =>
  answered(
    await api.run('ad-1', CreateApiKeyDocument, {
      input: { name: 'Power BI', person: 'an-1', expiresAt: inHours(24), ...input },
    }),
  ).createApiKey;
/** What the server says to a query that comes with these headers. */
const ask = async (headers: Record<string, string>, query = '{ viewer { key role } }') => {
  const body = JSON.stringify({ query });
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, ...((await answer.json()) as { data?: unknown; errors?: { extensions: object }[] }) };
};
const withKey = (secret: string | null | undefined) => ({ 'x-api-key': secret ?? '' });

test('a machine reads with its key as the person whom it stands for, by either header', async () => {
  const { secret, apiKey } = await create();
  expect(secret).toMatch(/^baton_[\w-]{43}$/);
  expect(apiKey).toMatchObject({ name: 'Power BI', role: 'ANALYST', documents: null, person: { key: 'an-1' } });
  for (const headers of [withKey(secret), { authorization: `Bearer ${secret}` }])
    expect(await ask(headers)).toEqual(
      expect.objectContaining({ status: 200, data: { viewer: { key: 'an-1', role: 'ANALYST' } } }),
    );
});

test('of the secret only a hash is stored, and nobody is shown it again', async () => {
  const { secret } = await create({ name: 'Looked for' });
  const rows = await onServer(api.databaseUrl, 'select row_to_json(k)::text as stored from api_key k');
  expect(JSON.stringify(rows)).not.toContain(secret!.slice(6));
  const { apiKeys } = answered(await api.run('ad-1', ApiKeysDocument, {}));
  expect(apiKeys.nodes.map(({ name }) => name)).toContain('Looked for');
  expect(JSON.stringify(apiKeys)).not.toContain(secret!.slice(6));
});

test('a key changes nothing, whatever its person may', async () => {
  const { secret } = await create({ person: 'fin-1' });
  const query = 'mutation { createPayRun(input: { period: "2020-01" }) { errors { code } } }';
  expect((await ask(withKey(secret), query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await api.db.query('select from pay_run')).toEqual([]);
});

test('its use is noted to the minute', async () => {
  const { secret, apiKey } = await create({ name: 'Used' });
  expect(apiKey!.lastUsedAt).toBeNull();
  await ask(withKey(secret));
  const { apiKeys } = answered(await api.run('ad-1', ApiKeysDocument, {}));
  const { lastUsedAt } = apiKeys.nodes.find(({ id }) => id === apiKey!.id)!;
  expect(Date.now() - Date.parse(lastUsedAt!)).toBeLessThan(60_000);
});

test('a revoked key opens nothing once it is no longer believed, and stays revoked by whoever was first', async () => {
  const { secret, apiKey } = await create();
  const input = { apiKey: apiKey!.id };
  const { revokeApiKey } = answered(await api.run('ad-1', RevokeApiKeyDocument, { input }));
  const { revokeApiKey: again } = answered(await api.run('ad-1', RevokeApiKeyDocument, { input }));
  expect(again.apiKey!.revokedAt).toBe(revokeApiKey.apiKey!.revokedAt);
  expect((await ask(withKey(secret))).status).toBe(401);
});

describe('a key that is rotated', () => {
  test('goes on for the overlap beside its successor, which is the same in all else', async () => {
    const { secret, apiKey } = await create({ documents: ['deals'] });
    const input = { apiKey: apiKey!.id, expiresAt: inHours(48), overlapHours: 1 };
    const { rotateApiKey: next } = answered(await api.run('ad-1', RotateApiKeyDocument, { input }));
    expect(next.apiKey).toMatchObject({ name: 'Power BI', documents: ['deals'], replaces: apiKey!.id });
    const { apiKeys } = answered(await api.run('ad-1', ApiKeysDocument, {}));
    const old = apiKeys.nodes.find(({ id }) => id === apiKey!.id)!;
    expect(Date.parse(old.expiresAt)).toBeLessThanOrEqual(Date.now() + HOUR);
    const url = `${api.url}/graphql?documentId=deals`;
    for (const key of [secret, next.secret]) expect((await fetch(url, { headers: withKey(key) })).status).toBe(200);
  });

  test('opens nothing at once where there is no overlap, and is not rotated twice', async () => {
    const { secret, apiKey } = await create();
    const input = { apiKey: apiKey!.id, expiresAt: inHours(48), overlapHours: 0 };
    expect(answered(await api.run('ad-1', RotateApiKeyDocument, { input })).rotateApiKey.errors).toEqual([]);
    expect((await ask(withKey(secret))).status).toBe(401);
    expect(answered(await api.run('ad-1', RotateApiKeyDocument, { input })).rotateApiKey).toMatchObject({
      secret: null,
      errors: [{ code: 'CONFLICT', path: 'apiKey' }],
    });
  });
});

test('a key whose person has another role by now opens nothing', async () => {
  const { secret } = await create({ person: 'ae-5' });
  await onServer(api.databaseUrl, `update person set role = 'ADMIN' where key = 'ae-5'`);
  expect((await ask(withKey(secret))).status).toBe(401);
});

test.each<[string, Partial<CreateApiKeyInput>, string]>([
  ['for nobody', { person: 'nobody' }, 'person'],
  ['without a name', { name: '  ' }, 'name'],
  ['for a document that there is not', { documents: ['deals', 'secrets'] }, 'documents.1'],
  ['that has expired', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ['for ever', { expiresAt: '2099-01-01T00:00:00Z' }, 'expiresAt'],
])('no key is made %s', async (_name, input, path) => {
  expect(await create(input)).toMatchObject({ apiKey: null, secret: null, errors: [{ code: 'BAD_USER_INPUT', path }] });
});

test.each(['baton_', `baton_${'x'.repeat(43)}`, `baton_${'x'.repeat(5_000)}`, 'x'])(
  '"%s" opens nothing',
  async (key) => {
    expect((await ask(withKey(key))).status).toBe(401);
  },
);
