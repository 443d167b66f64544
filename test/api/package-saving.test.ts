import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import { ObjectByIdDocument, SaveHandoffPackageDocument } from './generated/operations';

let api: Api;
let draft: Draft;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  draft = new Draft(api, await openDeal(api));
});
afterAll(() => api.stop());

test('saving makes a package with the first section, and then changes the sections that are given', async () => {
  expect(await draft.stored()).toBeNull();
  const first = await draft.save({ clientBasics: 'Larch & Finch Ltd' });
  expect(first.errors).toEqual([]);
  expect(first.handoffPackage).toMatchObject({ clientBasics: 'Larch & Finch Ltd', people: null, version: 1 });
  const second = await draft.save({ expectedVersion: 1, people: 'Dana', noRisksAndIHaveAsked: true }, 'ad-1');
  expect(second.handoffPackage).toMatchObject({
    clientBasics: 'Larch & Finch Ltd',
    people: 'Dana',
    whatTheyAreSolving: null,
    noRisksAndIHaveAsked: true,
    noCommitmentsAndIHaveAsked: false,
    version: 2,
    revision: null,
    submittedAt: null,
    updatedBy: { key: 'ad-1' },
  });
  const third = await draft.save({ expectedVersion: 2, clientBasics: null, noRisksAndIHaveAsked: false });
  expect(third.handoffPackage).toMatchObject({ clientBasics: null, people: 'Dana', noRisksAndIHaveAsked: false });
  expect(await draft.stored()).toEqual(third.handoffPackage);
});

test('a package says what is missing, section by section', async () => {
  const { handoffPackage } = await draft.save({ clientBasics: ' ', people: 'Dana', noRisksAndIHaveAsked: true });
  expect(handoffPackage?.missing.map(({ section, path }) => [section, path])).toEqual([
    ['A', 'clientBasics'],
    ['C', 'whatTheyAreSolving'],
    ['D', 'whatWeAreDelivering'],
    ['E', 'commercials'],
    ['G', 'commitmentsMade'],
  ]);
});

test('a package counts risks and commitments that are written down one by one, in the same request too', async () => {
  const deal = draft.deal.id;
  const missing = 'deal { handoffPackage { missing { section } } }';
  const { data } = await api.ask(
    'ae-1',
    `mutation ($sections: SaveHandoffPackageInput!, $risk: CreateRiskInput!, $commitment: CreateCommitmentInput!,
      $fewer: SaveHandoffPackageInput!) {
      a: saveHandoffPackage(input: $sections) { handoffPackage { ${missing} } }
      b: createRisk(input: $risk) { risk { ${missing} } }
      c: createCommitment(input: $commitment) { commitment { ${missing} } }
      d: saveHandoffPackage(input: $fewer) { handoffPackage { ${missing} } }
    }`,
    {
      sections: { deal, expectedVersion: 0, ...A_TO_E },
      risk: { deal, description: 'Procurement renewal upcoming', likelihood: 'LOW' },
      commitment: { deal, words: '"A reference call"', promisedTo: 'Dana', promisedBy: 'ae-1' },
      fewer: { deal, expectedVersion: 1, commercials: null },
    },
  );
  const lacking = (...sections: string[]) => ({
    deal: { handoffPackage: { missing: sections.map((section) => ({ section })) } },
  });
  expect(data).toEqual({
    a: { handoffPackage: lacking('F', 'G') },
    b: { risk: lacking('G') },
    c: { commitment: lacking() },
    d: { handoffPackage: lacking('E') },
  });
});

test('a package is found again by its id', async () => {
  const { id } = (await draft.save({ people: 'Dana' })).handoffPackage!;
  const { node } = answered(await api.run('am-1', ObjectByIdDocument, { id }));
  expect(node).toEqual({ __typename: 'HandoffPackage', id });
  const none = globalId('HandoffPackage', '00000000-0000-7000-8000-000000000000');
  expect((await api.run('am-1', ObjectByIdDocument, { id: none })).data).toEqual({ node: null });
});

test('saving from a version that is not current is a conflict that says both, and shows what is there', async () => {
  await draft.save({ people: 'Dana' });
  for (const expectedVersion of [0, 2]) {
    const refused = await draft.save({ expectedVersion, people: 'Ilse' }, 'ad-1');
    const message = `It has changed: version ${expectedVersion} is expected, version 1 is current`;
    expect(refused.errors).toEqual([{ code: 'CONFLICT', path: 'expectedVersion', message }]);
    expect(refused.handoffPackage).toMatchObject({ people: 'Dana', version: 1, updatedBy: { key: 'ae-1' } });
  }
});

test('saving what was never made from a later version is a conflict with none', async () => {
  const refused = await draft.save({ expectedVersion: 1, people: 'Dana' });
  expect(refused).toMatchObject({ handoffPackage: null, errors: [{ code: 'CONFLICT', path: 'expectedVersion' }] });
});

test('saving for the first time by many at once is done by one of them', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => draft.save({ people: `Person ${n}` })));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(new Set(answers.map(({ handoffPackage }) => handoffPackage?.people)).size).toBe(1);
});

test.each([
  ['noRisksAndIHaveAsked', { risksFlagged: 'A new sponsor', noRisksAndIHaveAsked: true }, 'section F names some'],
  [
    'noCommitmentsAndIHaveAsked',
    { commitmentsMade: 'A report', noCommitmentsAndIHaveAsked: true },
    'section G names some',
  ],
  ['noRisksAndIHaveAsked', { noRisksAndIHaveAsked: null }, 'it cannot be emptied'],
  ['deal', { deal: 'D-2020-0001' }, 'There is no deal "D-2020-0001"'],
])('saving what makes no sense is refused at %s', async (path, input, message) => {
  const refused = await draft.save(input);
  expect(refused).toMatchObject({
    handoffPackage: null,
    errors: [{ path, message: expect.stringContaining(message) }],
  });
  expect(await draft.stored()).toBeNull();
});

test('saving refuses the statement that there are none beside a text that was saved before', async () => {
  await draft.save({ risksFlagged: 'A new sponsor' });
  const refused = await draft.save({ expectedVersion: 1, noRisksAndIHaveAsked: true });
  expect(refused.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'noRisksAndIHaveAsked' }]);
  const instead = await draft.save({ expectedVersion: 1, risksFlagged: null, noRisksAndIHaveAsked: true });
  expect(instead.errors).toEqual([]);
});

test('saving refuses a section of more than 20,000 characters at its place', async () => {
  const input = { deal: draft.deal.key, expectedVersion: 0, commercials: 'x'.repeat(20_001) };
  const { data } = await api.run('ae-1', SaveHandoffPackageDocument, { input });
  expect(data?.saveHandoffPackage.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'commercials' }]);
});
