import fc from 'fast-check';
import { EMPTY_PACKAGE, missingItems, type PackageContent, WRITTEN_SECTIONS } from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { anyContent } from '../harness/contents';

const missing = (change: object = {}) =>
  missingItems({ ...COMPLETE_CONTENT, ...change }).map(({ section, path }) => `${section} ${path}`);

/** The same package with something else at a path. */
function withValue(path: string, value: unknown): PackageContent {
  const content = structuredClone(COMPLETE_CONTENT);
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce((object, name) => (object as Record<string, unknown>)[name] as object, content as object);
  (holder as Record<string, unknown>)[last] = value;
  return content;
}

/** Every item of sections A to E that is asked for, by path. */
const ASKED = WRITTEN_SECTIONS.flatMap(({ name, items }) =>
  items.filter(({ asks }) => asks !== undefined).map((item) => `${name}.${item.name}`),
);

test('a package with all that is asked for lacks nothing', () => {
  expect(missing()).toEqual([]);
});

test('everything of the process is asked for', () => {
  expect(ASKED).toHaveLength(10 + 5 + 6 + 6 + 5);
});

test.each(ASKED)('without %s it lacks just that', (path) => {
  const items = missingItems(withValue(path, null));
  expect(items.map((item) => item.path)).toEqual([path]);
  expect(items[0]?.message).toMatch(/^[A-Z].+\.$/);
});

test.each([
  'clientBasics.sites.0.address',
  'people.execSponsor.preferredChannel',
  'people.hrSponsor.email',
  'people.hrSponsor.phone',
  'people.finance.name',
  'whatWeAreDelivering.cohorts.1.startsOn',
  'commercials.breakdown.1.amount',
  'commercials.discounts.0.signOff',
  'commercials.milestones.1.invoiceOn',
  'risks.0.mitigation',
  'risks.0.likelihood',
  'commitments.0.promisedTo',
])('without %s it lacks just that, within its row or contact', (path) => {
  expect(missingItems(withValue(path, null)).map((item) => item.path)).toEqual([path]);
});

test.each(['clientBasics.sites.0.name', 'people.hrSponsor.notes', 'people.champion', 'commitments.0.dueWeek'])(
  '%s may be left out',
  (path) => {
    expect(missingItems(withValue(path, null))).toEqual([]);
  },
);

test('a champion who is named is asked about', () => {
  const nobody = { name: 'Jo', email: null, phone: '0161 496 0100', notes: null, whatIsInItForThem: null };
  expect(missingItems(withValue('people.champion', nobody)).map(({ path }) => path)).toEqual([
    'people.champion.email',
    'people.champion.whatIsInItForThem',
  ]);
});

test.each([
  ['clientBasics.sites', 'clientBasics.sites'],
  ['whatWeAreDelivering.modules', 'whatWeAreDelivering.modules'],
  ['whatWeAreDelivering.cohorts', 'whatWeAreDelivering.cohorts'],
  ['commercials.breakdown', 'commercials.breakdown'],
  ['commercials.milestones', 'commercials.milestones'],
])('%s needs at least one row', (path, lack) => {
  expect(missingItems(withValue(path, [])).map((item) => item.path)).toEqual([lack]);
});

test.each([
  'whatTheyAreSolving.redLines',
  'whatWeAreDelivering.bespokeElements',
  'commercials.discounts',
  'commercials.sideCommitments',
])('%s may say that there is none', (path) => {
  expect(missingItems(withValue(path, []))).toEqual([]);
});

test('a client that is not at Companies House has neither number nor filings', () => {
  const { clientBasics } = COMPLETE_CONTENT;
  const council = { ...clientBasics, companyNumber: null, filings: null, notRegisteredBecause: 'A council' };
  expect(missing({ clientBasics: council })).toEqual([]);
});

test.each([
  ['F', 'risks', 'noRisksAndIHaveAsked'],
  ['G', 'commitments', 'noCommitmentsAndIHaveAsked'],
])('section %s may be empty only with the statement that there are none', (section, path, statement) => {
  expect(missing({ [path]: [] })).toEqual([`${section} ${path}`]);
  expect(missing({ [path]: [], [statement]: true })).toEqual([]);
});

test('an empty package lacks all that is asked for, in the order of the document', () => {
  expect(missingItems(EMPTY_PACKAGE).map(({ path }) => path)).toEqual([...ASKED, 'risks', 'commitments']);
  expect([...new Set(missingItems(EMPTY_PACKAGE).map(({ section }) => section))].join('')).toBe('ABCDEFG');
});

test('whatever a package says, each lack has a section, a path of its own, and a sentence', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const items = missingItems(content);
      expect(new Set(items.map(({ path }) => path)).size).toBe(items.length);
      for (const { message, section } of items)
        expect([section, message]).toEqual([expect.any(String), expect.stringMatching(/\.$/)]);
    }),
  );
});
