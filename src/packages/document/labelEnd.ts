import { LABEL_FORMS } from './chapters';
import { LABEL_LENGTH_MAX, plainLabel } from './labels';

/** Some labels have a colon within, none has two. */
const COLONS_MAX = 2;

/** Where the colon is that ends a label of ours with which a line begins; -1 where there is none. */
export function labelEnd(line: string): number {
  let end = -1;
  let colon = -1;
  for (let count = 0; count < COLONS_MAX; count++) {
    colon = line.slice(0, LABEL_LENGTH_MAX + 1).indexOf(':', colon + 1);
    if (colon < 0) break;
    const label = line.slice(0, colon);
    // Markup that is escaped, or a pipe, is part of a text.
    if (!/[\\&|]/.test(label) && LABEL_FORMS.has(plainLabel(label))) end = colon;
  }
  return end;
}
