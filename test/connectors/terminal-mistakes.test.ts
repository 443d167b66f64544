import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atTerminal } from '../harness/terminal';

const ROOT = path.join(__dirname, '..', '..');

let folder: string;
let notBaton: Server;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-terminal-'));
  notBaton = createServer((_request, response) => response.end('null')).listen(0, '127.0.0.1');
  await new Promise((resolve) => notBaton.once('listening', resolve));
  url = `http://127.0.0.1:${(notBaton.address() as AddressInfo).port}`;
});
afterAll(() => {
  notBaton.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array) => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

describe('a file that nobody can read', () => {
  test('a folder', async () => {
    expect(await atTerminal(['check', folder])).toEqual({
      code: 2,
      out: '',
      error: `${folder} cannot be read (EISDIR)\n`,
    });
  });

  test.each([
    ['in the letters of Windows', Buffer.from('# Handoff: Café\n', 'latin1')],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Handoff: Café\n', 'utf16le')])],
  ])('one %s', async (_name, bytes) => {
    const at = file('letters.md', bytes);
    const { code, error } = await atTerminal(['check', at]);
    expect([code, error]).toEqual([
      2,
      `${at} is not UTF-8: save it as UTF-8 in your editor, or some letters would be lost\n`,
    ]);
  });

  test('one that comes slowly is waited for', async () => {
    const { code, out } = await atTerminal(['check', '-'], ['# Handoff: ', 'Larch\n\n', '## Section H — Gossip\n']);
    expect(code).toBe(1);
    expect(out).toContain('document:3: error: the heading "Section H — Gossip" has no place');
  });
});

test('a document gives the terminal no orders', async () => {
  const { out } = await atTerminal(['check', '-'], '# Handoff: x\n\n## Section \u001b[2J\u0007H\n');
  expect(out).toContain('has no place');
  expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
});

test.each<[string, string[], RegExp]>([
  ['a file for the template', ['template', 'x.md'], /^template takes no FILE\n/],
  ['a file to export into, without --out', ['export', 'x.md', '--deal', 'D-1999-0001'], /^export takes no FILE\n/],
  ['a deal to be checked against', ['check', 'x.md', '--deal', 'D-1999-0001'], /^check takes no --deal\n/],
  ['two files', ['check', 'x.md', 'y.md'], /^check takes one FILE, not 2\n/],
  [
    'a version of letters',
    ['import', 'x.md', '--deal', 'D-1999-0001', '--expected-version', 'two'],
    /not a number from 0 on/,
  ],
])('%s is not understood', async (_name, args, error) => {
  const said = await atTerminal(args);
  expect([said.code, said.out]).toEqual([2, '']);
  expect(said.error).toMatch(error);
});

test.each<[string, Record<string, string>, number, RegExp]>([
  ['a host without http://', { BATON_URL: 'localhost:4000' }, 2, /BATON_URL=localhost:4000 is no URL such as/],
  ['another protocol', { BATON_URL: 'ftp://localhost' }, 2, /is no URL such as/],
  ['what npm prints beside the token', { BATON_TOKEN: '> baton token\neyJ' }, 3, /more than a token/],
  ['a server that is not Baton', {}, 3, /answers, but it is not Baton/],
])('with %s the server is not reached', async (_name, env, code, error) => {
  const said = await atTerminal(['export', '--deal', 'D-1999-0001'], '', {
    BATON_URL: `${url}/graphql`,
    BATON_TOKEN: 'x',
    ...env,
  });
  expect([said.code, said.out]).toEqual([code, '']);
  expect(said.error).toMatch(error);
});

test('with --json a failure is JSON, too', async () => {
  const said = await atTerminal(['check', '/nowhere/x.md', '--json']);
  expect([said.code, JSON.parse(said.out)]).toEqual([2, { error: '/nowhere/x.md cannot be read (ENOENT)' }]);
});

test('whoever has read enough may go', () => {
  const command = 'node src/terminal/baton.cjs handoff template --json | true; echo $PIPESTATUS';
  const said = execFileSync('bash', ['-c', `(${command}) 2>&1`], { cwd: ROOT, encoding: 'utf8' });
  expect(said).toBe('0\n');
});

test('npx finds the command of this project', () => {
  const said = execFileSync('npx', ['--no-install', 'baton', '--help'], { cwd: ROOT, encoding: 'utf8' });
  expect(said).toMatch(/^npx baton handoff COMMAND/);
});
