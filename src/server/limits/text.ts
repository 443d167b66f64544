import { type DocumentNode, Kind, visit } from 'graphql';
import { Refusal } from '../../graphql';

// PostgreSQL's text has no NUL, and half of a surrogate pair is no character: neither could be given back as it came.
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

const NESTING_MAX = 50;
const TOO_DEEP = `Variables are nested deeper than the ${NESTING_MAX} levels that are accepted.`;

/**
 * Refuses a string among the variables that could not be stored, with its path below the variable, and variables that
 * are nested deeper than any input of ours.
 */
export function checkTexts(variables: Readonly<Record<string, unknown>> | undefined): void {
  if (!variables) return;
  for (const [name, value] of Object.entries(variables)) {
    const path = unstorableWithin(value);
    if (path) throw unstorable(path.join('.') || name);
  }
}

/**
 * Refuses a string literal of the document that could not be stored, with the names of the arguments that lead to it.
 */
export function checkLiterals(document: DocumentNode): void {
  const path: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.push(node.name.value);
      if (node.kind === Kind.STRING && UNSTORABLE.test(node.value)) throw unstorable(path.join('.'));
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.pop();
    },
  });
}

function unstorable(path: string): Refusal {
  return new Refusal(
    'BAD_USER_INPUT',
    'The text holds a NUL or half of a surrogate pair, which no text can hold.',
    path,
  );
}

/** A value still to be looked at, and how it was reached. */
interface Pending {
  value: unknown;
  path: readonly string[];
}

/** Goes through a value without recursion: JSON can be nested deeper than the stack. */
function unstorableWithin(root: unknown): readonly string[] | undefined {
  const pending: Pending[] = [{ value: root, path: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length === NESTING_MAX) throw new Refusal('LIMIT_EXCEEDED', TOO_DEEP, path.join('.'));
    for (const [key, inner] of Object.entries(value))
      if (typeof inner === 'string' || typeof inner === 'object') pending.push({ value: inner, path: [...path, key] });
  }
  return undefined;
}
