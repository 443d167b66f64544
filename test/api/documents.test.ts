import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import {
  ChangeRiskDocument,
  CreateRiskDocument,
  PackageDocumentDocument,
  WriteHandoffDocumentDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
let draft: Draft;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api, { clientName: 'Ångström & Søn Ltd' });
  draft = new Draft(api, deal);
  await draft.save(COMPLETE);
});
afterAll(() => api.stop());

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now());
const onDrive = (file: string) => path.join(api.driveDirectory, file);
const read = async (revision: number | null = null, key = deal.key) =>
  answered(await api.run('am-1', PackageDocumentDocument, { key, revision })).deal!.handoffPackage!.document;
const write = async (revision: number) =>
  answered(await api.run('am-1', WriteHandoffDocumentDocument, { input: { deal: deal.key, revision } }))
    .writeHandoffDocument;

describe('the document of a package', () => {
  test('lies on the drive once it is submitted, by the pattern of the seed', async () => {
    const { errors, warnings, document } = await draft.submit(1);
    expect([errors, warnings]).toEqual([[], []]);
    expect(document!.path).toMatch(/^clients\/angstrom-son-ltd\/01-handoff\/handoff-angstrom-son-ltd/);
    expect(document!.path).toContain(`${TODAY}.md`);
    const text = readFileSync(onDrive(document!.path!), 'utf8');
    expect(text).toBe((await read(1))!.markdown);
    expect(text).toContain('# Handoff: Ångström & Søn Ltd');
    expect(text).toContain('## Section C — What they’re solving'.replace('’', "'"));
    expect(text).toContain('None, and I have asked.');
  });

  test('is shown of the draft, too, which lies nowhere', async () => {
    expect(await read()).toMatchObject({ revision: null, path: null });
    const { handoffPackage } = answered(await api.run('am-1', PackageDocumentDocument, { key: deal.key })).deal!;
    expect(handoffPackage!.document!.html).toContain('<h2>Section B — People</h2>');
    expect(await read(7)).toBeNull();
  });

  test('of a revision stays the same for good, whatever becomes of the draft', async () => {
    await draft.submit(1);
    const before = await read(1);
    const { handoffPackage } = await draft.save({
      expectedVersion: 2,
      sections: { clientBasics: { sector: 'Another <b>sector</b>' } },
    });
    expect(handoffPackage!.version).toBe(3);
    expect(await read(1)).toEqual(before);
    const now = await read();
    expect(now!.markdown).not.toBe(before!.markdown);
    expect(now!.html).not.toContain('<b>');
    expect(now!.html).toContain('Another &lt;b&gt;sector&lt;/b&gt;');
  });

  test('of two deals of one client, submitted on one day, are two files', async () => {
    const other = new Draft(api, await openDeal(api, { clientName: 'Ångström & Søn Ltd' }));
    await other.save(COMPLETE);
    const paths = [(await draft.submit(1)).document!.path!, (await other.submit(1)).document!.path!];
    expect(new Set(paths).size).toBe(2);
    expect(paths[1]).toBe(
      `clients/angstrom-son-ltd/01-handoff/handoff-angstrom-son-ltd-${other.deal.key.toLowerCase()}-${TODAY}.md`,
    );
    expect(readFileSync(onDrive(paths[0]!), 'utf8')).toContain(deal.key);
    expect(readFileSync(onDrive(paths[1]!), 'utf8')).toContain(other.deal.key);
  });

  test('of a later revision of the day takes the place of the earlier one, which can still be read', async () => {
    const first = await draft.submit(1);
    await draft.save({ expectedVersion: 2, sections: { clientBasics: { sector: 'Board games' } } });
    const second = await draft.submit(3);
    expect(second.document!.path).toBe(first.document!.path);
    const file = onDrive(second.document!.path!);
    expect(readFileSync(file, 'utf8')).toContain('Board games');
    expect((await write(1)).errors).toMatchObject([{ code: 'CONFLICT', path: 'revision' }]);
    expect(readFileSync(file, 'utf8')).toContain('Board games');
    expect((await read(1))!.markdown).not.toContain('Board games');
  });

  test('shows who promised what by name', async () => {
    await draft.save({ expectedVersion: 1, noRisksAndIHaveAsked: false });
    const input = { deal: deal.key, description: 'A | pipe', likelihood: 'HIGH', mitigation: '`x`' } as const;
    const { risk } = answered(await api.run('ae-1', CreateRiskDocument, { input })).createRisk;
    expect((await read())!.markdown).toMatch(/A \\\| pipe +\| High/);
    const change = { risk: risk!.id, expectedVersion: 1, likelihood: 'LOW' } as const;
    answered(await api.run('ae-1', ChangeRiskDocument, { input: change }));
    expect((await read())!.markdown).toMatch(/A \\\| pipe +\| Low/);
  });
});

describe('a drive that takes no file', () => {
  const clients = () => onDrive('clients');
  beforeEach(() => {
    rmSync(clients(), { recursive: true, force: true });
    mkdirSync(api.driveDirectory, { recursive: true });
    writeFileSync(clients(), 'somebody has put a file here');
  });
  afterEach(() => rmSync(clients(), { recursive: true, force: true }));

  test('does not undo a submission: the answer warns, and says how to write the document later', async () => {
    const { errors, warnings, document, handoffPackage } = await draft.submit(1);
    expect([errors, document, handoffPackage!.revision]).toEqual([[], null, 1]);
    expect(warnings).toEqual([
      `Revision 1 is submitted, but "clients" on the drive is not a folder. Write it again with ` +
        `writeHandoffDocument(input: { deal: "${deal.key}", revision: 1 }).`,
    ]);
    expect((await write(1)).errors).toMatchObject([{ code: 'UNAVAILABLE' }]);
    expect(await read(1)).toMatchObject({ revision: 1, path: null });
    rmSync(clients());
    const again = await write(1);
    expect(again.errors).toEqual([]);
    expect(existsSync(onDrive(again.document!.path!))).toBe(true);
    expect(readdirSync(path.dirname(onDrive(again.document!.path!)))).toHaveLength(1);
    chmodSync(api.driveDirectory, 0o700);
  });

  test('is not asked for a revision that does not exist', async () => {
    expect((await write(3)).errors).toMatchObject([{ code: 'NOT_FOUND', path: 'revision' }]);
  });
});
