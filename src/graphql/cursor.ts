import { isoOf } from '../rules';
import { Refusal } from './problem';

/** A check of one value of a cursor, as it came back from a client. */
export type CursorCheck<Value> = (value: unknown) => value is Value;

/** Writes and reads the opaque cursors of one list in one order. */
export interface Cursor<Values extends readonly unknown[]> {
  /** The cursor of a row, by the values that its place in the list follows from. */
  write(values: Values): string;
  /**
   * The values of a cursor, undefined without one. Throws BAD_USER_INPUT at `after` for one that is not of this list.
   */
  read(after: string | null | undefined): Values | undefined;
}

/**
 * The cursors of a list, named after it and its order: `cursor('deals:FEE_DESC', isDigits, isText)`.
 * A cursor is no secret and no proof: whoever writes their own sees nothing but another page of the same list.
 */
export function cursor<Values extends readonly unknown[]>(
  list: string,
  ...checks: { [I in keyof Values]: CursorCheck<Values[I]> }
): Cursor<Values> {
  const write = (values: readonly unknown[]) => Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
  return {
    write,
    read(after) {
      if (after === null || after === undefined) return undefined;
      const [name, ...values] = contentOf(after);
      if (name !== list || values.length !== checks.length || !checks.every((check, i) => check(values[i])))
        throw new Refusal('BAD_USER_INPUT', 'This is not a cursor of this list in this order.', 'after');
      return values as unknown as Values;
    },
  };
}

function contentOf(after: string): unknown[] {
  if (after.length > 1_000) return [];
  try {
    const content: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}

/** A string that PostgreSQL can compare with a text column. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !/[\0\uD800-\uDFFF]/u.test(value);
}

/** An instant in the form in which it leaves Baton. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-/.test(value)) return false;
  const instant = Date.parse(value);
  return !Number.isNaN(instant) && isoOf(instant) === value;
}

/** A bigint column's value as text. */
export function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,18}$/.test(value);
}

/** A UUID as PostgreSQL writes it. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
