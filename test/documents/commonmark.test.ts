import fc from 'fast-check';
import { documentHtml } from '../../src/packages/document/html';
import { renderDocument } from '../../src/packages/document/rendering';
import { EMPTY_PACKAGE, type PackageContent, written } from '../../src/rules';
import { nastyText } from './nastyTexts';

const TITLE = { dealKey: 'D-1', clientName: 'Larch', date: '2026-05-07', revision: null, currency: 'GBP' };

const withTexts = (text: string): PackageContent => ({
  ...EMPTY_PACKAGE,
  clientBasics: { ...EMPTY_PACKAGE.clientBasics, filings: text, sites: [{ name: text, address: 'x' }] },
  whatTheyAreSolving: { ...EMPTY_PACKAGE.whatTheyAreSolving, redLines: [text, 'y'] },
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a person sees of HTML without elements inside, line breaks and paragraphs apart. Blanks in a row are one. */
function seen(html: string): string | null {
  const text = html
    .replace(/\n/g, ' ')
    .replace(/<\/p> *<p>/g, '\n\n')
    .replace(/<br \/> ?/g, '\n')
    .replace(/<\/?p>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!);
  return oneBlank(text);
}

const oneBlank = (text: string) => written(text.replace(/ +/g, ' ').replace(/(^|\n) /g, '$1'));

function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start) + start.length;
  return html.slice(from, html.indexOf(end, from)).trim();
}

describe('a reader of CommonMark', () => {
  test('sees each text as it was written: behind a label, in a list and in a table', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const html = documentHtml(renderDocument(TITLE, withTexts(text)));
        const filings = between(html, '<strong>Recent filings:</strong>', '<p><strong>Press');
        const [redLine] = between(html, '<strong>Red lines:</strong></p>\n<ul>\n<li>', '</ul>').split('</li>\n<li>');
        const site = between(html, '<tbody>\n<tr>\n<td>', '</td>');
        expect([filings, redLine!, site].map(seen)).toEqual([text, text, text].map(oneBlank));
      }),
      { numRuns: 300 },
    );
  });
});
