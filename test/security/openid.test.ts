import { createHmac, type KeyObject } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import { IssuerAway, type TokenVerifier, tokenVerifier } from '../../src/server/identity';
import { readSettings, type Settings } from '../../src/settings';
import { type IssuerKey, newKey, startIssuer, type TestIssuer, tokenOf } from '../harness/issuer';
import { temporaryDataDirectory } from '../harness/server';

let issuer: TestIssuer;
let key: IssuerKey;
let verifier: TokenVerifier;

const issuers: TestIssuer[] = [];
beforeEach(async () => {
  issuer = await startIssuer();
  issuers.push(issuer);
  key = await issuer.addKey('first');
  verifier = tokenVerifier(settingsOf());
});
afterAll(() => Promise.all(issuers.map((one) => one.stop())));

/** In production there is no local key: whoever gets in was let in by the issuer. */
function settingsOf(more: NodeJS.ProcessEnv = {}): Settings {
  const fixed = { NODE_ENV: 'production', DATA_DIR: temporaryDataDirectory(), AUTH_AUDIENCE: 'baton-live' };
  return readSettings({ ...fixed, AUTH_ISSUER: issuer.url, ...more });
}

const seconds = () => Math.floor(Date.now() / 1_000);
const claimsOf = (token: string) => verifier.claimsOf(token, Date.now());
const encoded = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

test('whoever the issuer names is let in, in the role that it names', async () => {
  const exp = seconds() + 60;
  const expected = { person: 'fin-1', personBy: 'KEY', roles: ['FINANCE'], expiresAt: exp * 1_000 };
  expect(await claimsOf(await tokenOf(issuer, key, { exp }))).toEqual(expected);
  expect(await claimsOf(await tokenOf(issuer, key, { exp }, { typ: 'JWT' }))).toEqual(expected);
  expect(await claimsOf(await tokenOf(issuer, key, { exp }, { typ: 'application/at+jwt' }))).toEqual(expected);
  expect(await claimsOf(await tokenOf(issuer, key, { exp, aud: ['other', 'baton-live'] }))).toEqual(expected);
  expect(issuer.asked).toEqual({ configuration: 1, keys: 1 });
});

test('no token is believed for longer than twelve hours, and clocks may differ by five seconds', async () => {
  const iat = seconds();
  const long = await tokenOf(issuer, key, { iat, exp: iat + 365 * 86_400 });
  const at = (later: number) => verifier.claimsOf(long, (iat + later) * 1_000);
  expect(await at(0)).toMatchObject({ expiresAt: (iat + 12 * 3_600) * 1_000 });
  expect(await at(12 * 3_600)).toBeDefined();
  expect(await at(12 * 3_600 + 10)).toBeUndefined();
  expect(await at(-4)).toBeDefined();
  expect(await at(-10)).toBeUndefined();
});

describe('nobody is let in', () => {
  const refused: [string, (now: number) => Record<string, unknown>][] = [
    ['of another issuer', () => ({ iss: 'https://id.example' })],
    ['of the issuer with a slash more', () => ({ iss: `${issuer.url}/` })],
    ['for another audience', () => ({ aud: 'other' })],
    ['for an audience in other letters', () => ({ aud: 'Baton-Live' })],
    ['without issuer', () => ({ iss: undefined })],
    ['without audience', () => ({ aud: undefined })],
    ['without expiry', () => ({ exp: undefined })],
    ['without the instant from which it is good', () => ({ nbf: undefined })],
    ['without the instant at which it was made', () => ({ iat: undefined })],
    ['that has expired', (now) => ({ exp: now - 10 })],
    ['that is not good yet', (now) => ({ nbf: now + 60 })],
    ['that is to be made', (now) => ({ iat: now + 60 })],
    ['that was made too long ago', (now) => ({ iat: now - 13 * 3_600 })],
    ['whose expiry is a text', () => ({ exp: '9999999999' })],
    ['without a person', () => ({ sub: undefined })],
    ['without a role', () => ({ role: undefined })],
    ['with a role that there is not', () => ({ role: 'KING' })],
    ['with two roles', () => ({ role: ['FINANCE', 'ADMIN'] })],
    ['with a role that is an object', () => ({ role: { FINANCE: true } })],
  ];

  test.each(refused)('with a token %s', async (_name, change) => {
    expect(await claimsOf(await tokenOf(issuer, key))).toBeDefined();
    expect(await claimsOf(await tokenOf(issuer, key, change(seconds())))).toBeUndefined();
  });

  test.each(['logout+jwt', 'dpop+jwt', 'secevent+jwt', 'at+jwt2', ''])('with a token of type "%s"', async (typ) => {
    expect(await claimsOf(await tokenOf(issuer, key, {}, { typ }))).toBeUndefined();
  });
});

describe('no forged token is believed', () => {
  test('that nobody signed, whatever its algorithm is called', async () => {
    const [, payload] = (await tokenOf(issuer, key)).split('.');
    for (const alg of ['none', 'None', 'NONE', '', null, ['ES256'], { alg: 'ES256' }])
      for (const signature of ['', 'AAAA'])
        expect(await claimsOf(`${encoded({ alg, kid: 'first' })}.${payload}.${signature}`)).toBeUndefined();
    const claims = { iss: issuer.url, aud: 'baton-live', sub: 'fin-1', role: 'FINANCE', nbf: 0 };
    expect(await claimsOf(new UnsecuredJWT(claims).setIssuedAt().setExpirationTime('1h').encode())).toBeUndefined();
  });

  test('whose shared secret is a public key of the issuer', async () => {
    const rsa = await issuer.addKey('rsa', 'RS256');
    const [, payload] = (await tokenOf(issuer, rsa)).split('.');
    for (const { kid, publicKey } of [key, rsa])
      for (const secret of secretsIn(publicKey)) {
        const signed = `${encoded({ alg: 'HS256', kid })}.${payload}`;
        const signature = createHmac('sha256', secret).update(signed).digest('base64url');
        expect(await claimsOf(`${signed}.${signature}`)).toBeUndefined();
      }
  });

  test('of a symmetric or private key among the published ones, or an algorithm that is not accepted', async () => {
    const secret = Buffer.alloc(32, 'x');
    issuer.keys.push({ kty: 'oct', k: secret.toString('base64url'), kid: 'shared', alg: 'HS256' });
    issuer.keys.push({ ...newKey('leaked').privateKey.export({ format: 'jwk' }), kid: 'leaked', alg: 'ES256' });
    const [, payload] = (await tokenOf(issuer, key)).split('.');
    const signed = `${encoded({ alg: 'HS256', kid: 'shared' })}.${payload}`;
    expect(
      await claimsOf(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`),
    ).toBeUndefined();
    expect(await claimsOf(await tokenOf(issuer, newKey('leaked')))).toBeUndefined();
    verifier = tokenVerifier(settingsOf({ AUTH_ALGORITHM: 'RS256,EdDSA' }));
    expect(await claimsOf(await tokenOf(issuer, key))).toBeUndefined();
    const rsa = await issuer.addKey('rsa', 'RS256');
    verifier = tokenVerifier(settingsOf({ AUTH_ALGORITHM: 'RS256,EdDSA' }));
    expect(await claimsOf(await tokenOf(issuer, rsa))).toBeDefined();
  });

  test('by a key that the token brings along or points to, or by a name that is none', async () => {
    const own = newKey('own');
    const jwk = own.publicKey.export({ format: 'jwk' });
    const headers = [
      { jwk },
      { jku: `${issuer.url}/keys`, x5u: `${issuer.url}/keys` },
      { kid: 'first', jwk },
      { kid: '../../../dev/null' },
      { kid: '__proto__' },
      { kid: 'constructor' },
      { kid: 'x'.repeat(3_000) },
    ];
    const asked = { ...issuer.asked };
    for (const header of headers) expect(await claimsOf(await tokenOf(issuer, own, {}, header))).toBeUndefined();
    expect(issuer.asked.keys).toBeLessThanOrEqual(asked.keys + 1);
  });

  test('whose key has a name of a strange type', async () => {
    const [, payload, signature] = (await tokenOf(issuer, key)).split('.');
    for (const kid of [null, 1, {}, ['first'], true])
      expect(await claimsOf(`${encoded({ alg: 'ES256', kid })}.${payload}.${signature}`)).toBeUndefined();
  });
});

describe('the configuration of the issuer', () => {
  const wrong: [string, () => Record<string, unknown>][] = [
    ['is of another issuer', () => ({ issuer: 'https://id.example' })],
    ['says nothing of its issuer', () => ({ issuer: undefined })],
    ['has no place of keys', () => ({ jwks_uri: undefined })],
    ['has its keys without TLS', () => ({ jwks_uri: 'http://id.example/keys' })],
    ['has its keys in a file', () => ({ jwks_uri: 'file:///etc/passwd' })],
  ];

  test.each(wrong)('that %s is not believed', async (_name, change) => {
    Object.assign(issuer.configuration, change());
    const why: string[] = [];
    verifier = tokenVerifier(settingsOf(), (reason) => why.push(reason));
    await expect(claimsOf(await tokenOf(issuer, key))).rejects.toThrow(IssuerAway);
    expect(why).toEqual([expect.stringContaining('/.well-known/openid-configuration')]);
    expect(issuer.asked.keys).toBeLessThanOrEqual(1);
  });

  test.each([
    ['redirects', (issuer: TestIssuer) => issuer.url, 'status 302'],
    ['is too long', () => 'x'.repeat(300_000), 'more than 262144 bytes'],
    ['is no JSON', () => '{"issuer": hunter2', 'is no JSON'],
    ['is null', () => 'null', 'of another issuer'],
  ])('that %s is not read', async (what, body, reason) => {
    issuer.answer = (response) => {
      if (what === 'redirects') response.writeHead(302, { location: `${issuer.url}/keys` }).end();
      else response.end(body(issuer));
    };
    const why: string[] = [];
    verifier = tokenVerifier(settingsOf(), (told) => why.push(told));
    await expect(claimsOf(await tokenOf(issuer, key))).rejects.toThrow(IssuerAway);
    expect(why).toEqual([expect.stringContaining(reason)]);
    expect(why[0]).not.toContain('hunter2');
  });

  test('that comes drop by drop is given up after three seconds', async () => {
    let drops: NodeJS.Timeout | undefined;
    issuer.answer = (response) => {
      drops = setInterval(() => response.write(' '), 100);
      response.once('close', () => clearInterval(drops));
    };
    verifier = tokenVerifier(settingsOf());
    const begun = performance.now();
    await expect(claimsOf(await tokenOf(issuer, key))).rejects.toThrow(IssuerAway);
    expect(performance.now() - begun).toBeLessThan(6_000);
    clearInterval(drops);
  }, 10_000);
});

describe('claims', () => {
  const read = async (settings: NodeJS.ProcessEnv, change: Record<string, unknown>) => {
    verifier = tokenVerifier(settingsOf(settings));
    return claimsOf(await tokenOf(issuer, key, { sub: 'x|1', role: undefined, ...change }));
  };

  test('name people by the claim that is configured', async () => {
    const claims = { AUTH_PERSON_CLAIM: 'https://id.example/key' };
    const role = 'FINANCE';
    expect(await read(claims, { role, 'https://id.example/key': 'fin-1' })).toMatchObject({ person: 'fin-1' });
    expect(await read({ AUTH_PERSON_CLAIM: 'baton.key' }, { role, baton: { key: 'fin-1' } })).toMatchObject({
      person: 'fin-1',
    });
    for (const AUTH_PERSON_CLAIM of ['constructor.name', '__proto__', 'toString', 'baton', 'baton.key.length'])
      expect(await read({ AUTH_PERSON_CLAIM }, { role, baton: { key: 'fin-1' } })).toBeUndefined();
  });

  test('name people by an address that the issuer has verified', async () => {
    const byEmail = { AUTH_PERSON_CLAIM: 'email', AUTH_PERSON_BY: 'EMAIL' };
    const claims = { role: 'FINANCE', email: 'fin@example.com' };
    expect(await read(byEmail, { ...claims, email_verified: true })).toMatchObject({
      person: 'fin@example.com',
      personBy: 'EMAIL',
    });
    for (const email_verified of [undefined, false, 'true', 1])
      expect(await read(byEmail, { ...claims, email_verified })).toBeUndefined();
  });

  test('give the roles that the issuer’s groups stand for, and no others', async () => {
    const groups = {
      AUTH_ROLE_CLAIM: 'realm.groups',
      AUTH_ROLES: 'FINANCE=payroll, FINANCE=cn=books,ADMIN=operations',
    };
    const rolesOf = async (of: unknown) => (await read(groups, { realm: { groups: of } }))?.roles;
    expect(await rolesOf(['staff', 'payroll'])).toEqual(['FINANCE']);
    expect(await rolesOf('cn=books')).toEqual(['FINANCE']);
    expect(await rolesOf(['operations', 'payroll'])).toEqual(['ADMIN', 'FINANCE']);
    for (const none of [['FINANCE'], 'ADMIN', ['staff'], [], [['payroll']], { payroll: true }, undefined])
      expect(await rolesOf(none)).toBeUndefined();
  });

  test('say from when on a token is good by when it was made, where that is configured', async () => {
    const change = { sub: 'fin-1', role: 'FINANCE', nbf: undefined };
    expect(await read({}, change)).toBeUndefined();
    expect(await read({ AUTH_NOT_BEFORE: 'iat' }, change)).toBeDefined();
    expect(await read({ AUTH_NOT_BEFORE: 'iat' }, { ...change, nbf: seconds() + 60 })).toBeUndefined();
  });
});

/** All that somebody may take for the secret who has a public key. */
function secretsIn(publicKey: KeyObject): (string | Buffer)[] {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const jwk = publicKey.export({ format: 'jwk' });
  return [pem, pem.trim(), publicKey.export({ type: 'spki', format: 'der' }), JSON.stringify(jwk), `${jwk.n ?? jwk.x}`];
}
