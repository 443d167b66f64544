import type { Queryable } from '../database';
import type { Batch } from '../graphql';
import { Person } from './person';

/** The people of those keys, in their order. A key without a person is a fault of the asker. */
export const peopleByKey: Batch<string, Person> = async ({ db }, keys) => {
  const people = await findPeople(db, keys);
  return keys.map((key) => people.get(key) ?? new Error(`there is no person ${key}`));
};

/** The people of those keys, as far as there are any. */
export async function findPeople(db: Queryable, keys: readonly string[]): Promise<Map<string, Person>> {
  const rows = await db.query<Person>(
    'select key, name, email, role from person where key = any($1)',
    [keys],
    'people',
  );
  return new Map(rows.map((row) => [row.key, Object.assign(new Person(), row)]));
}

const KNOWN_FOR_MS = 5_000;
const KNOWN_MAX = 10_000;

/** Who tokens may speak for: a person's key and role, remembered for some seconds so that requests need no statement. */
export class Directory {
  private readonly known = new Map<string, { person: Promise<Person | undefined>; until: number }>();

  constructor(private readonly db: Queryable) {}

  /** The person of that key, undefined where there is none. */
  find(key: string): Promise<Person | undefined> {
    const now = Date.now();
    const found = this.known.get(key);
    if (found && found.until > now) return found.person;
    if (this.known.size >= KNOWN_MAX) this.known.clear();
    const person = findPeople(this.db, [key]).then((people) => people.get(key));
    this.known.set(key, { person, until: now + KNOWN_FOR_MS });
    person.catch(() => this.known.delete(key));
    return person;
  }
}
