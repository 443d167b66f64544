import { globalId } from '../../src/graphql';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';
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

const { people } = SECTIONS;
const NAMED = { sections: { people: { hrSponsor: people.hrSponsor } } };

test('saving makes a package with the first item, and then changes the items that are given', async () => {
  expect(await draft.stored()).toBeNull();
  const first = await draft.save({ sections: { clientBasics: { legalName: 'Larch & Finch Ltd' } } });
  expect(first.errors).toEqual([]);
  expect(first.handoffPackage).toMatchObject({
    sections: { clientBasics: { legalName: 'Larch & Finch Ltd', sites: null }, people: { hrSponsor: null } },
    version: 1,
  });
  const second = await draft.save({ expectedVersion: 1, ...NAMED, noRisksAndIHaveAsked: true }, 'ad-1');
  expect(second.handoffPackage).toMatchObject({
    sections: { clientBasics: { legalName: 'Larch & Finch Ltd' }, people: { hrSponsor: people.hrSponsor } },
    noRisksAndIHaveAsked: true,
    noCommitmentsAndIHaveAsked: false,
    version: 2,
    revision: null,
    submittedAt: null,
    updatedBy: { key: 'ad-1' },
  });
  const emptied = { clientBasics: null, people: { execSponsor: people.execSponsor } };
  const third = await draft.save({ expectedVersion: 2, sections: emptied, noRisksAndIHaveAsked: false });
  expect(third.handoffPackage).toMatchObject({
    sections: { clientBasics: { legalName: null }, people: { hrSponsor: { name: 'Dana Okafor' } } },
    noRisksAndIHaveAsked: false,
  });
  expect(await draft.stored()).toEqual(third.handoffPackage);
});

test('a list and a contact are replaced whole', async () => {
  await draft.save(A_TO_E);
  const sections = { clientBasics: { sites: [{ name: 'Mill' }] }, people: { hrSponsor: { name: 'Dana' } } };
  const { handoffPackage } = await draft.save({ expectedVersion: 1, sections });
  expect(handoffPackage?.sections.clientBasics.sites).toEqual([{ name: 'Mill', address: null }]);
  expect(handoffPackage?.sections.people.hrSponsor).toMatchObject({ name: 'Dana', email: null, caresMostAbout: null });
});

test('texts are kept in one form, amounts with the digits of their currency', async () => {
  const clientBasics = { legalName: '  Larch\t& Finch ', sector: ' \n ', filings: 'Up \r\nDown\n' };
  const { handoffPackage } = await draft.save({ sections: { clientBasics, commercials: { fee: '48000.5' } } });
  expect(handoffPackage?.sections).toMatchObject({
    clientBasics: { legalName: 'Larch & Finch', sector: null, filings: 'Up\nDown' },
    commercials: { fee: { amount: '48000.50', currency: 'GBP' } },
  });
});

test('a package says what is missing, by section and path', async () => {
  const sections = { ...SECTIONS, people: { ...people, hrSponsor: { ...people.hrSponsor, email: null } } };
  const { handoffPackage } = await draft.save({ sections, noRisksAndIHaveAsked: true });
  expect(handoffPackage?.missing).toEqual([
    {
      section: 'B',
      path: 'people.hrSponsor.email',
      message: 'HR sponsor (primary contact), Email: Give their email.',
    },
    { section: 'G', path: 'commitments', message: expect.stringContaining('List what was promised') },
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
      risk: { deal, description: 'Procurement renewal upcoming', likelihood: 'LOW', mitigation: 'Ask early' },
      commitment: { deal, words: '"A reference call"', promisedTo: 'Dana', promisedBy: 'ae-1' },
      fewer: { deal, expectedVersion: 1, sections: { commercials: { fee: null } } },
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
  const { id } = (await draft.save(NAMED)).handoffPackage!;
  const { node } = answered(await api.run('am-1', ObjectByIdDocument, { id }));
  expect(node).toEqual({ __typename: 'HandoffPackage', id });
  const none = globalId('HandoffPackage', '00000000-0000-7000-8000-000000000000');
  expect((await api.run('am-1', ObjectByIdDocument, { id: none })).data).toEqual({ node: null });
});

test('saving from a version that is not current is a conflict that says both, and shows what is there', async () => {
  await draft.save(NAMED);
  for (const expectedVersion of [0, 2]) {
    const refused = await draft.save({ expectedVersion, sections: { people: { hrSponsor: null } } }, 'ad-1');
    const message = `It has changed: version ${expectedVersion} is expected, version 1 is current`;
    expect(refused.errors).toEqual([{ code: 'CONFLICT', path: 'expectedVersion', message }]);
    expect(refused.handoffPackage).toMatchObject({ ...NAMED, version: 1, updatedBy: { key: 'ae-1' } });
  }
});

test('saving what was never made from a later version is a conflict with none', async () => {
  const refused = await draft.save({ expectedVersion: 1, ...NAMED });
  expect(refused).toMatchObject({ handoffPackage: null, errors: [{ code: 'CONFLICT', path: 'expectedVersion' }] });
});

test('saving for the first time by many at once is done by one of them', async () => {
  const named = (n: number) => ({ sections: { people: { hrSponsor: { name: `Person ${n}` } } } });
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => draft.save(named(n))));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const names = answers.map(({ handoffPackage }) => handoffPackage?.sections.people.hrSponsor?.name);
  expect(new Set(names).size).toBe(1);
});

test.each([
  ['noRisksAndIHaveAsked', { risksFlagged: 'A new sponsor', noRisksAndIHaveAsked: true }, 'names some'],
  ['noCommitmentsAndIHaveAsked', { commitmentsMade: 'A report', noCommitmentsAndIHaveAsked: true }, 'names some'],
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

test('saving refuses an old text of more than 20,000 characters at its place', async () => {
  const input = { deal: draft.deal.key, expectedVersion: 0, commercials: 'x'.repeat(20_001) };
  const { data } = await api.run('ae-1', SaveHandoffPackageDocument, { input });
  expect(data?.saveHandoffPackage.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'commercials' }]);
});
