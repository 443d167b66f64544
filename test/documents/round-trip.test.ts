import fc from 'fast-check';
import { readDocument } from '../../src/packages/document/reading';
import { renderDocument } from '../../src/packages/document/rendering';
import { EMPTY_PACKAGE, type PackageContent, written, writtenMistakes } from '../../src/rules';
import { COMPLETE_CONTENT } from '../harness/completeContent';
import { anyContent, contentsOf } from '../harness/contents';
import { TITLE } from './documents';
import { nastyText } from './nastyTexts';

function expectRoundTrip(content: PackageContent, currency = 'GBP'): void {
  const read = readDocument(renderDocument({ ...TITLE, currency }, content), currency);
  expect(read.findings).toEqual([]);
  expect(read.content).toEqual(content);
}

describe('a package that is rendered and read back', () => {
  test('is the same, 10,000 times, with texts made to be taken for something else', () => {
    fc.assert(
      fc.property(contentsOf(nastyText), (content) => expectRoundTrip(content)),
      { numRuns: 10_000 },
    );
  }, 300_000);

  test('is the same with texts as people write them, and one that the API would keep', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(writtenMistakes(content)).toEqual([]);
        expectRoundTrip(content);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['<=@-->a', '<=@b>', 'a <=b@c.d> e', '<= 5 @ 3 >', 'x<=y'])('keeps %j', (item) => {
    const commercials = { ...EMPTY_PACKAGE.commercials, breakdown: [{ item, amount: null }] };
    expectRoundTrip({ ...EMPTY_PACKAGE, commercials });
  });

  test('is the same in every currency', () => {
    for (const currency of ['GBP', 'EUR', 'USD', 'AUD', 'JPY', 'KWD', 'CHF', 'CLF', 'SEK'])
      expectRoundTrip(COMPLETE_CONTENT, currency);
  });

  test('is the same with texts of 4,000 characters, and with longer ones', () => {
    const long = fc.array(nastyText, { minLength: 1_000, maxLength: 2_000, size: 'max' });
    const sized = fc.tuple(long, fc.constantFrom(4_000, 20_000));
    fc.assert(
      fc.property(sized, ([pieces, length]) => {
        const text = written([...pieces.join('')].slice(0, length).join('')) ?? 'None';
        const clientBasics = { ...EMPTY_PACKAGE.clientBasics, filings: text, sites: [{ name: text, address: text }] };
        const whatTheyAreSolving = { ...EMPTY_PACKAGE.whatTheyAreSolving, redLines: [text, text], softSignals: [text] };
        expectRoundTrip({ ...EMPTY_PACKAGE, clientBasics, whatTheyAreSolving });
      }),
      { numRuns: 30 },
    );
  });

  test('renders to the same document again, every time', () => {
    fc.assert(
      fc.property(contentsOf(nastyText), (content) => {
        const rendered = renderDocument(TITLE, content);
        expect(renderDocument(TITLE, readDocument(rendered, 'GBP').content)).toBe(rendered);
      }),
      { numRuns: 200 },
    );
  });

  test('says what it is about', () => {
    const clientName = fc.oneof(nastyText, fc.constantFrom('# 1 Foods #', 'Handoff: x', '**Quay**', '<!-- -->', '---'));
    fc.assert(
      fc.property(clientName, (name) => {
        const { title, findings } = readDocument(renderDocument({ ...TITLE, clientName: name }, EMPTY_PACKAGE), 'GBP');
        expect(findings).toEqual([]);
        expect(title).toEqual({
          dealKey: 'D-2026-0042',
          clientName: written(name.replace(/\s+/g, ' ')),
          date: '2026-05-07',
        });
      }),
      { numRuns: 500 },
    );
  });
});
