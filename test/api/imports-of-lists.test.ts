import { type Api, startApi } from '../harness/api';
import { answered, type Opened, openDeal } from '../harness/deals';
import { A_TO_E, COMPLETE, Draft } from '../harness/packages';
import {
  CreateCommitmentDocument,
  CreateRiskDocument,
  ImportedDealDocument,
  ImportHandoffDocumentDocument,
  PackageDocumentDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  deal = await openDeal(api);
});
afterAll(() => api.stop());

const importing = async (markdown: string, expectedVersion = 0) =>
  answered(
    await api.run('ae-1', ImportHandoffDocumentDocument, { input: { deal: deal.key, expectedVersion, markdown } }),
  ).importHandoffDocument;
const stored = async () => answered(await api.run('ae-1', ImportedDealDocument, { key: deal.key })).deal!;
const exported = async () =>
  answered(await api.run('ae-1', PackageDocumentDocument, { key: deal.key })).deal!.handoffPackage!.document!.markdown;
const promise = (words: string, promisedTo: string, dueWeek: number | null, promisedBy = 'ae-1') =>
  api.run('ae-1', CreateCommitmentDocument, { input: { deal: deal.key, words, promisedTo, promisedBy, dueWeek } });
const sectionG = (...rows: string[]) =>
  [
    '# Handoff: Larch & Finch Ltd',
    '## Section G — Commitments AE made',
    '| Exact words | To whom | By whom | Due in week | Due on |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');

describe('importing what a deal has already', () => {
  test('leaves two promises of the same words as they are, and changes the one that is changed', async () => {
    await new Draft(api, deal).save(A_TO_E);
    await promise('The report', 'Dana', 4);
    await promise('The report', 'Sam', 8);
    const [before, markdown] = [await stored(), await exported()];
    expect((await importing(markdown, 1)).errors).toEqual([]);
    expect((await stored()).commitments).toEqual(before.commitments);
    expect((await importing(markdown.replace(/^.*Dana.*\n/m, '').replace('  8 |', ' -2 |'), 2)).errors).toEqual([]);
    expect((await stored()).commitments.nodes).toMatchObject([
      { promisedTo: 'Dana', dueWeek: 4, version: 1 },
      { promisedTo: 'Sam', dueWeek: expect.any(Number) },
    ]);
  });

  test('adds nothing for white space at the ends of lines', async () => {
    await promise('We will send\r\n the report ', 'Dana', 4);
    await new Draft(api, deal).save(A_TO_E);
    expect((await importing(await exported(), 1)).errors).toEqual([]);
    const { commitments } = await stored();
    expect(commitments.nodes).toHaveLength(1);
    expect(commitments.nodes[0]!.version).toBe(1);
  });

  test('keeps what a row leaves empty: who promised it, when it is due, what was suggested against it', async () => {
    await promise('The report', 'Dana', 4, 'dl-2');
    const risk = { deal: deal.key, description: 'New sponsor', likelihood: 'LOW', mitigation: 'Call her' } as const;
    answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
    const sectionF =
      '\n\n## Section F — Risks flagged in sales cycle\n\n| Risk | Likelihood |\n|---|---|\n| New sponsor | High |\n';
    expect((await importing(sectionG('| The report | Dana Okafor | | | |') + sectionF)).errors).toEqual([]);
    const { commitments, risks } = await stored();
    expect(commitments.nodes).toMatchObject([{ promisedTo: 'Dana Okafor', promisedBy: { key: 'dl-2' }, dueWeek: 4 }]);
    expect(risks.nodes).toMatchObject([{ likelihood: 'HIGH', mitigation: 'Call her', version: 2 }]);
  });

  test('reads weeks before the kickoff, and a package with one can be submitted', async () => {
    const draft = new Draft(api, deal);
    await draft.save({ ...COMPLETE, noCommitmentsAndIHaveAsked: false });
    expect((await importing(sectionG('| The deck | Dana | | Week -2 | |'), 1)).errors).toEqual([]);
    expect((await stored()).commitments.nodes).toMatchObject([{ dueWeek: -2 }]);
    expect(await exported()).toMatch(/\| The deck +\| Dana +\| .* \| +-2 \|/);
    expect((await draft.submit(2)).errors).toEqual([]);
  });
});

test.each([
  ['| w | Dana | | 0 | |', 'commitments.0.dueWeek', '0 is not a week: -4 to -1, or 1 to 520'],
  ['| w | Dana | | 999 | |', 'commitments.0.dueWeek', '999 is not a week: -4 to -1, or 1 to 520'],
  [
    '| w | Dana | | Week-2 | |',
    'commitments.0.dueWeek',
    '"Week-2" is not a whole number: Due in week takes digits alone',
  ],
  ['| w | Dana | | 3 | 2027-05-07 |', 'commitments.0.dueOn', 'it is due in a week or on a date, not both'],
  ['| w | Dana | | | 0000-01-01 |', 'commitments.0.dueOn', '"0000-01-01" is not a date: there is no such day'],
  [`| w | ${'y'.repeat(201)} | | | |`, 'commitments.0.promisedTo', 'it is longer than 200 characters: name a person'],
])('what no commitment can say is told by its line: %s', async (row, path, message) => {
  const { errors, findings } = await importing(sectionG(row));
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'markdown' }]);
  expect(findings.filter(({ severity }) => severity === 'ERROR')).toMatchObject([{ line: 5, path, message }]);
  expect((await stored()).commitments.nodes).toEqual([]);
});

test('a document about another client is imported with a warning: names are written in many ways', async () => {
  const { errors, findings } = await importing(sectionG('| w | Dana | | | |').replace('Larch & Finch Ltd', 'Oak plc'));
  expect(errors).toEqual([]);
  expect(findings).toContainEqual(
    expect.objectContaining({
      ...{
        line: 1,
        severity: 'WARNING',
        message: 'the document is about "Oak plc", and the deal is of "Larch & Finch Ltd"',
      },
    }),
  );
});
