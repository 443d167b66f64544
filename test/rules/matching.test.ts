import fc from 'fast-check';
import { matched } from '../../src/imports/matching';

interface Row {
  words: string;
  to: string;
  week: number;
}

const traitsOf = ({ words, to, week }: Row) => [words, to, week];
const anyRow = fc.record({
  words: fc.constantFrom('a', 'b'),
  to: fc.constantFrom('Dana', 'Sam'),
  week: fc.integer({ min: 1, max: 3 }),
});
const anyRows = fc.array(anyRow, { maxLength: 8 });

describe('the rows of a document and those of the deal', () => {
  test('find each other again where the document was written from the deal, twins and all', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { known, added, others } = matched(
          rows,
          rows.map((row) => ({ ...row })),
          traitsOf,
        );
        expect([added, others]).toEqual([[], []]);
        for (const { given, there } of known) expect(there).toEqual(given);
      }),
    );
  });

  test('are each in one pair at most, in the same words, and none is lost', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (given, there) => {
        const { known, added, others } = matched(given, there, traitsOf);
        expect(known.every((pair) => pair.given.words === pair.there.words)).toBe(true);
        expect(new Set([...known.map((pair) => pair.given), ...added]).size).toBe(given.length);
        expect(new Set([...known.map((pair) => pair.there), ...others]).size).toBe(there.length);
        expect(added.some(({ words }) => others.some((other) => other.words === words))).toBe(false);
      }),
    );
  });

  test('with the same words are told apart by what else they say', () => {
    const [dana, sam] = [
      { words: 'The report', to: 'Dana', week: 4 },
      { words: 'The report', to: 'Sam', week: 8 },
    ];
    const { known, others } = matched([{ ...sam, week: 9 }], [dana, sam], traitsOf);
    expect(known.map(({ there }) => there)).toEqual([sam]);
    expect(others).toEqual([dana]);
  });
});
