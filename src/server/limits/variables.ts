import { Refusal } from '../../graphql';
import type { Variables } from './page-size';

/** The most that variables may be. A thousand facts, the most that one call states, have some twenty values each. */
const MOST = { levels: 50, values: 50_000, namesOfAnObject: 100, valuesOfAList: 2_000 };

// PostgreSQL's text has no NUL, and half of a surrogate pair is no character: neither could be given back as it came.
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** A value still to be looked at, and how it was reached: as a chain, which costs nothing for what is in order. */
interface Pending {
  value: unknown;
  key: string | number;
  above: Pending | undefined;
  level: number;
}

/** Whether a text can be stored and given back as it came. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The refusal of a text that could not be stored, at its path. */
export function unstorable(path: string): Refusal {
  const why = 'The text holds a NUL or half of a surrogate pair, which no text can hold.';
  return new Refusal('BAD_USER_INPUT', why, path);
}

/**
 * How many values variables have. Looks at all of them before anything is known about types, in time that grows with
 * their number alone. Throws LIMIT_EXCEEDED where they are too many or too deep, and BAD_USER_INPUT where a string
 * could not be stored, with its path below the variable.
 */
export function weighVariables(variables: Variables): number {
  let count = 0;
  const pending: Pending[] = [];
  for (const key in variables) pending.push({ value: variables[key], key, above: undefined, level: 0 });
  demand(pending.length <= MOST.namesOfAnObject, `more than ${MOST.namesOfAnObject} variables`, undefined);
  for (let next = pending.pop(); next; next = pending.pop()) {
    count += 1;
    demand(count + pending.length <= MOST.values, `more than ${MOST.values} values`, undefined);
    if (typeof next.value === 'string' && !isStorable(next.value)) throw unstorable(pathOf(next));
    if (typeof next.value === 'object' && next.value !== null) pushWithin(next, pending);
  }
  return count;
}

function pushWithin(above: Pending, pending: Pending[]): void {
  const { value, level } = above;
  demand(level < MOST.levels, `more than ${MOST.levels} levels`, above);
  if (Array.isArray(value)) {
    demand(value.length <= MOST.valuesOfAList, `a list of more than ${MOST.valuesOfAList} values`, above);
    for (let key = 0; key < value.length; key++) pending.push({ value: value[key], key, above, level: level + 1 });
    return;
  }
  let names = 0;
  for (const key in value as object) {
    names += 1;
    demand(names <= MOST.namesOfAnObject, `an object of more than ${MOST.namesOfAnObject} names`, above);
    pending.push({ value: (value as Record<string, unknown>)[key], key, above, level: level + 1 });
  }
}

function demand(holds: boolean, has: string, where: Pending | undefined): void {
  if (holds) return;
  const path = where ? pathOf(where) : 'variables';
  throw new Refusal('LIMIT_EXCEEDED', `The variables have ${has}; that is the most that is accepted.`, path);
}

/** The path below the variable; the variable's own name for itself. */
function pathOf(pending: Pending): string {
  const keys: (string | number)[] = [];
  for (let next: Pending | undefined = pending; next?.above; next = next.above) keys.unshift(next.key);
  return keys.length > 0 ? keys.join('.') : String(pending.key);
}
