import { micromark, type Options } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/**
 * A document that {@link renderDocument} has written, as HTML for reading and printing: headings, paragraphs, lists and
 * tables, and what is still to be written as `<em class="asked">`. No other HTML of it passes, nor links that run code.
 */
export function documentHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml(), PROMPTS_AND_BREAKS],
  });
}

/** Comments ask for something; a line break in a cell is one. All else is shown as it is written. */
const PROMPTS_AND_BREAKS: NonNullable<Options['htmlExtensions']>[number] = {
  enter: {
    htmlFlow() {
      this.buffer();
    },
    htmlText() {
      this.buffer();
    },
  },
  exit: {
    htmlFlow(token) {
      this.resume();
      this.lineEndingIfNeeded();
      this.raw(`<p>${shown(this.sliceSerialize(token), this.encode)}</p>`);
    },
    htmlText(token) {
      this.resume();
      this.raw(shown(this.sliceSerialize(token), this.encode));
    },
  },
};

function shown(html: string, encode: (text: string) => string): string {
  if (/^<br ?\/?>$/i.test(html)) return '<br />';
  const comment = /^<!--([\s\S]*)-->$/.exec(html.trim());
  return comment ? `<em class="asked">${encode(comment[1]!.trim())}</em>` : encode(html);
}
