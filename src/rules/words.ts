import { formatMinor, type Minor, minorDigits } from './money';
import type { Instant } from './time/instant';

const FORMATS_KEPT = 200;
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Money for a person: `£48,000.00`. */
export function moneyInWords(minor: Minor, currency: string): string {
  const digits = minorDigits(currency);
  const format = kept(`money ${currency}`, () => {
    const style = {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    } as const;
    return new Intl.NumberFormat('en-GB', style);
  }) as Intl.NumberFormat;
  return format.format(formatMinor(minor, digits) as Intl.StringNumericLiteral);
}

/** A date for a person: `2 April 2026`. */
export function dateInWords(instant: Instant, zone: string): string {
  return dateFormat(zone, { dateStyle: 'long' }).format(instant);
}

/** A moment for a person: `2 April 2026 at 10:00`. */
export function momentInWords(instant: Instant, zone: string): string {
  return dateFormat(zone, { dateStyle: 'long', timeStyle: 'short' }).format(instant);
}

/** Basis points for a person: 1250 is `12.5%`. */
export function percent(bp: number): string {
  return `${bp / 100}%`;
}

function dateFormat(zone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const make = () => new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone });
  return kept(`${style.timeStyle ?? ''} ${zone}`, make) as Intl.DateTimeFormat;
}

/** Formats are costly to make and few; the bound keeps memory flat whatever is asked. */
function kept(key: string, make: () => Intl.NumberFormat | Intl.DateTimeFormat) {
  if (formats.size >= FORMATS_KEPT) formats.clear();
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
