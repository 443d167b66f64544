import fc from 'fast-check';
import {
  type Calendar,
  convertSection,
  type PackageContent,
  type PackageGround,
  packageMistakes,
  WRITTEN_SECTIONS,
  written,
  writtenMistakes,
} from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { anyContent } from '../harness/contents';
import { CALENDARS } from './scenarios';

const calendar = CALENDARS.get('england-and-wales') as Calendar;
const GROUND: PackageGround = { currency: 'GBP', calendar, weekOne: '2026-05-04', feeInForce: null };

/** The mistakes of a package with one section changed, as `path: message`. */
function mistakes<Name extends keyof PackageContent>(name: Name, change: object, ground: Partial<PackageGround> = {}) {
  const content = { ...COMPLETE_CONTENT, [name]: { ...(COMPLETE_CONTENT[name] as object), ...change } };
  return packageMistakes(content, { ...GROUND, ...ground }).map(({ path, message }) => `${path}: ${message}`);
}

const money = (...amounts: (bigint | null)[]) => amounts.map((amount) => ({ milestone: 'M', amount, invoiceOn: null }));

test('in a package where all adds up there is no mistake', () => {
  expect(mistakes('clientBasics', {})).toEqual([]);
});

describe('section A', () => {
  test.each(['01234567', 'SC123456', 'NI012345', 'OC301234', 'R0000012', 'IP00012R'])(
    'takes the number %s',
    (number) => {
      expect(mistakes('clientBasics', { companyNumber: number })).toEqual([]);
    },
  );

  test.each(['1234567', '012345678', 'sc123456', 'SC12345', 'A0000000', '01234567 '])('refuses %j', (companyNumber) => {
    const message = 'is not a Companies House number: 8 digits, or 2 letters and 6 digits';
    const path = 'clientBasics.companyNumber';
    expect(mistakes('clientBasics', { companyNumber })).toEqual([`${path}: "${companyNumber}" ${message}`]);
  });

  test('refuses a number beside the reason why there is none', () => {
    expect(mistakes('clientBasics', { notRegisteredBecause: 'A council' })).toHaveLength(1);
  });

  test('refuses more people in scope than there are, and nobody', () => {
    expect(mistakes('clientBasics', { headcountInScope: 241 })).toEqual([
      'clientBasics.headcountInScope: 241 in scope are more than the 240 of the whole organisation',
    ]);
    expect(mistakes('clientBasics', { headcountInScope: 240 })).toEqual([]);
    expect(mistakes('clientBasics', { headcount: 0, headcountInScope: 0 })).toHaveLength(2);
  });
});

describe('section D', () => {
  const cohort = (startsOn: string, number = 1) => ({ number, size: 10, composition: 'All', startsOn });

  test.each([
    ['2026-05-05', undefined],
    ['2026-05-04', '2026-05-04 is not a working day'],
    ['2026-05-01', '2026-05-01 is before Week 1, which starts on 2026-05-04 by now'],
    ['2026-05-09', '2026-05-09 is not a working day'],
    ['2026-05-25', '2026-05-25 is not a working day'],
  ])('a cohort that starts on %s: %s', (startsOn, message) => {
    const expected = message === undefined ? [] : [`whatWeAreDelivering.cohorts.0.startsOn: ${message}`];
    expect(mistakes('whatWeAreDelivering', { cohorts: [cohort(startsOn)] })).toEqual(expected);
  });

  test('a date beyond the calendar is a mistake, no fault; without a Week 1 only the calendar counts', () => {
    expect(mistakes('whatWeAreDelivering', { cohorts: [cohort('2099-06-01')] })).toHaveLength(1);
    expect(mistakes('whatWeAreDelivering', { cohorts: [cohort('2026-03-02')] }, { weekOne: null })).toEqual([]);
  });

  test('cohorts are numbered from 1, each once, and have somebody in them', () => {
    const cohorts = [cohort('2026-06-01'), cohort('2026-06-02'), { ...cohort('2026-06-03', 0), size: 0 }];
    expect(mistakes('whatWeAreDelivering', { cohorts })).toEqual([
      'whatWeAreDelivering.cohorts.1.number: there are two cohorts 1',
      'whatWeAreDelivering.cohorts.2.number: cohorts count from 1',
      'whatWeAreDelivering.cohorts.2.size: a cohort has at least one person',
    ]);
  });
});

describe('section E', () => {
  test('the breakdown and the milestones add up to the fee, and the first milestone is 40% of it', () => {
    expect(mistakes('commercials', { fee: 5_000_000n })).toEqual([
      'commercials.breakdown: the items of the breakdown add up to £48,000.00, not to £50,000.00',
      'commercials.milestones: the payment milestones add up to £48,000.00, not to £50,000.00',
      'commercials.milestones.0.amount: the first milestone is the deposit: 40% of £50,000.00, which is £20,000.00',
    ]);
  });

  test('the deposit is rounded half up, in the minor units of the currency', () => {
    const ofFee = (fee: bigint, first: bigint, currency = 'GBP') =>
      mistakes('commercials', { fee, breakdown: null, milestones: money(first, fee - first) }, { currency });
    expect([ofFee(101n, 40n), ofFee(104n, 42n), ofFee(103n, 41n)]).toEqual([[], [], []]);
    expect(ofFee(104n, 41n)).toHaveLength(1);
    expect(ofFee(101n, 41n, 'JPY')).toEqual([
      'commercials.milestones.0.amount: the first milestone is the deposit: 40% of JP¥101, which is JP¥40',
    ]);
  });

  test('a list that is still being written is not added up', () => {
    expect(mistakes('commercials', { fee: 9n, breakdown: [], milestones: money(4n, null) })).toEqual([]);
  });

  test('a discount has the reference of its sign-off, and no amount is negative', () => {
    const discounts = [{ description: null, amount: -1n, signOff: null }];
    expect(mistakes('commercials', { discounts })).toEqual([
      'commercials.discounts.0.amount: an amount is never negative',
      'commercials.discounts.0.signOff: a discount needs the reference of its sign-off',
    ]);
  });

  test('the fee is the one that was agreed last', () => {
    expect(mistakes('commercials', {}, { feeInForce: 4_800_000n })).toEqual([]);
    expect(mistakes('commercials', {}, { feeInForce: 5_000_000n })).toEqual([
      'commercials.fee: £48,000.00 is not the fee that was agreed last, £50,000.00',
    ]);
  });
});

test('"none, and I have asked" contradicts a list of some', () => {
  const stated = { ...COMPLETE_CONTENT, noRisksAndIHaveAsked: true, noCommitmentsAndIHaveAsked: true };
  expect(packageMistakes(stated, GROUND).map(({ path }) => path)).toEqual([
    'noRisksAndIHaveAsked',
    'noCommitmentsAndIHaveAsked',
  ]);
  expect(packageMistakes({ ...stated, risks: [], commitments: [] }, GROUND)).toEqual([]);
});

describe('a text', () => {
  test('is kept in one form, in which it stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = written(text);
        expect(once === null ? null : written(once)).toBe(once);
      }),
    );
    expect(written(' \ta\t b \r\n\r\n c\u2028d \n')).toBe('a  b\n\n c\nd');
    expect(written(' \n\t\ufeff')).toBeNull();
  });

  test('in that form is no mistake, whatever else a package says', () => {
    fc.assert(fc.property(anyContent, (content) => expect(writtenMistakes(content)).toEqual([])));
  });

  test.each([
    ['x'.repeat(4_001), '4001 characters are more than the 4000 allowed'],
    [' ', 'it cannot be blank'],
    ['a\u0007b', 'it holds a control character, which no document can show'],
    ['a ', 'white space ends a line of it, or begins or ends the whole'],
  ])('in another is: %j', (press, message) => {
    const content = { ...COMPLETE_CONTENT, clientBasics: { ...COMPLETE_CONTENT.clientBasics, press } };
    expect(writtenMistakes(content)).toEqual([{ path: 'clientBasics.press', message }]);
  });
});

test('a list has at most 100 rows, a count is a whole number that GraphQL can give back', () => {
  const sites = Array.from({ length: 101 }, () => ({ name: 'Mill', address: null }));
  const clientBasics = { ...COMPLETE_CONTENT.clientBasics, sites, headcount: 2 ** 31, headcountInScope: -1 };
  expect(writtenMistakes({ ...COMPLETE_CONTENT, clientBasics }).map(({ path }) => path)).toEqual([
    'clientBasics.headcount',
    'clientBasics.headcountInScope',
    'clientBasics.sites',
  ]);
});

test.each([
  [-4, true],
  [-1, true],
  [1, true],
  [520, true],
  [-5, false],
  [0, false],
  [521, false],
  [1.5, false],
])('a commitment may be due in Week %d: %s', (dueWeek, isRight) => {
  const commitments = [{ ...COMPLETE_CONTENT.commitments[0]!, dueWeek }];
  const message = `${dueWeek} is not a week: -4 to -1, or 1 to 520`;
  const mistakes = writtenMistakes({ ...COMPLETE_CONTENT, commitments });
  expect(mistakes).toEqual(isRight ? [] : [{ path: 'commitments.0.dueWeek', message }]);
});

test('a row says something', () => {
  const sites = [COMPLETE_CONTENT.clientBasics.sites![0]!, { name: null, address: null }];
  const commitment = { words: null, promisedTo: null, promisedBy: null, dueWeek: null, dueOn: null };
  const clientBasics = { ...COMPLETE_CONTENT.clientBasics, sites };
  const message = 'the row is empty: fill it in or leave it out';
  expect(writtenMistakes({ ...COMPLETE_CONTENT, clientBasics, commitments: [commitment] })).toEqual([
    { path: 'clientBasics.sites.1', message },
    { path: 'commitments.0', message },
  ]);
});

test('a person of whom nothing is said is nobody', () => {
  const people = WRITTEN_SECTIONS.find(({ name }) => name === 'people')!;
  const nothing = { name: null, email: null, phone: null, notes: null };
  const given = { champion: nothing, finance: { ...nothing, notes: 'On leave' }, procurement: {} };
  const kept = convertSection(people, given, (_leaf, value) => value);
  expect(kept).toEqual({
    champion: null,
    finance: { ...nothing, notes: 'On leave', invoiceFormat: null },
    procurement: null,
  });
});

test('a section has at most 40,000 characters', () => {
  const redLines = Array.from({ length: 10 }, () => 'x'.repeat(4_000));
  const solving = { ...COMPLETE_CONTENT.whatTheyAreSolving, redLines, trigger: 'y' };
  const length = 40_001 + 'Regretted leavers below 8%NothingSlidesThe COO is sceptical'.length;
  expect(writtenMistakes({ ...COMPLETE_CONTENT, whatTheyAreSolving: solving })).toEqual([
    { path: 'whatTheyAreSolving', message: `${length} characters are more than the 40000 allowed` },
  ]);
});
