import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { smtpPost } from '../../src/mail';
import { type Baton, newDataDirectory, removeAll, startBaton } from '../harness/baton';
import { freshDatabase, onServer } from '../harness/database';
import { type IssuerKey, startIssuer, type TestIssuer, tokenOf } from '../harness/issuer';
import { startSmtp } from '../harness/smtp';

jest.setTimeout(60_000);

const newCanary = (name: string) => `canary-${name}-${randomBytes(12).toString('hex')}`;
const folder = mkdtempSync(path.join(tmpdir(), 'baton-canaries-'));
const ROLE = `canary_${randomBytes(4).toString('hex')}`;

let issuer: TestIssuer;
let key: IssuerKey;
beforeAll(async () => {
  issuer = await startIssuer();
  key = await issuer.addKey('first');
});
afterAll(async () => {
  await removeAll();
  await issuer.stop();
  rmSync(folder, { recursive: true });
});

function fileWith(name: string, secret: string): string {
  writeFileSync(path.join(folder, name), `${secret}\n`, { mode: 0o600 });
  return path.join(folder, name);
}

/** The ways in which a secret could be written somewhere. */
const formsOf = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];

/** The command lines of all processes that can be seen; where there is no /proc, none. */
function commandLines(): string {
  if (!existsSync('/proc/self/cmdline')) return '';
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => readOrNothing(`/proc/${pid}/cmdline`)).join('\n');
}

/** A process may have ended since it was listed. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** All that a server writes. */
function listenTo(baton: Baton): () => string {
  let out = '';
  baton.process.stdout?.on('data', (text) => {
    out += text;
  });
  return () => out + baton.errors();
}

function expectNone(secrets: readonly string[], ...places: string[]): void {
  for (const place of places) for (const form of secrets.flatMap(formsOf)) expect(place).not.toContain(form);
}

/** A login with a password of its own for a database with the schema and one person. */
async function databaseWith(password: string): Promise<{ own: string; url: string }> {
  const own = await freshDatabase();
  await onServer(own, `create role ${ROLE} login superuser password '${password}'`);
  await onServer(
    own,
    `insert into person (key, name, email, role) values ('fin-1', 'Fin', 'Fin@Example.com', 'FINANCE')`,
  );
  return { own, url: Object.assign(new URL(own), { username: ROLE, password }).href };
}

test('no secret of a server is in what it logs, answers or is called by, whatever fails', async () => {
  const [password, mail, wrong, guess, asked] = ['database', 'mail', 'token', 'key', 'query'].map(newCanary) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const { own, url } = await databaseWith(password);
  const baton = startBaton({
    DATABASE_URL_FILE: fileWith('database', url),
    SMTP_URL_FILE: fileWith('smtp', `smtp://me:${mail}@127.0.0.1:1`),
    NODE_ENV: 'production',
    LOG_LEVEL: 'trace',
    AUTH_ISSUER: issuer.url,
    AUTH_AUDIENCE: 'baton-live',
    AUTH_PERSON_CLAIM: 'email',
    AUTH_PERSON_BY: 'EMAIL',
  });
  const written = listenTo(baton);
  const at = await baton.url;
  const answers: string[] = [];
  const ask = async (headers: Record<string, string>, query = '{ viewer { key role } }') => {
    const response = await fetch(`${at}/graphql?access_token=${asked}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables: { secret: asked } }),
    });
    answers.push(`${await response.text()} ${JSON.stringify([...response.headers])}`);
    return response.status;
  };
  const token = await tokenOf(issuer, key, { sub: 'x|1', email: 'fin@example.com', email_verified: true });
  const authorization = `Bearer ${token}`;
  expect(await ask({ authorization })).toBe(200);
  expect(answers[0]).toContain('"key":"fin-1","role":"FINANCE"');
  expect(await ask({ authorization: `Bearer ${wrong}` })).toBe(401);
  expect(await ask({ authorization: `Basic ${wrong}` })).toBe(401);
  expect(await ask({ 'x-api-key': `baton_${guess}` })).toBe(401);
  expect(await ask({ authorization }, `{ nothing(a: "${asked}") }`)).toBe(200);
  const lines = [commandLines()];

  await onServer(own, 'alter table person rename to people');
  expect(await ask({ authorization })).toBeGreaterThanOrEqual(200);
  await onServer(own, 'alter table people rename to person');
  await onServer(own, `alter role ${ROLE} password 'another'`);
  await onServer(own, `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${ROLE}'`);
  await ask({ authorization });
  await ask({
    authorization: `Bearer ${await tokenOf(issuer, key, { email: 'fin@example.com', email_verified: true })}`,
  });
  lines.push(commandLines());
  baton.process.kill('SIGTERM');
  await baton.ended;
  expect(written()).toContain('"msg":"request"');
  if (existsSync('/proc/self/cmdline')) expect(lines.join('\n')).toContain('main.js');
  expectNone([password, mail, wrong, guess, asked, token, token.split('.')[2]!], written(), ...answers, ...lines);
  await onServer(own, `reassign owned by ${ROLE} to current_user`);
  await onServer(own, `drop owned by ${ROLE}; drop role ${ROLE}`);
});

test.each([
  ['a password that is wrong', (secret: string, url: string) => ({ DATABASE_URL: withPassword(url, secret) })],
  ['a database that is away', (secret: string) => ({ DATABASE_URL: `postgres://me:${secret}@127.0.0.1:1/baton` })],
  ['a URL that is none', (secret: string) => ({ DATABASE_URL: `me:${secret}@db`, SMTP_URL: `http://me:${secret}@db` })],
  ['an issuer with a password', (secret: string) => ({ AUTH_ISSUER: `https://me:${secret}@id.example` })],
  ['a file with something else', (secret: string) => ({ DATABASE_URL_FILE: fileWith('other', secret) })],
])('no secret is in what a start says that fails for %s', async (_name, settings) => {
  const secret = newCanary('start');
  const baton = startBaton({ LOG_LEVEL: 'trace', ...settings(secret, await freshDatabase()) } as Record<
    string,
    string
  >);
  const written = listenTo(baton);
  baton.url.catch(() => {});
  expect(await baton.ended).toBe(1);
  expect(baton.errors()).not.toBe('');
  expectNone([secret], written());
});

function withPassword(url: string, password: string): string {
  return Object.assign(new URL(url), { password }).href;
}

test('no password of a mail server is in why a mail was not taken', async () => {
  const secret = newCanary('mail');
  const smtp = await startSmtp();
  const address = { name: 'Ann', address: 'ann@example.com' };
  const mail = { messageId: '<1@example.com>', from: address, to: [address], cc: [], subject: 's', text: 't' };
  for (const place of [smtp.url.slice('smtp://'.length), '127.0.0.1:1']) {
    smtp.refuseWith = { code: 550, message: 'no' };
    const failure = await smtpPost(`smtp://me:${secret}@${place}`)
      .send(mail, 'mail.eml')
      .catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expectNone([secret], inspect(failure, { depth: 10 }));
  }
  await smtp.stop();
});

test('the password of the embedded database and the local key are their user’s, and nobody is told', async () => {
  const dataDirectory = newDataDirectory();
  const baton = startBaton({ DATA_DIR: dataDirectory, LOG_LEVEL: 'trace' });
  const written = listenTo(baton);
  await baton.url;
  const file = path.join(dataDirectory, 'postgres', 'password');
  const password = readFileSync(file, 'utf8');
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
  const local = createPrivateKey(readFileSync(path.join(dataDirectory, 'token-key.pem'))).export({ format: 'jwk' }).d!;
  const lines = commandLines();
  baton.process.kill('SIGTERM');
  await baton.ended;
  expectNone([password, local], written(), lines);
});
