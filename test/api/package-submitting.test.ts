import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, openDeal, record } from '../harness/deals';
import { A_TO_E, COMPLETE, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';
import { CreateCommitmentDocument, CreateRiskDocument, SubmitHandoffPackageDocument } from './generated/operations';

let api: Api;
let draft: Draft;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  draft = new Draft(api, await openDeal(api));
});
afterAll(() => api.stop());

const countFacts = async () => (await api.db.query<{ n: string }>('select count(*) as n from deal_event'))[0]!.n;

test('submitting records the fact, and freezes what was submitted with the risks and commitments of then', async () => {
  const flagged = { description: 'Cohort 1 spans summer', likelihood: 'MEDIUM', mitigation: 'Add a buffer' } as const;
  const risk = { deal: draft.deal.key, ...flagged };
  answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const commitment = {
    deal: draft.deal.key,
    words: '"We can attend your away day"',
    promisedTo: 'Ilse',
    promisedBy: 'ae-1',
  };
  answered(await api.run('ae-1', CreateCommitmentDocument, { input: commitment }));
  await draft.save(A_TO_E);
  const { handoffPackage, missing, errors } = await draft.submit(1);
  expect([errors, missing]).toEqual([[], []]);
  expect(handoffPackage).toMatchObject({
    sections: { clientBasics: { legalName: 'Larch & Finch Ltd' } },
    revision: 1,
    version: 2,
    submittedAt: handoffPackage!.updatedAt,
  });
  const [event] = handoffPackage!.deal.events.nodes;
  expect(event).toMatchObject({
    occurredAt: handoffPackage!.submittedAt,
    recordedAt: handoffPackage!.deal.lastRecordedAt,
    fact: { packageSubmitted: { revision: 1 } },
  });
  expect(await draft.revisions()).toMatchObject([
    {
      revision: 1,
      content: {
        sections: { clientBasics: SECTIONS.clientBasics, commercials: { fee: '4800000' } },
        risks: [flagged],
        commitments: [{ words: '"We can attend your away day"', promisedTo: 'Ilse', promisedBy: 'ae-1', dueOn: null }],
        noRisksAndIHaveAsked: false,
        noCommitmentsAndIHaveAsked: false,
      },
      package: { version: 2, revision: 1 },
      risks: [{ description: 'Cohort 1 spans summer', status: 'OPEN' }],
      commitments: [{ words: '"We can attend your away day"' }],
      fact: { revision: 1 },
    },
  ]);
});

test('submitting meets its clock, which the same answer shows', async () => {
  const now = Date.now();
  const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
  await record(api, draft.deal.key, [
    [ago(3), { feeAgreed: { amount: '48000.00' } }],
    [ago(3), { sowSigned: { party: 'CLIENT' } }],
    [ago(3), { sowSigned: { party: 'VENDOR' } }],
    [ago(2), { depositInvoiced: { amount: '19200.00' } }],
    [ago(1), { closedWon: {} }],
  ]);
  await draft.save(COMPLETE);
  const { handoffPackage } = await draft.submit(1);
  const clock = handoffPackage?.deal.handoff.slas.find(({ sla }) => sla === 'SUBMIT_PACKAGE');
  expect(clock).toMatchObject({ status: 'MET', metAt: handoffPackage?.submittedAt });
});

test('submitting is refused with what is missing while the package is incomplete, and records nothing', async () => {
  const before = await countFacts();
  const { handoffPackage: saved } = await draft.save({
    sections: { ...SECTIONS, people: null },
    noRisksAndIHaveAsked: true,
  });
  const refused = await draft.submit(1);
  expect(refused.missing.map(({ section, path }) => [section, path])).toEqual([
    ['B', 'people.execSponsor'],
    ['B', 'people.hrSponsor'],
    ['B', 'people.procurement'],
    ['B', 'people.finance'],
    ['B', 'people.platformOwner'],
    ['G', 'commitments'],
  ]);
  expect(refused.handoffPackage).toMatchObject({ ...saved, revision: null });
  const [error] = refused.errors;
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', path: '' });
  expect(error?.message).toContain('Name the HR sponsor: the primary contact.');
  expect(error?.message).toContain('List what was promised, or state that nothing was and that you have asked.');
  expect([await countFacts(), await draft.revisions()]).toEqual([before, []]);
});

test('a package of which nothing was saved lacks all seven sections', async () => {
  const refused = await draft.submit(0);
  expect(refused.handoffPackage).toBeNull();
  expect([...new Set(refused.missing.map(({ section }) => section))].join('')).toBe('ABCDEFG');
});

test('submitting lets F and G be empty only with the statement of both', async () => {
  await draft.save({ ...A_TO_E, noRisksAndIHaveAsked: true });
  expect((await draft.submit(1)).missing).toMatchObject([{ section: 'G', path: 'commitments' }]);
  await draft.save({ expectedVersion: 1, noCommitmentsAndIHaveAsked: true });
  expect((await draft.submit(2)).errors).toEqual([]);
});

test('submitting is all or nothing: where it cannot be frozen, nothing is recorded or changed', async () => {
  const { handoffPackage: saved } = await draft.save(COMPLETE);
  const before = await countFacts();
  await onServer(api.databaseUrl, 'alter table package_revision add constraint never check (false) not valid');
  const input = { deal: draft.deal.key, expectedVersion: 1 };
  const { errors } = await api.run('ae-1', SubmitHandoffPackageDocument, { input });
  await onServer(api.databaseUrl, 'alter table package_revision drop constraint never');
  expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect([await countFacts(), await draft.stored()]).toEqual([before, saved]);
  expect((await draft.submit(1)).handoffPackage).toMatchObject({ revision: 1, version: 2 });
});

test('submitting from a version that is not current is a conflict, and so is submitting twice', async () => {
  await draft.save(COMPLETE);
  await draft.save({ expectedVersion: 1, sections: { clientBasics: { sector: 'Water' } } });
  const stale = await draft.submit(1);
  expect(stale).toMatchObject({ missing: [], errors: [{ code: 'CONFLICT' }], handoffPackage: { version: 2 } });
  const answers = await Promise.all(Array.from({ length: 4 }, () => draft.submit(2)));
  expect(answers.map(({ errors }) => errors.map(({ code }) => code).join()).sort()).toEqual([
    '',
    'CONFLICT',
    'CONFLICT',
    'CONFLICT',
  ]);
  expect(await draft.revisions()).toHaveLength(1);
});

test('submitting again after a change is the next revision, and leaves the one before as it was', async () => {
  await draft.save(COMPLETE);
  await draft.submit(1);
  const { handoffPackage } = await draft.save({ expectedVersion: 2, sections: { clientBasics: { sector: 'Water' } } });
  expect(handoffPackage).toMatchObject({ revision: 1, version: 3 });
  expect((await draft.submit(3)).handoffPackage).toMatchObject({ revision: 2, version: 4 });
  expect(await draft.revisions()).toMatchObject([
    { revision: 1, content: { sections: { clientBasics: { sector: 'Manufacturing' } } }, fact: { revision: 1 } },
    { revision: 2, content: { sections: { clientBasics: { sector: 'Water' } } }, fact: { revision: 2 } },
  ]);
});

test.each([
  [7, 8],
  [2_147_483_647, 1],
])('submitting counts on from a revision %d that another system has submitted', async (submitted, next) => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await record(api, draft.deal.key, [[yesterday, { packageSubmitted: { revision: submitted } }]]);
  await draft.save(COMPLETE);
  expect((await draft.submit(1)).handoffPackage?.revision).toBe(next);
});

test('submitting for a deal that is not there is refused', async () => {
  const input = { deal: 'D-2020-0001', expectedVersion: 1 };
  const { submitHandoffPackage } = answered(await api.run('ae-1', SubmitHandoffPackageDocument, { input }));
  const message = 'There is no deal "D-2020-0001"';
  const errors = [{ code: 'NOT_FOUND', path: 'deal', message }];
  expect(submitHandoffPackage).toEqual({ handoffPackage: null, document: null, warnings: [], missing: [], errors });
});
