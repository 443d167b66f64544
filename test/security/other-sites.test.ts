import { type Api, introducePeople, startApi } from '../harness/api';

const FRIEND = 'https://app.example.com';
const ROUTES = [
  ['GET', '/', {}],
  ['GET', '/', { accept: 'text/html' }],
  ['GET', '/graphql', { accept: 'text/html' }],
  ['GET', '/graphql?query={viewer{key}}', { 'apollo-require-preflight': 'yes' }],
  ['POST', '/graphql', {}],
  ['PUT', '/graphql', {}],
  ['OPTIONS', '/graphql', { origin: 'https://evil.example', 'access-control-request-method': 'POST' }],
  ['GET', '/handoff/D-2026-0001', { accept: 'text/html' }],
  ['GET', '/console/page.js', {}],
  ['GET', '/downloads/commission-report.csv?period=2026-01&groupBy=', {}],
  ['GET', '/downloads/commission-report.csv?period=nonsense', {}],
  ['GET', '/downloads/nothing.csv', {}],
  ['GET', '/health', {}],
  ['GET', '/ready', {}],
  ['GET', '/nothing/../../etc/passwd', {}],
] as const;

let alone: Api;
let open: Api;
beforeAll(async () => {
  alone = await startApi(introducePeople);
  open = await startApi(introducePeople, { traffic: { corsOrigins: [FRIEND] } });
});
afterAll(async () => {
  await alone.stop();
  await open.stop();
});

async function send(api: Api, [method, path, headers]: readonly [string, string, object], more: object = {}) {
  const authorization = `Bearer ${await api.tokenOf('fin-1')}`;
  const body = method === 'POST' ? JSON.stringify({ query: '{ viewer { key } }' }) : null;
  const all = { authorization, 'content-type': 'application/json', ...headers, ...more };
  return fetch(api.url + path, { method, headers: all, body, redirect: 'manual' });
}

test.each(ROUTES)('%s %s has the headers that keep browsers careful', async (...route) => {
  for (const authorization of [`Bearer ${await alone.tokenOf('fin-1')}`, 'Bearer nobody']) {
    const { headers, status } = await send(alone, route, { authorization });
    expect(status).toBeLessThan(500);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect([...headers.keys()].filter((name) => /^access-control|^server$|^x-powered/.test(name))).toEqual([]);
    expect(headers.get('cache-control')).toMatch(/^(no-store|no-cache|private, no-cache)$/);
  }
});

describe('the pages of another site', () => {
  const ASK = ['POST', '/graphql', {}] as const;
  const preflight = (api: Api, origin: string) =>
    fetch(`${api.url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  test('that was named may ask, and read the answer', async () => {
    const may = await preflight(open, FRIEND);
    expect(may.status).toBe(204);
    expect(may.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(may.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await send(open, ASK, { origin: FRIEND, 'sec-fetch-site': 'cross-site' });
    expect(await answer.json()).toMatchObject({ data: { viewer: { key: 'fin-1' } } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(answer.headers.get('vary')).toContain('origin');
  });

  test('that was named may read why it was refused, too', async () => {
    const { status, headers } = await send(open, ASK, { origin: FRIEND, authorization: 'Bearer nobody' });
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBe(FRIEND);
  });

  test.each(['https://evil.example', `${FRIEND}.evil.example`, 'null', 'http://app.example.com', '*', `${FRIEND}:444`])(
    'that was not, %s, may not, and is not named in any answer',
    async (origin) => {
      for (const reply of [await preflight(open, origin), await send(open, ASK, { origin })])
        expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      const asked = await send(open, ASK, { origin, 'sec-fetch-site': 'cross-site' });
      expect(asked.status).toBe(403);
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'cannot make a browser ask by a form of %p',
    async (type) => {
      for (const extensions of [
        '{ viewer { key } }',
        'mutation { revokeApiKey(input: { apiKey: "x" }) { errors { code } } }',
      ]) {
        const headers = {
          authorization: `Bearer ${await alone.tokenOf('ad-1')}`,
          ...(type && { 'content-type': type }),
        };
        const body = Buffer.from(JSON.stringify({ query: extensions }));
        const reply = await fetch(`${alone.url}/graphql`, { method: 'POST', headers, body });
        expect(reply.status).toBe(400);
        expect(await reply.json()).not.toHaveProperty('data');
      }
    },
  );

  test('cannot make it ask by a link, nor change anything by GET', async () => {
    const get = async (query: string, headers: Record<string, string>) =>
      send(alone, ['GET', `/graphql?query=${encodeURIComponent(query)}`, headers]);
    expect((await get('{ viewer { key } }', { 'content-type': 'text/plain' })).status).toBe(400);
    const change = 'mutation { revokeApiKey(input: { apiKey: "x" }) { errors { code } } }';
    expect((await get(change, { 'apollo-require-preflight': 'yes' })).status).toBe(405);
  });

  test('find no batches to smuggle anything in', async () => {
    const one = { query: '{ viewer { key } }' };
    for (const body of [[], [one], [one, one]]) {
      const headers = { authorization: `Bearer ${await alone.tokenOf('fin-1')}`, 'content-type': 'application/json' };
      const reply = await fetch(`${alone.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(reply.status).toBe(400);
    }
  });
});
