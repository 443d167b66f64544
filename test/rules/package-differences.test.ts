import fc from 'fast-check';
import { type PackageContent, packageDifferences } from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { anyContent } from '../harness/contents';

const differences = (after: Partial<PackageContent>, before: PackageContent = COMPLETE_CONTENT) =>
  packageDifferences(before, { ...COMPLETE_CONTENT, ...after }, 'GBP').map(({ section, path, label, ...values }) => [
    section,
    path,
    label,
    values.before,
    values.after,
  ]);

const { commercials, people, whatTheyAreSolving, whatWeAreDelivering } = COMPLETE_CONTENT;

test('values are told in words, with the names of the document', () => {
  const changed = { ...commercials, fee: 5_000_000n, sideCommitments: [] };
  expect(differences({ commercials: changed })).toEqual([
    ['E', 'commercials.fee', 'Commercials, Total fee', '£48,000.00', '£50,000.00'],
    ['E', 'commercials.sideCommitments.0', 'Commercials, Side commitments 1', 'A reference call', null],
  ]);
  expect(differences({ whatWeAreDelivering: { ...whatWeAreDelivering, workshopModality: 'VIRTUAL' } })).toEqual([
    ['D', 'whatWeAreDelivering.workshopModality', "What we're delivering, Workshops", 'In person', 'Virtual'],
  ]);
});

test('somebody new is told by what is new about them', () => {
  const hrSponsor = { ...people.hrSponsor!, name: 'Ilse', phone: null };
  expect(differences({ people: { ...people, hrSponsor } })).toEqual([
    ['B', 'people.hrSponsor.name', 'HR sponsor (primary contact), Name', 'Dana Okafor', 'Ilse'],
    ['B', 'people.hrSponsor.phone', 'HR sponsor (primary contact), Phone', '0161 496 0123', null],
  ]);
});

test('a row that is put in between leaves the others what they are', () => {
  const [first, second] = whatWeAreDelivering.cohorts!;
  const added = { number: 3, size: null, composition: 'Board', startsOn: '2026-06-08' };
  expect(differences({ whatWeAreDelivering: { ...whatWeAreDelivering, cohorts: [first!, added, second!] } })).toEqual([
    [
      'D',
      'whatWeAreDelivering.cohorts.1',
      'Cohort 2',
      null,
      'Cohort: 3; Composition: Board; Agreed start: 8 June 2026',
    ],
  ]);
  const moved = { ...second!, startsOn: '2026-06-22' };
  expect(differences({ whatWeAreDelivering: { ...whatWeAreDelivering, cohorts: [first!, moved] } })).toEqual([
    ['D', 'whatWeAreDelivering.cohorts.1.startsOn', 'Cohort 2, Agreed start', '15 June 2026', '22 June 2026'],
  ]);
});

test('to say that there is nothing differs from saying nothing', () => {
  const silent = { ...COMPLETE_CONTENT, whatTheyAreSolving: { ...whatTheyAreSolving, redLines: null } };
  expect(differences({}, silent)).toEqual([
    ['C', 'whatTheyAreSolving.redLines', "What they're solving, Red lines", null, 'None'],
  ]);
});

test('risks, commitments and the statements belong to it', () => {
  expect(differences({ risks: [], noRisksAndIHaveAsked: true })).toEqual([
    ['F', 'risks.0', 'Risk 1', 'Risk: The sponsor is new; Likelihood: High; Mitigation suggested: Meet early', null],
    ['F', 'noRisksAndIHaveAsked', 'Risks flagged in sales cycle: none, and I have asked', 'No', 'Yes'],
  ]);
});

/** A contact of whom nothing is said is nobody. */
function plain(content: PackageContent): PackageContent {
  const nobody = (contact: object | null) => contact && Object.values(contact).every((value) => value === null);
  const said = Object.entries(content.people).map(([role, one]) => [role, nobody(one) ? null : one]);
  return { ...content, people: Object.fromEntries(said) };
}

test('two packages differ in nothing just when they are equal, and as much there and back', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (one, other) => {
      expect(packageDifferences(one, structuredClone(one), 'GBP')).toEqual([]);
      const [there, back] = [packageDifferences(one, other, 'GBP'), packageDifferences(other, one, 'GBP')];
      expect(there.length === 0).toBe(JSON.stringify(plain(one), shown) === JSON.stringify(plain(other), shown));
      expect(there.length).toBe(back.length);
    }),
  );
});

test('one value that changes is one difference, at its place', () => {
  fc.assert(
    fc.property(anyContent, fc.string({ minLength: 1 }), (content, press) => {
      fc.pre(content.clientBasics.press !== press);
      const after = { ...content, clientBasics: { ...content.clientBasics, press } };
      expect(packageDifferences(content, after, 'GBP')).toEqual([
        {
          section: 'A',
          path: 'clientBasics.press',
          label: 'Client basics, Press and news',
          before: content.clientBasics.press,
          after: press,
        },
      ]);
    }),
  );
});

function shown(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
