import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROLES } from '../src/rules';
import { readSettings } from '../src/settings';

const folder = mkdtempSync(path.join(tmpdir(), 'baton-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keyFile(name: string, pem: string | Buffer): string {
  writeFileSync(path.join(folder, name), pem);
  return path.join(folder, name);
}

const ed25519 = generateKeyPairSync('ed25519');
const publicPem = ed25519.publicKey.export({ type: 'spki', format: 'pem' });
const privatePem = ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' });

describe('settings', () => {
  test('nothing set is a local server with an embedded database, the local key and demonstration data', () => {
    expect(readSettings({})).toEqual({
      environment: 'development',
      driveDirectory: expect.stringMatching(/\.baton\/drive$/),
      exportDirectory: expect.stringMatching(/\.baton\/exports$/),
      smtpUrl: undefined,
      payrollColumns: '',
      retention: { contactsMonths: 0, mailsDays: 0, auditMonths: 0 },
      trustedOnlyRoles: [],
      traffic: {
        operationSeconds: 30,
        requestsAMinute: 12_000,
        objectsAMinute: 3_000_000,
        strangersAMinute: 600,
        trustedProxies: [],
        corsOrigins: [],
        introspectionRoles: ROLES,
      },
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: undefined,
      dataDirectory: path.join(__dirname, '..', '.baton'),
      poolSize: 10,
      demo: true,
      logLevel: 'info',
      auth: { issuer: 'baton', audience: 'baton', algorithms: ['EdDSA'], publicKey: undefined, openId: undefined },
    });
  });

  test('an empty value is one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readSettings({}));
  });

  test('what is set is taken', () => {
    const publicKey = keyFile('public.pem', publicPem);
    const settings = readSettings({
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://baton:secret@db.example:5433/baton?sslmode=require',
      DATA_DIR: 'elsewhere',
      POOL_SIZE: '40',
      LOG_LEVEL: 'warn',
      AUTH_ISSUER: 'https://id.example',
      AUTH_AUDIENCE: 'baton-live',
      AUTH_PUBLIC_KEY_FILE: publicKey,
    });
    expect(settings).toMatchObject({ port: 0, host: '::1', poolSize: 40, logLevel: 'warn', environment: 'production' });
    expect(settings.databaseUrl).toBe('postgresql://baton:secret@db.example:5433/baton?sslmode=require');
    expect(settings.dataDirectory).toBe(path.resolve('elsewhere'));
    expect(settings.auth).toMatchObject({
      issuer: 'https://id.example',
      audience: 'baton-live',
      algorithms: ['EdDSA'],
    });
    expect(settings.auth.publicKey?.asymmetricKeyType).toBe('ed25519');
  });

  test.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://localhost/baton' }, false],
    [{ NODE_ENV: 'production', AUTH_PUBLIC_KEY_FILE: 'public.pem' }, false],
    [{ NODE_ENV: 'production', AUTH_PUBLIC_KEY_FILE: 'public.pem', DEMO: 'true' }, true],
    [{ DEMO: 'false' }, false],
  ])('with %j demonstration data is %s: never unasked in a database of one’s own or in production', (env, demo) => {
    const file = keyFile('public.pem', publicPem);
    expect(readSettings({ ...env, ...('AUTH_PUBLIC_KEY_FILE' in env && { AUTH_PUBLIC_KEY_FILE: file }) }).demo).toBe(
      demo,
    );
  });
});

describe('a secret in a file', () => {
  const url = 'postgres://me:hunter2@db/baton';

  test('is what the file holds, without the line break at its end', () => {
    const env = { DATABASE_URL_FILE: keyFile('url', `${url}\n`), SMTP_URL_FILE: keyFile('smtp', 'smtp://me:x@mail') };
    expect(readSettings(env)).toMatchObject({ databaseUrl: url, smtpUrl: 'smtp://me:x@mail', demo: false });
  });

  test.each([
    ['that is not there', () => '/no/such/file', 'DATABASE_URL_FILE="/no/such/file" is not accepted: a readable file'],
    ['that is empty', () => keyFile('empty', '\n'), 'is not accepted: a readable file that is not empty is'],
    ['that holds something else', () => keyFile('other', 'hunter2'), /^DATABASE_URL=… is not accepted/],
  ])('%s is refused', (_name, file, message) => {
    expect(() => readSettings({ DATABASE_URL_FILE: file() })).toThrow(message);
  });

  test('is refused where the setting itself is set as well', () => {
    const env = { DATABASE_URL: url, DATABASE_URL_FILE: keyFile('url', url) };
    expect(() => readSettings(env)).toThrow(/^DATABASE_URL_FILE=.* is not accepted: one of it and DATABASE_URL is$/);
  });
});

describe('the settings of an OpenID Connect issuer', () => {
  const live = { NODE_ENV: 'production', AUTH_ISSUER: 'https://id.example/tenant', AUTH_AUDIENCE: 'baton-live' };

  test('need no key, also in production', () => {
    const { auth } = readSettings(live);
    expect(auth).toMatchObject({ issuer: 'https://id.example/tenant', publicKey: undefined });
    expect(auth.algorithms).toEqual(expect.arrayContaining(['RS256', 'ES256', 'EdDSA']));
    expect(auth.openId).toEqual({ person: 'sub', personBy: 'KEY', role: 'role', roles: undefined, notBefore: 'nbf' });
  });

  test.each([
    [{ AUTH_ISSUER: 'http://id.example' }, 'AUTH_ISSUER=http://… is not accepted: an https URL without'],
    [{ AUTH_ISSUER: 'http://127.0.0.1.id.example' }, 'AUTH_ISSUER=http://… is not accepted'],
    [{ AUTH_ISSUER: 'https://id.example?tenant=1' }, 'AUTH_ISSUER=https://… is not accepted'],
    [{ AUTH_ISSUER: 'file:///etc' }, 'AUTH_ISSUER=file://… is not accepted'],
    [{ AUTH_ISSUER: 'baton' }, 'unless AUTH_ISSUER is the URL of an OpenID Connect issuer'],
    [{ AUTH_AUDIENCE: '' }, 'AUTH_AUDIENCE is not set: an OpenID Connect issuer has tokens for others, too'],
    [{ AUTH_ALGORITHM: 'RS256,HS256' }, 'AUTH_ALGORITHM="RS256,HS256" is not accepted: any of EdDSA, ES256'],
    [{ AUTH_ALGORITHM: 'none' }, 'AUTH_ALGORITHM="none" is not accepted: any of EdDSA, ES256'],
    [{ AUTH_PERSON_BY: 'NAME' }, 'AUTH_PERSON_BY="NAME" is not accepted: KEY, EMAIL is'],
    [{ AUTH_ROLES: 'KING=payroll' }, 'AUTH_ROLES="KING=payroll" is not accepted: any role with its name'],
    [{ AUTH_ROLES: 'FINANCE=' }, 'AUTH_ROLES="FINANCE=" is not accepted: any role with its name'],
    [{ AUTH_ROLES: 'FINANCE=a,ADMIN=a' }, 'AUTH_ROLES="FINANCE=a,ADMIN=a" is not accepted: a name once is'],
    [{ AUTH_NOT_BEFORE: 'exp' }, 'AUTH_NOT_BEFORE="exp" is not accepted: nbf, iat is'],
  ])('are refused with %j', (change, message) => {
    expect(() => readSettings({ ...live, ...change })).toThrow(message);
  });

  test('do not show a password in the URL', () => {
    expect(() => readSettings({ ...live, AUTH_ISSUER: 'https://me:hunter2@id.example' })).toThrow(
      /^AUTH_ISSUER=https:\/\/… is not accepted/,
    );
  });

  test('are nothing to a fixed key', () => {
    expect(() => readSettings({ AUTH_ROLES: 'FINANCE=payroll' })).toThrow(
      'AUTH_ROLES="FINANCE=payroll" is not accepted: with the URL of an OpenID Connect issuer as AUTH_ISSUER',
    );
  });
});

describe('a bad setting is named with its value and what is accepted', () => {
  test.each([
    [{ PORT: '65536' }, 'PORT="65536" is not accepted: a whole number from 0 to 65535 is'],
    [{ PORT: '80a' }, 'PORT="80a" is not accepted: a whole number from 0 to 65535 is'],
    [{ PORT: '-1' }, 'PORT="-1" is not accepted: a whole number from 0 to 65535 is'],
    [{ POOL_SIZE: '1e1' }, 'POOL_SIZE="1e1" is not accepted: a whole number from 2 to 500 is'],
    [{ HOST: 'a b' }, 'HOST="a b" is not accepted: an IP address or the name of a host is'],
    [{ DEMO: 'yes' }, 'DEMO="yes" is not accepted: true, false is'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV="prod" is not accepted: development, test, production is'],
    [
      { TRUSTED_ONLY_ROLES: 'ANALYST,KING' },
      'TRUSTED_ONLY_ROLES="ANALYST,KING" is not accepted: any of ACCOUNT_EXECUTIVE',
    ],
    [{ OPERATION_SECONDS: '31' }, 'OPERATION_SECONDS="31" is not accepted: a whole number from 1 to 30 is'],
    [{ REQUESTS_A_MINUTE: '-1' }, 'REQUESTS_A_MINUTE="-1" is not accepted: a whole number from 0'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES="10.0.0.0/33" is not accepted: addresses or networks'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES="proxy.example" is not accepted: addresses or networks'],
    [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS="*" is not accepted: origins such as https://app.example.com'],
    [{ CORS_ORIGINS: 'https://a.example/' }, 'CORS_ORIGINS="https://a.example/" is not accepted: origins such as'],
    [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS="null" is not accepted: origins such as'],
    [{ INTROSPECTION_ROLES: 'KING' }, 'INTROSPECTION_ROLES="KING" is not accepted: any of ACCOUNT_EXECUTIVE'],
    [{ LOG_LEVEL: 'x'.repeat(100) }, `LOG_LEVEL="${'x'.repeat(80)}…" is not accepted: fatal, error`],
    [{ AUTH_ALGORITHM: 'HS256' }, 'AUTH_ALGORITHM="HS256" is not accepted: EdDSA, ES256'],
    [{ AUTH_ALGORITHM: 'none' }, 'AUTH_ALGORITHM="none" is not accepted: EdDSA, ES256'],
    [{ AUTH_PUBLIC_KEY_FILE: '/no/such.pem' }, 'AUTH_PUBLIC_KEY_FILE="/no/such.pem" is not accepted: a readable PEM'],
    [{ NODE_ENV: 'production' }, 'AUTH_PUBLIC_KEY_FILE is not set: where NODE_ENV=production it names a PEM file'],
  ])('%j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });

  test('all bad ones are told at once, a line each', () => {
    const read = () => readSettings({ PORT: 'x', HOST: '', LOG_LEVEL: 'loud', DEMO: '1' });
    expect(read).toThrow(/^PORT=.*\nDEMO=.*\nLOG_LEVEL=.*$/);
  });

  test.each(['mysql://me:hunter2@db/baton', 'postgres://me:hunter2@[db/baton', 'me:hunter2@db/baton', 'hunter2'])(
    'a bad DATABASE_URL does not show its password: %s',
    (url) => {
      expect(() => readSettings({ DATABASE_URL: url })).toThrow(
        /^DATABASE_URL=((mysql|postgres):\/\/)?… is not accepted/,
      );
      expect(() => readSettings({ DATABASE_URL: url })).not.toThrow(/hunter2/);
    },
  );

  test('a private key is refused, and so is a key of another kind than the algorithm', () => {
    const secret = keyFile('private.pem', privatePem);
    const open = keyFile('public.pem', publicPem);
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' });
    const weak = keyFile('weak.pem', short);
    expect(() => readSettings({ AUTH_PUBLIC_KEY_FILE: secret })).toThrow('a readable PEM file with a public key is');
    for (const AUTH_ALGORITHM of ['ES256', 'ES384', 'RS256', 'PS512'])
      expect(() => readSettings({ AUTH_PUBLIC_KEY_FILE: open, AUTH_ALGORITHM })).toThrow(
        `a public key for AUTH_ALGORITHM=${AUTH_ALGORITHM} is`,
      );
    expect(() => readSettings({ AUTH_PUBLIC_KEY_FILE: weak, AUTH_ALGORITHM: 'RS256' })).toThrow('a public key for');
  });
});
