import { type Api, startApi } from '../harness/api';
import { openDeal } from '../harness/deals';
import { A_TO_E, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';

let api: Api;
let draft: Draft;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  draft = new Draft(api, await openDeal(api));
});
afterAll(() => api.stop());

const { commercials, people } = SECTIONS;
const milestones = [{ milestone: 'Deposit', amount: '20000.00' }, ...commercials.milestones.slice(1)];

test('a conflict shows both sides of what would have been written over, and nothing else', async () => {
  await draft.save(A_TO_E);
  const { handoffPackage } = await draft.save(
    { expectedVersion: 1, sections: { people: { hrSponsor: { ...people.hrSponsor, name: 'Ilse Marchetti' } } } },
    'ad-1',
  );
  const mine = { people: { hrSponsor: people.hrSponsor }, commercials: { fee: '50000.00', milestones } };
  const refused = await draft.save({ expectedVersion: 1, sections: mine, noRisksAndIHaveAsked: true });
  expect(refused.errors).toMatchObject([{ code: 'CONFLICT', path: 'expectedVersion' }]);
  expect(refused.handoffPackage).toEqual(handoffPackage);
  expect(refused.conflict).toEqual({
    expectedVersion: 1,
    currentVersion: 2,
    changedBy: expect.objectContaining({ key: 'ad-1' }),
    changedAt: handoffPackage?.updatedAt,
    differences: [
      {
        section: 'B',
        path: 'people.hrSponsor.name',
        label: 'HR sponsor (primary contact), Name',
        yours: 'Dana Okafor',
        theirs: 'Ilse Marchetti',
      },
      {
        section: 'E',
        path: 'commercials.fee',
        label: 'Commercials, Total fee',
        yours: '£50,000.00',
        theirs: '£48,000.00',
      },
      expect.objectContaining({
        path: 'commercials.milestones.0.amount',
        yours: '£20,000.00',
        theirs: '£19,200.00',
      }),
      expect.objectContaining({ path: 'commercials.milestones.0.invoiceOn', yours: null, theirs: '4 January 2027' }),
      expect.objectContaining({ section: 'F', path: 'noRisksAndIHaveAsked', yours: 'Yes', theirs: 'No' }),
    ],
  });
  expect(await draft.stored()).toEqual(handoffPackage);
});

test('a conflict in which both wanted the same has no differences', async () => {
  await draft.save(A_TO_E);
  const { conflict, errors } = await draft.save(A_TO_E);
  expect(errors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(conflict).toMatchObject({ expectedVersion: 0, currentVersion: 1, differences: [] });
});

test('a conflict with a package that was never made has nobody on the other side', async () => {
  const { conflict } = await draft.save({ expectedVersion: 3, sections: { commercials: { fee: '1.00' } } });
  expect(conflict).toMatchObject({ expectedVersion: 3, currentVersion: 0, changedBy: null, changedAt: null });
  expect(conflict?.differences).toMatchObject([{ path: 'commercials.fee', yours: '£1.00', theirs: null }]);
});

test('of two who save at once exactly one is saved, and the other is shown what was', async () => {
  await draft.save(A_TO_E);
  for (let version = 1; version <= 5; version++) {
    const names = [`Dana ${version}`, `Ilse ${version}`];
    const [one, other] = await Promise.all(
      names.map((name, index) =>
        draft.save(
          { expectedVersion: version, sections: { people: { hrSponsor: { ...people.hrSponsor, name } } } },
          index === 0 ? 'ae-1' : 'ad-1',
        ),
      ),
    );
    const [won, lost] = one!.errors.length === 0 ? [one!, other!] : [other!, one!];
    expect([won.errors, won.conflict]).toEqual([[], null]);
    const theirs = won.handoffPackage!.sections.people.hrSponsor!.name;
    const yours = names.find((name) => name !== theirs);
    expect(lost.errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(lost.conflict).toMatchObject({ currentVersion: version + 1, differences: [{ yours, theirs }] });
    expect(await draft.stored()).toEqual(won.handoffPackage);
  }
});

test('two who save other sections at once do not write over each other: the second has to look first', async () => {
  await draft.save(A_TO_E);
  const answers = await Promise.all([
    draft.save({ expectedVersion: 1, sections: { clientBasics: { sector: 'Water' } } }, 'ae-1'),
    draft.save({ expectedVersion: 1, sections: { commercials: { sideCommitments: ['A talk'] } } }, 'ad-1'),
  ]);
  expect(answers.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
  const isFirst = answers[0]!.errors.length === 0;
  const { sections } = (await draft.stored())!;
  expect(sections.clientBasics.sector).toBe(isFirst ? 'Water' : 'Manufacturing');
  expect(sections.commercials.sideCommitments).toEqual([isFirst ? 'A reference call' : 'A talk']);
});
