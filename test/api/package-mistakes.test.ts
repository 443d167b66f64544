import { type Api, startApi } from '../harness/api';
import { answered, openDeal, record } from '../harness/deals';
import { COMPLETE, Draft } from '../harness/packages';
import { SECTIONS } from '../harness/sections';
import { CreateRiskDocument, type PackageSectionsInput } from './generated/operations';

let api: Api;
let draft: Draft;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  draft = new Draft(api, await openDeal(api));
});
afterAll(() => api.stop());

const { clientBasics, people, whatWeAreDelivering, commercials } = SECTIONS;

const DEPOSIT = 'the first milestone is the deposit: 40% of £48,000.00, which is £19,200.00';

/** The paths and messages with which saving refuses sections; nothing is saved then. */
async function refused(sections: PackageSectionsInput, expectedVersion = 0) {
  const before = await draft.stored();
  const { errors, conflict } = await draft.save({ expectedVersion, sections });
  expect(conflict).toBeNull();
  for (const { code } of errors) expect(code).toBe('BAD_USER_INPUT');
  expect(await draft.stored()).toEqual(before);
  return errors.map(({ path, message }) => `${path}: ${message}`);
}

test('all that is wrong with an input is told at once, each at its place', async () => {
  const wrong: PackageSectionsInput = {
    clientBasics: { ...clientBasics, companyNumber: '123', headcountInScope: 241, sector: 'x'.repeat(4_001) },
    people: { ...people, hrSponsor: { ...people.hrSponsor, email: 'dana at larch', phone: '0161' } },
    whatTheyAreSolving: { redLines: ['No role play', ' '], trigger: 'a\u0001b' },
    whatWeAreDelivering: { ...whatWeAreDelivering, cohorts: [{ number: 1, size: 0, startsOn: '2027-02-28' }] },
    commercials: {
      fee: '48000.00',
      breakdown: [{ item: 'All', amount: '47999.99' }],
      discounts: [{ description: 'Second cohort', amount: '10.001' }],
      milestones: [{ milestone: 'All', amount: '48000.00', invoiceOn: '2027-01-04' }],
    },
  };
  const errors = await refused(wrong);
  expect(errors.sort()).toEqual([
    'sections.clientBasics.companyNumber: "123" is not a Companies House number: 8 digits, or 2 letters and 6 digits',
    'sections.clientBasics.headcountInScope: 241 in scope are more than the 240 of the whole organisation',
    'sections.clientBasics.sector: 4001 characters are more than the 4000 allowed',
    'sections.commercials.breakdown: the items of the breakdown add up to £47,999.99, not to £48,000.00',
    'sections.commercials.discounts.0.amount: 10.001 has more than the 2 decimal digits that GBP has',
    'sections.commercials.discounts.0.signOff: a discount needs the reference of its sign-off',
    `sections.commercials.milestones.0.amount: ${DEPOSIT}`,
    'sections.people.hrSponsor.email: "dana at larch" is not an email address',
    'sections.people.hrSponsor.phone: "0161" is not a phone number, such as "020 7946 0018" or "+49 30 901820"',
    'sections.whatTheyAreSolving.redLines.1: it cannot be blank',
    'sections.whatTheyAreSolving.trigger: it holds a control character, which no document can show',
    'sections.whatWeAreDelivering.cohorts.0.size: a cohort has at least one person',
    'sections.whatWeAreDelivering.cohorts.0.startsOn: 2027-02-28 is not a working day',
  ]);
});

test('a list of more than 100 rows is refused', async () => {
  const sites = Array.from({ length: 101 }, (_, n) => ({ name: `Site ${n}` }));
  expect(await refused({ clientBasics: { sites } })).toEqual([
    'sections.clientBasics.sites: 101 rows are more than the 100 allowed',
  ]);
});

test.each(['020 7946 0018', '+49 30 901820', '(0161) 496-0123', '0161 496 0123 ext. 12'])(
  'the phone number %s is kept as it is given',
  async (phone) => {
    const { handoffPackage, errors } = await draft.save({ sections: { people: { finance: { phone } } } });
    expect(errors).toEqual([]);
    expect(handoffPackage?.sections.people.finance?.phone).toBe(phone);
  },
);

test.each(['12', 'phone me', '+999 123456', '0161 496 0123 or 0124'])(
  'the phone number %s is refused',
  async (phone) => {
    expect(await refused({ people: { finance: { phone } } })).toHaveLength(1);
  },
);

test('amounts have the digits of the currency of the deal', async () => {
  draft = new Draft(api, await openDeal(api, { currency: 'JPY' }));
  expect(await refused({ commercials: { fee: '48000.5' } })).toEqual([
    'sections.commercials.fee: 48000.5 has more than the 0 decimal digits that JPY has',
  ]);
  const { handoffPackage } = await draft.save({ sections: { commercials: { fee: '48000' } } });
  expect(handoffPackage?.sections.commercials.fee).toEqual({ amount: '48000', currency: 'JPY' });
});

test('the statement that there are no risks is refused where there is one', async () => {
  const risk = { deal: draft.deal.key, description: 'A new sponsor', likelihood: 'HIGH' } as const;
  answered(await api.run('ae-1', CreateRiskDocument, { input: risk }));
  const { errors } = await draft.save({ noRisksAndIHaveAsked: true });
  expect(errors).toMatchObject([{ path: 'noRisksAndIHaveAsked', message: expect.stringContaining('section F names') }]);
});

test('when the weeks move, other sections are saved, but the cohorts are refused, in submitting too', async () => {
  await draft.save(COMPLETE);
  await record(api, draft.deal.key, [['2026-11-02T10:00:00Z', { kickoffConfirmed: { weekOne: '2027-03-08' } }]]);
  const message = '2027-03-01 is before Week 1, which starts on 2027-03-08 by now';
  const path = 'whatWeAreDelivering.cohorts.0.startsOn';
  const { errors, missing, handoffPackage } = await draft.submit(1);
  expect([errors, missing]).toEqual([[{ code: 'BAD_USER_INPUT', path, message }], []]);
  expect(handoffPackage?.revision).toBeNull();
  expect(await refused({ whatWeAreDelivering: { nudgeChannel: 'Email' } }, 1)).toEqual([
    `sections.${path}: ${message}`,
  ]);
  expect((await draft.save({ expectedVersion: 1, sections: { clientBasics: { press: 'None' } } })).errors).toEqual([]);
});

test('submitting refuses another fee than the one that was agreed last', async () => {
  await draft.save(COMPLETE);
  await record(api, draft.deal.key, [['2026-11-02T10:00:00Z', { feeAgreed: { amount: '50000.00' } }]]);
  const { errors } = await draft.submit(1);
  const message = '£48,000.00 is not the fee that was agreed last, £50,000.00';
  expect(errors).toEqual([{ code: 'BAD_USER_INPUT', path: 'commercials.fee', message }]);
  await record(api, draft.deal.key, [['2026-11-03T10:00:00Z', { feeAgreed: { amount: commercials.fee } }]]);
  expect((await draft.submit(1)).errors).toEqual([]);
});

test('submitting tells what is wrong beside what is missing', async () => {
  await draft.save({ ...COMPLETE, sections: { ...SECTIONS, clientBasics: { ...clientBasics, press: null } } });
  await record(api, draft.deal.key, [['2026-11-02T10:00:00Z', { feeAgreed: { amount: '50000.00' } }]]);
  const { errors, missing } = await draft.submit(1);
  expect(missing.map(({ path }) => path)).toEqual(['clientBasics.press']);
  expect(errors.map(({ path }) => path)).toEqual(['', 'commercials.fee']);
});
