import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { isoOf } from '../rules';

/** What a scalar needs to know; `read` gives undefined for a string that is no value of it. */
interface TextScalar<Internal> {
  name: string;
  description: string;
  accepts: string;
  specifiedByURL?: string;
  read: (text: string) => Internal | undefined;
  write?: (value: unknown) => string | undefined;
}

/** An instant: RFC 3339 with an offset in, epoch milliseconds inside, UTC with milliseconds out. */
export const DateTime = textScalar<number>({
  name: 'DateTime',
  description:
    'An instant: RFC 3339 with `Z` or an offset, such as `2026-04-01T09:00:00Z` or `2026-04-01T10:00:00.250+01:00`. ' +
    'Digits beyond milliseconds are cut off. Always given in UTC with milliseconds: `2026-04-01T09:00:00.250Z`.',
  accepts: 'an instant with an offset, such as "2026-04-01T09:00:00Z"',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  read: instantOf,
  write: instantText,
});

/** A local calendar day. Named `Date` in the schema; inside it is the same string. */
export const CalendarDate = textScalar<string>({
  name: 'Date',
  description: 'A day of the local calendar, `YYYY-MM-DD`, such as `2026-04-01`. It has no time and no zone.',
  accepts: 'a day that exists, such as "2026-04-01"',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  read: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) ? text : undefined),
});

/** An exact decimal number, as a string on both sides. */
export const Decimal = textScalar<string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as `"48000.00"` or `"-12.5"`: no exponent, no separators, no leading ' +
    'zeros, at most 40 characters. More digits than the currency has is an error; nothing is rounded.',
  accepts: 'a plain decimal number in a string, such as "48000.00"',
  read: (text) =>
    text.length <= 40 && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && !/^-[0.]*$/.test(text) ? text : undefined,
});

/** A calendar month. */
export const Month = textScalar<string>({
  name: 'Month',
  description: 'A month of the local calendar, `YYYY-MM`, such as `2026-04`.',
  accepts: 'a month, such as "2026-04"',
  read: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('0000') ? text : undefined),
});

function textScalar<Internal>(scalar: TextScalar<Internal>): GraphQLScalarType<Internal, string> {
  const {
    name,
    description,
    specifiedByURL,
    write = (value) => (typeof value === 'string' ? value : undefined),
  } = scalar;
  const parse = (value: unknown): Internal => {
    const read = typeof value === 'string' ? scalar.read(value) : undefined;
    if (read === undefined) throw new GraphQLError(`${name} takes ${scalar.accepts}; ${shown(value)} is not one.`);
    return read;
  };
  return new GraphQLScalarType<Internal, string>({
    name,
    description,
    specifiedByURL,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : 'value' in node ? Number(node.value) : null),
    serialize: (value) => {
      const written = write(value);
      if (written === undefined) throw new GraphQLError(`A stored value is no ${name}.`);
      return written;
    },
  });
}

/** What was given, short enough to be repeated in a message. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const INSTANT =
  /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,40}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

function instantOf(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (!match || !isDay(text.slice(0, 10))) return undefined;
  const milliseconds = (match[2] ?? '').slice(0, 3).padEnd(3, '0');
  const instant = Temporal.Instant.from(`${match[1]}.${milliseconds}${match[3]}`).epochMilliseconds;
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : undefined;
}

function instantText(value: unknown): string | undefined {
  // The database writes instants in their final form, so that the common case is one look at the string.
  if (typeof value === 'string') return value.length === 24 && value.endsWith('Z') ? value : undefined;
  const instant = value instanceof Date ? value.getTime() : value;
  if (typeof instant !== 'number' || !(instant >= FIRST_INSTANT && instant <= LAST_INSTANT)) return undefined;
  return isoOf(instant);
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
