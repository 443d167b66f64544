import { MINOR_DIGITS } from './currencies';
import { RuleError } from './problem';

/** An amount in minor units of its currency (pence of GBP). */
export type Minor = bigint;

/** Basis points in the whole: 10000 bp = 100%. */
export const WHOLE_BP = 10_000;

/** Eighteen digits: every sum of a deal then still fits a bigint column. */
const LARGEST_MINOR = 10n ** 18n - 1n;

/** The one rounding of Baton: round(total × bp / 10000), half up, for a total ≥ 0 (rules.md §7). */
export function share(total: Minor, bp: number): Minor {
  return (total * BigInt(bp) + 5_000n) / 10_000n;
}

/** Cuts a total cumulatively over shares in order, so that the parts of 10000 bp always add up to it (rules.md §7). */
export function cut(total: Minor, sharesBp: readonly number[]): Minor[] {
  let cumulativeBp = 0;
  let before = 0n;
  return sharesBp.map((bp) => {
    cumulativeBp += bp;
    const upTo = share(total, cumulativeBp);
    const part = upTo - before;
    before = upTo;
    return part;
  });
}

/** Digits of a currency's minor unit. Throws a RuleError at `path` for what is not one of ISO 4217. */
export function minorDigits(currency: string, path = 'currency'): number {
  const digits = MINOR_DIGITS.get(currency);
  if (digits === undefined) throw new RuleError(path, `"${currency}" is not a currency of ISO 4217, for example GBP`);
  return digits;
}

/**
 * Reads a decimal string such as `48000.00` into minor units.
 * Throws a RuleError at `path` for what is no plain decimal, is negative, too large, or has more digits than the
 * currency.
 */
export function parseMinor(decimal: string, currency: string, path: string): Minor {
  const digits = minorDigits(currency);
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(decimal);
  if (!match) throw new RuleError(path, `"${decimal}" is not a decimal number such as "48000.00"`);
  const fraction = match[3] ?? '';
  if (match[1]) throw new RuleError(path, `${decimal} is negative`);
  if (fraction.length > digits)
    throw new RuleError(path, `${decimal} has more than the ${digits} decimal digits that ${currency} has`);
  const minor = BigInt(match[2] + fraction.padEnd(digits, '0'));
  if (minor > LARGEST_MINOR) throw new RuleError(path, `${decimal} is more than ${formatMinor(LARGEST_MINOR, digits)}`);
  return minor;
}

/** Minor units as the decimal string that leaves Baton: `formatMinor(144000n, 2)` is `1440.00`. */
export function formatMinor(minor: Minor, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const plain = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + plain : `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
}
