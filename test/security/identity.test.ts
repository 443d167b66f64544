import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { DatabaseUnavailable } from '../../src/database';
import { Identity, type KnownPerson, signLocally, type TokenVerifier, tokenVerifier } from '../../src/server/identity';
import { type SmallServer, startSmallServer } from '../harness/small/server';

let server: SmallServer;
let key: KeyObject;
let away = false;

beforeAll(async () => {
  server = await startSmallServer(async (person): Promise<KnownPerson | undefined> => {
    if (away) throw new DatabaseUnavailable(new Error('gone'));
    return person === 'fin-1' ? { key: person, role: 'FINANCE' } : undefined;
  });
  await server.tokenFor('fin-1', 'FINANCE');
  key = createPrivateKey(readFileSync(keyFile()));
});
afterAll(() => server.stop());

const keyFile = () => path.join(server.settings.dataDirectory, 'token-key.pem');
const send = (authorization?: string) =>
  server.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: '{"query":"{ echo }"}',
  });
const soon = () => Math.floor(Date.now() / 1_000) + 3_600;
/** A good token, but for the claims that are changed; undefined leaves one out. */
const sign = (change: Record<string, unknown> = {}, alg = 'EdDSA', by: KeyObject | Uint8Array = key) =>
  new SignJWT({ sub: 'fin-1', role: 'FINANCE', iss: 'baton', aud: 'baton', exp: soon(), ...change })
    .setProtectedHeader({ alg })
    .sign(by);
const signed = async (...how: Parameters<typeof sign>) => `Bearer ${await sign(...how)}`;

test('a person with a token of the local key is let in', async () => {
  const reply = await send(`Bearer ${await server.tokenFor('fin-1', 'FINANCE')}`);
  expect(reply.status).toBe(200);
  expect(reply.body.data).toEqual({ echo: 'hello' });
});

describe('nobody is let in', () => {
  const secret = new TextEncoder().encode('x'.repeat(32));
  const another = generateKeyPairSync('ed25519').privateKey;
  const refused: [string, () => string | undefined | Promise<string>][] = [
    ['without a token', () => undefined],
    ['with another scheme', () => 'Basic ZmluLTE6eA=='],
    ['with garbage', () => 'Bearer garbage'],
    ['with a very long token', () => `Bearer ${'x'.repeat(10_000)}`],
    [
      'with an unsigned token',
      () => {
        const token = new UnsecuredJWT({ role: 'FINANCE', sub: 'fin-1' }).setIssuer('baton').setAudience('baton');
        return `Bearer ${token.setExpirationTime('1h').encode()}`;
      },
    ],
    ['with a token signed by a shared secret', () => signed({}, 'HS256', secret)],
    ['with a token of another key', () => signed({}, 'EdDSA', another)],
    ['with a token that has expired', () => signed({ exp: soon() - 3_601 })],
    ['with a token that is not valid yet', () => signed({ nbf: soon() })],
    ['with a token of another issuer', () => signed({ iss: 'other' })],
    ['with a token for another audience', () => signed({ aud: 'other' })],
    ['with a token without issuer', () => signed({ iss: undefined })],
    ['with a token without audience', () => signed({ aud: undefined })],
    ['with a token without expiry', () => signed({ exp: undefined })],
    ['with a token without person', () => signed({ sub: undefined })],
    ['with a token without role', () => signed({ role: undefined })],
    ['with a role that there is not', () => signed({ role: 'KING' })],
    ['with two roles', () => signed({ role: ['FINANCE', 'ADMIN'] })],
    ['with a role that the person has not', async () => `Bearer ${await server.tokenFor('fin-1', 'ADMIN')}`],
    ['as a person who does not exist', async () => `Bearer ${await server.tokenFor('nobody', 'FINANCE')}`],
  ];

  test.each(refused)('%s', async (_name, authorization) => {
    const reply = await send(await authorization());
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toContain('Bearer');
    expect(reply.body).toEqual({
      errors: [{ message: expect.stringContaining('valid token'), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('while the database that knows them is away', async () => {
    away = true;
    const reply = await send(`Bearer ${await sign()}`);
    away = false;
    expect(reply.status).toBe(503);
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'UNAVAILABLE' });
  });
});

test('without a token there is nothing but health and the page', async () => {
  const get = (route: string, accept = '*/*') => server.send({ path: route, headers: { accept }, redirect: 'manual' });
  expect((await get('/health')).status).toBe(200);
  expect((await get('/ready')).status).toBe(200);
  expect((await get('/graphql', 'text/html')).status).toBe(200);
  expect((await get('/', 'text/html')).headers.get('location')).toBe('/graphql');
  expect((await get('/console/page.js')).status).toBe(200);
  expect((await get('/graphql')).status).toBe(401);
  expect((await get('/graphql?query={echo}')).status).toBe(401);
  for (const route of [
    '/',
    '/console',
    '/console/',
    '/console/files.ts',
    '/console/../../package.json',
    '/console/%2e%2e/package.json',
    '/console/__proto__',
    '/metrics',
  ])
    expect((await get(route)).status).toBe(404);
});

test('who somebody is, is believed for five seconds and not beyond the token', async () => {
  const asked: string[] = [];
  let role: KnownPerson['role'] | undefined = 'FINANCE';
  let expiresAt = 100_000;
  const claims = { person: 'fin-1', personBy: 'KEY', roles: ['FINANCE'] } as const;
  const verifier: TokenVerifier = { claimsOf: async () => ({ ...claims, expiresAt }) };
  const people = async (person: string) => {
    asked.push(person);
    return role && { key: person, role };
  };
  const identity = new Identity(verifier, people, async () => undefined);
  const viewer = { personKey: 'fin-1', role: 'FINANCE' };
  expect(await identity.viewerOf({ authorization: 'Bearer t' }, 0)).toEqual(viewer);
  expect(await identity.viewerOf({ authorization: 'bearer t' }, 4_999)).toEqual(viewer);
  expect(asked).toHaveLength(1);
  role = undefined;
  expect(await identity.viewerOf({ authorization: 'Bearer t' }, 5_000)).toBeUndefined();
  role = 'FINANCE';
  expiresAt = 6_000;
  expect(await identity.viewerOf({ authorization: 'Bearer t' }, 5_500)).toEqual(viewer);
  const before = asked.length;
  await identity.viewerOf({ authorization: 'Bearer t' }, 6_000);
  expect(asked).toHaveLength(before + 1);
});

describe('the local key', () => {
  test('is for its user only', () => {
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  test('is refused where NODE_ENV is production, by server and token command alike', async () => {
    const production = { ...server.settings, environment: 'production' as const };
    expect(() => tokenVerifier(production)).toThrow('refused where NODE_ENV=production');
    await expect(signLocally(production, 'fin-1', 'FINANCE')).rejects.toThrow('refused where NODE_ENV=production');
  });

  test('signs nothing for a server that has the public key of an issuer', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { claimsOf: believe } = tokenVerifier({ ...server.settings, auth: { ...server.settings.auth, publicKey } });
    expect(await believe(await sign(), Date.now())).toBeUndefined();
    expect(await believe(await sign({}, 'EdDSA', privateKey), Date.now())).toMatchObject({
      person: 'fin-1',
      roles: ['FINANCE'],
    });
  });
});
