import { checkPackage, missingItems, PACKAGE_SECTIONS, type PackageContent, RuleError } from '../../src/rules';

const COMPLETE: PackageContent = {
  clientBasics: 'Larch & Finch Ltd, two sites, 240 people',
  people: 'HR sponsor: Dana; exec sponsor: Ilse',
  whatTheyAreSolving: '"Our managers avoid hard talks"',
  whatWeAreDelivering: 'Module 2, two cohorts',
  commercials: 'GBP 48,000, 40% deposit',
  risksFlagged: 'The sponsor is new in role',
  commitmentsMade: '"We will send the report at Week 4"',
  noRisksAndIHaveAsked: false,
  noCommitmentsAndIHaveAsked: false,
  hasRisks: false,
  hasCommitments: false,
};

const missing = (change: Partial<PackageContent>) =>
  missingItems({ ...COMPLETE, ...change }).map(({ section, path }) => `${section} ${path}`);

test('a package with all seven sections lacks nothing', () => {
  expect(missing({})).toEqual([]);
});

test.each([
  ['A', 'clientBasics'],
  ['B', 'people'],
  ['C', 'whatTheyAreSolving'],
  ['D', 'whatWeAreDelivering'],
  ['E', 'commercials'],
  ['F', 'risksFlagged'],
  ['G', 'commitmentsMade'],
])('without section %s it lacks %s, whether that is absent or blank', (section, path) => {
  for (const nothing of [null, '', ' \n\t ']) expect(missing({ [path]: nothing })).toEqual([`${section} ${path}`]);
});

test('an empty package lacks every section, in order, each with words that name it', () => {
  const empty = Object.fromEntries(Object.keys(COMPLETE).map((key) => [key, null]));
  const items = missingItems({ ...COMPLETE, ...empty });
  expect(items.map(({ section }) => section)).toEqual([...PACKAGE_SECTIONS]);
  for (const { section, message } of items) expect(message).toMatch(new RegExp(`^Section ${section} is empty: .+\\.$`));
});

test.each([
  ['F', 'risksFlagged', 'noRisksAndIHaveAsked', 'hasRisks'],
  ['G', 'commitmentsMade', 'noCommitmentsAndIHaveAsked', 'hasCommitments'],
])('section %s may be empty only with the statement that there are none, or with some written down', (...names) => {
  const [section, path, statement, has] = names;
  expect(missing({ [path]: null })).toEqual([`${section} ${path}`]);
  expect(missing({ [path]: null, [statement]: true })).toEqual([]);
  expect(missing({ [path]: null, [has]: true })).toEqual([]);
});

test('no other section is excused by a statement', () => {
  const stated = { noRisksAndIHaveAsked: true, noCommitmentsAndIHaveAsked: true };
  const empty = { risksFlagged: null, commitmentsMade: null, people: '' };
  expect(missing({ ...stated, ...empty })).toEqual(['B people']);
});

describe('the statement that there are none', () => {
  test.each([
    ['noRisksAndIHaveAsked', 'risksFlagged'],
    ['noCommitmentsAndIHaveAsked', 'commitmentsMade'],
  ] as const)('%s contradicts what %s names', (statement, path) => {
    const refused = () => checkPackage({ ...COMPLETE, [statement]: true });
    expect(refused).toThrow(RuleError);
    expect(refused).toThrow(expect.objectContaining({ path: statement }));
    expect(() => checkPackage({ ...COMPLETE, [statement]: true, [path]: ' ' })).not.toThrow();
    expect(() => checkPackage(COMPLETE)).not.toThrow();
  });
});
