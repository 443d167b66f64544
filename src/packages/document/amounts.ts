import { type Minor, moneyInWords, parseMinor, RuleError } from '../../rules';

/** An amount that was read, and the words that follow it; or why it could not be. */
export type ReadAmount = { amount: Minor; rest: string } | { mistake: string };

const AMOUNT = /^(-?)([^\d\s.,-]{0,4}) ?(-?)(\d+(?:,\d+)*(?:\.\d+)?)(?: ?([A-Z]{3}|\p{Sc}))?(?![\w%]|[.,]\d)(.*)$/u;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** What may follow an amount without changing it: no digits, and no word such as "thousand", "each" or "incl. VAT". */
const HARMLESS = /^(on|at|upon|after|before|by|when|due|payable|invoiced|excl|exc|ex|excluding|plus|net)\b[^\d]*$|^$/;

/** Reads an amount as people write it, exactly: `£48,000`, `48,000.00`, `GBP 48000`. */
export function readAmount(text: string, currency: string): ReadAmount {
  const words = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[−–](?=[^\d]?\d)/, '-')
    .trim()
    .replace(/\.$/, '');
  const match = AMOUNT.exec(words);
  const example = moneyInWords(parseMinor('48000', currency, ''), currency);
  if (!match) return { mistake: `"${text}" is not an amount such as ${example}` };
  const [, sign, before, innerSign, number = '', after = '', said = ''] = match;
  const marks = [before, after].filter((mark) => mark !== undefined && mark !== '') as string[];
  const foreign = marks.find((mark) => !isOf(mark, currency));
  if (foreign !== undefined) return { mistake: `"${text}" is not in ${currency}: "${foreign}" is something else` };
  if (number.includes(',') && !GROUPED.test(number))
    return { mistake: `"${text}" can be several amounts: a comma parts thousands, as in ${example}` };
  const rest = said
    .replace(/^[\s,;(+]+/, (blanks) => (blanks.includes('+') ? 'plus ' : ''))
    .replace(/\)$/, '')
    .trim();
  if (!HARMLESS.test(rest.toLowerCase()))
    return { mistake: `"${text}" is more than an amount: what does "${rest}" make of it?` };
  return ofDigits(`${sign}${innerSign}${number.replaceAll(',', '')}`, currency, rest, text);
}

function ofDigits(decimal: string, currency: string, rest: string, text: string): ReadAmount {
  try {
    return { amount: parseMinor(decimal, currency, ''), rest };
  } catch (error) {
    if (error instanceof RuleError) return { mistake: `"${text}" is not an amount of ${currency}: ${error.reason}` };
    throw error;
  }
}

/** Whether a sign or code stands for a currency: `£` and `GBP` for GBP, `$` for each dollar. */
function isOf(mark: string, currency: string): boolean {
  const symbol = moneyInWords(0n, currency).replace(/[\d.,\s]/g, '');
  return mark === currency || mark === symbol || (symbol.length > 1 && mark === symbol.replace(/^[A-Z]+/, ''));
}
