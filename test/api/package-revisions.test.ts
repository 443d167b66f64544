import { type Api, type Asker, startApi } from '../harness/api';
import { answered, openDeal, record } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';
import {
  ChangeRiskDocument,
  CreateCommitmentDocument,
  CreateRiskDocument,
  PackageChangesDocument,
  PackageHistoryDocument,
  ReportRiskMaterialisedDocument,
} from './generated/operations';

let api: Api;
let draft: Draft;
let key: string;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  draft = new Draft(api, await openDeal(api));
  key = draft.deal.key;
});
afterAll(() => api.stop());

const WATER = { sections: { clientBasics: { sector: 'Water' } } };

async function history(first = 20, after?: string, by: Asker = 'am-1') {
  const { deal } = answered(await api.run(by, PackageHistoryDocument, { key, first, after }));
  return deal!.handoffPackage!.revisions;
}

async function changes(from: number, to?: number) {
  const { deal } = answered(await api.run('am-1', PackageChangesDocument, { key, from, to }));
  return deal!.handoffPackage!;
}

/** Submits, and gives the id of the fact. */
async function submitted(expectedVersion: number): Promise<string> {
  const { errors } = await draft.submit(expectedVersion);
  expect(errors).toEqual([]);
  return (await history()).nodes.at(-1)!.event.id;
}

test('a revision reads back as it was submitted, whatever becomes of the package and its risks', async () => {
  const flagged = { description: 'Cohort 1 spans summer', likelihood: 'MEDIUM', mitigation: 'A buffer' } as const;
  const { createRisk } = answered(await api.run('ae-1', CreateRiskDocument, { input: { deal: key, ...flagged } }));
  const promised = { words: '"A report"', promisedTo: 'Dana', dueWeek: 4 };
  const commitment = { deal: key, promisedBy: 'ae-1', ...promised };
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: commitment }));
  await draft.save({ sections: SECTIONS });
  const { handoffPackage } = await draft.submit(1);
  await draft.save({ expectedVersion: 2, sections: { people: null, commercials: null } });
  const change = { risk: createRisk.risk!.id, expectedVersion: 1, description: 'Gone', status: 'CLOSED' } as const;
  answered(await api.run('dl-1', ChangeRiskDocument, { input: change }));
  const [revision] = (await history()).nodes;
  expect(revision).toMatchObject({
    revision: 1,
    submittedAt: handoffPackage!.submittedAt,
    submittedBy: { key: 'ae-1' },
    retractedAt: null,
    sections: handoffPackage!.sections,
    risks: [flagged],
    commitments: [{ ...promised, promisedBy: { key: 'ae-1' }, dueOn: null }],
    noRisksAndIHaveAsked: false,
    noCommitmentsAndIHaveAsked: false,
    event: { fact: { packageSubmitted: { revision: 1 } } },
  });
  expect((await changes(1)).submission).toEqual(revision);
});

test('revisions come in pages, in the order of submitting', async () => {
  await draft.save(COMPLETE);
  await draft.submit(1);
  for (const version of [2, 4]) {
    await draft.save({ expectedVersion: version, sections: { clientBasics: { sector: `Sector ${version}` } } });
    await draft.submit(version + 1);
  }
  const first = await history(2);
  expect(first.nodes.map(({ revision }) => revision)).toEqual([1, 2]);
  const next = await history(2, first.pageInfo.endCursor!);
  expect(next.nodes.map(({ revision, sections }) => [revision, sections.clientBasics.sector])).toEqual([
    [3, 'Sector 4'],
  ]);
  expect(next.pageInfo.hasNextPage).toBe(false);
});

test('what changed is told in words, from revision to revision and to the draft', async () => {
  await draft.save(COMPLETE);
  await draft.submit(1);
  await draft.save({ expectedVersion: 2, ...WATER });
  await draft.submit(3);
  const [deposit, ...others] = SECTIONS.commercials.milestones;
  const milestones = [{ ...deposit!, invoiceOn: '2027-01-05' }, ...others];
  await draft.save({ expectedVersion: 4, sections: { commercials: { milestones } } });
  const label = 'Client basics, Sector';
  const sector = { section: 'A', path: 'clientBasics.sector', label, before: 'Manufacturing', after: 'Water' };
  expect((await changes(1, 2)).changes).toEqual([sector]);
  expect((await changes(2, 1)).changes).toMatchObject([{ before: 'Water', after: 'Manufacturing' }]);
  const invoiced = {
    section: 'E',
    path: 'commercials.milestones.0.invoiceOn',
    label: 'Payment milestone 1, Invoice on',
    before: '4 January 2027',
    after: '5 January 2027',
  };
  expect((await changes(1)).changes).toEqual([sector, invoiced]);
  expect((await changes(2)).changes).toEqual([invoiced]);
  expect(await changes(7)).toEqual({ submission: null, changes: null });
  expect(await changes(1, 7)).toMatchObject({ changes: null });
});

test('submitting again what has not changed is refused: it would only look like news', async () => {
  await draft.save(COMPLETE);
  await draft.submit(1);
  const again = await draft.submit(2);
  const message = 'Nothing has changed since revision 1 was submitted.';
  expect(again.errors).toEqual([{ code: 'BAD_USER_INPUT', path: '', message }]);
  expect([(await history()).nodes.length, (await draft.stored())?.version]).toEqual([1, 2]);
  await draft.save({ expectedVersion: 2, ...WATER });
  await submitted(3);
});

test('a submission that was retracted shows as such, and the same may be submitted once more', async () => {
  await draft.save(COMPLETE);
  const event = await submitted(1);
  const now = new Date().toISOString();
  await record(api, key, [[now, { eventRetracted: { retracts: event, reason: 'The wrong deal' } }]]);
  expect((await history()).nodes).toMatchObject([{ revision: 1, retractedAt: expect.stringMatching(/Z$/) }]);
  await submitted(2);
  expect((await history()).nodes).toMatchObject([{ revision: 1 }, { revision: 2, retractedAt: null }]);
});

test('what surfaced later undeclared is not handed over as if it had been flagged', async () => {
  await draft.save(COMPLETE);
  await draft.submit(1);
  const report = { deal: key, occurredAt: new Date().toISOString(), description: 'Their COO left' };
  answered(await api.run('dl-1', ReportRiskMaterialisedDocument, { input: report }));
  expect((await draft.stored())?.missing).toEqual([]);
  expect((await changes(1)).changes).toEqual([]);
});

test('to an AE who has nothing to do with the deal there is no history', async () => {
  await draft.save(COMPLETE);
  await submitted(1);
  expect((await api.run('ae-3', PackageHistoryDocument, { key })).data).toEqual({ deal: null });
  expect((await history(20, undefined, 'ae-1')).nodes).toHaveLength(1);
});
