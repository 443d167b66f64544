import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Api, startApi } from '../harness/api';
import { openDeal } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import { atTerminal, type Said } from '../harness/terminal';

let api: Api;
let folder: string;
beforeAll(async () => {
  api = await startApi();
  folder = mkdtempSync(path.join(tmpdir(), 'baton-terminal-'));
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npx baton handoff …` as an AE at a terminal does. */
const baton = async (args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Said> =>
  atTerminal(args, input, { BATON_URL: api.url, BATON_TOKEN: await api.tokenOf('ae-1'), ...env });

/** The document of a package that is complete, in a file. */
async function written(): Promise<{ file: string; markdown: string; key: string }> {
  const { key } = await openDeal(api);
  const draft = new Draft(api, { key, id: key });
  await draft.save(COMPLETE);
  const { out: markdown } = await baton(['export', '--deal', key]);
  const file = path.join(folder, `${key}.md`);
  writeFileSync(file, markdown);
  return { file, markdown, key };
}

test('a template is printed, and lacks everything when it is checked', async () => {
  const { code, out } = await baton(['template', '--currency', 'EUR']);
  expect(code).toBe(0);
  expect(out).toContain('## Section G — Commitments AE made');
  const checked = await baton(['check', '-'], out);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain("missing: Client basics, Legal name: Give the client's legal name.");
  expect(checked.out).not.toContain('error:');
});

test('a complete document is checked without a server, and then says nothing', async () => {
  const { file } = await written();
  expect(await baton(['check', file], '', { BATON_URL: 'http://localhost:1', BATON_TOKEN: '' })).toEqual({
    ...{ code: 0, out: '', error: '' },
  });
});

test('what is wrong in a document is told by file and line, for people and as JSON', async () => {
  const { file, markdown } = await written();
  writeFileSync(file, markdown.replace('01234567', '12345').replace('1 March 2027', '31 February 2027'));
  const line = markdown.split('\n').findIndex((text) => text.includes('01234567')) + 1;
  const checked = await baton(['check', file]);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain(`${file}:${line}: error: "12345" is not a Companies House number`);
  expect(checked.out).toMatch(/:\d+: error: .*31 February 2027/);
  const asJson = JSON.parse((await baton(['check', file, '--json'])).out) as { findings: { line: number }[] };
  expect(asJson.findings).toContainEqual(
    expect.objectContaining({ line, severity: 'ERROR', path: 'clientBasics.companyNumber' }),
  );
});

test('a document is exported, edited and imported', async () => {
  const { markdown, key } = await written();
  const file = path.join(folder, 'edited.md');
  expect(await baton(['export', '--deal', key, '--out', file])).toEqual({ code: 0, out: '', error: '' });
  expect(readFileSync(file, 'utf8')).toBe(markdown);
  writeFileSync(file, markdown.replace('Manufacturing', 'Making things'));
  const imported = await baton(['import', file, '--deal', key]);
  expect(imported).toMatchObject({ code: 0, out: `${key}: imported as version 2 of its package\n`, error: '' });
  const again = await baton(['export', '--deal', key, '--json']);
  expect((JSON.parse(again.out) as { markdown: string }).markdown).toContain('**Sector:** Making things');
});

test('what somebody else has saved since the export is not overwritten', async () => {
  const { markdown, key } = await written();
  const { version } = JSON.parse((await baton(['export', '--deal', key, '--json'])).out) as { version: number };
  const mine = (sector: string) => markdown.replace('Manufacturing', sector);
  const importing = (sector: string) =>
    baton(['import', '-', '--deal', key, '--expected-version', `${version}`], mine(sector));
  expect((await importing('Theirs')).code).toBe(0);
  expect(await importing('Mine')).toMatchObject({ code: 1, error: expect.stringContaining('version 2 is current') });
  expect((await baton(['export', '--deal', key])).out).toContain('**Sector:** Theirs');
});

test('a document that cannot be imported is told line by line, and nothing is', async () => {
  const { markdown, key } = await written();
  const refused = await baton(['import', '-', '--deal', key], markdown.replace('01234567', '12345'));
  expect(refused.code).toBe(1);
  expect(refused.out).toMatch(/^document:\d+: error: "12345" is not a Companies House number/m);
  expect(refused.error).toBe('Nothing was imported: the document has 1 error, see `findings`\n');
  expect((await baton(['export', '--deal', key])).out).toBe(markdown);
});

describe('the exit code says', () => {
  test.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['2: a command that is none', ['publish'], {}, 2, /There is no such command: handoff publish/],
    ['2: an option that is none', ['check', '--hard'], {}, 2, /Unknown option '--hard'/],
    ['2: no file', ['check'], {}, 2, /FILE is missing/],
    ['2: a file that is not there', ['check', '/nowhere/x.md'], {}, 2, /\/nowhere\/x\.md cannot be read/],
    ['2: a currency that is none', ['template', '--currency', 'XYZ'], {}, 2, /--currency: /],
    ['2: a revision that is none', ['export', '--deal', 'D-1999-0001', '--revision', '0'], {}, 2, /--revision 0/],
    ['1: a deal that is none', ['export', '--deal', 'D-1999-0001'], {}, 1, /There is no deal D-1999-0001/],
    ['3: nobody there', ['export', '--deal', 'D-1999-0001'], { BATON_URL: 'http://localhost:1' }, 3, /Nobody answers/],
    ['3: a token that is none', ['export', '--deal', 'D-1999-0001'], { BATON_TOKEN: 'x' }, 3, /./],
    ['3: no token', ['export', '--deal', 'D-1999-0001'], { BATON_TOKEN: '' }, 3, /BATON_TOKEN is not set/],
  ])('%s', async (_name, args, env, code, error) => {
    const said = await baton(args, '', env);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.error).toMatch(error);
  });
});
