import { plainLabel } from './labels';

const NONE = /^[\s*_]*(none|nothing|nil|n\/?a|not applicable)[\s*_.!]*$/i;
const ASKED = ['noneandihaveasked', 'noneihaveasked', 'noneandiveasked', 'noneiveasked', 'noneandasked'];

/** How a document says that a list has nothing. */
export const NONE_IN_WORDS = 'None.';

/** How a document says it of section F or G. */
export const NONE_AND_ASKED_IN_WORDS = 'None, and I have asked.';

/** Whether somebody wrote that there is none. */
export function saysNone(text: string): boolean {
  return NONE.test(text);
}

/** Whether somebody wrote that there is none and that they have asked. */
export function saysNoneAndAsked(text: string): boolean {
  return !text.includes('|') && ASKED.includes(plainLabel(text));
}
