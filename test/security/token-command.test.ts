import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { tokenVerifier } from '../../src/server/identity';
import { readSettings } from '../../src/settings';
import { temporaryDataDirectory } from '../harness/server';

// Every test starts a process or several, which takes its time on a busy machine.
jest.setTimeout(30_000);

const run = promisify(execFile);
const COMMAND = path.join(__dirname, '..', '..', 'dist', 'src', 'token.js');

/** What the command prints and how it ends. */
interface Ended {
  stdout: string;
  stderr: string;
  code: number;
}

async function token(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { PATH } = process.env;
  const ended = run(process.execPath, [COMMAND, ...args], { env: { PATH, DATA_DIR: dataDirectory, ...env } });
  return ended.then(
    (printed) => ({ ...printed, code: 0 }),
    (failure: Ended) => failure,
  );
}

const dataDirectory = temporaryDataDirectory();

test('of several at once in a new folder each prints a token of the same key, and leaves nothing else', async () => {
  const printed = await Promise.all(['FINANCE', 'ANALYST', 'ADMIN', 'FINANCE'].map((role) => token([role])));
  const { claimsOf } = tokenVerifier(readSettings({ DATA_DIR: dataDirectory }));
  const believed = await Promise.all(printed.map(({ stdout }) => claimsOf(stdout.trim(), Date.now())));
  expect(believed.map((claims) => claims?.person)).toEqual(['fin-1', 'an-1', 'ad-1', 'fin-1']);
  expect(readdirSync(dataDirectory)).toEqual(['token-key.pem']);
});

test.each([
  ['ACCOUNT_EXECUTIVE', 'ae-1'],
  ['DELIVERY_LEAD', 'dl-1'],
  ['ACCOUNT_MANAGER', 'am-1'],
])('for %s is for %s, and nothing else is printed', async (role, person) => {
  const { stdout, stderr, code } = await token([role]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(decodeJwt(stdout.trim())).toMatchObject({ sub: person, role, iss: 'baton', aud: 'baton' });
});

test('is for the person that is named', async () => {
  expect(decodeJwt((await token(['ACCOUNT_EXECUTIVE', 'ae-3'])).stdout.trim()).sub).toBe('ae-3');
});

test.each([[['KING']], [['finance']], [[]], [['ADMIN', 'ad-1', 'more']]])(
  'with %j says what is accepted, with exit code 1',
  async (args) => {
    const { stdout, stderr, code } = await token(args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('ACCOUNT_EXECUTIVE|DELIVERY_LEAD|ACCOUNT_MANAGER|FINANCE|ANALYST|ADMIN');
  },
);

test('refuses to run where NODE_ENV is production', async () => {
  const { stdout, stderr, code } = await token(['FINANCE'], { NODE_ENV: 'production' });
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  expect(stderr).toContain('NODE_ENV=production');
});
