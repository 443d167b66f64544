import { columnsOf, type Queryable } from '../database';
import type { Batch } from '../graphql';
import { Person } from './person';

/** The people of those keys, in their order. A key without a person is a fault of the asker. */
export const peopleByKey: Batch<string, Person> = async ({ db }, keys) => {
  const people = await findPeople(db, keys);
  return keys.map((key) => people.get(key) ?? new Error(`there is no person ${key}`));
};

/** What a key looks like; no text that PostgreSQL could not take gets further. */
const KEY = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** What is the same in lower case is the same address among these letters alone. */
const EMAIL = /^[\x21-\x7e]{1,64}@[\x21-\x7e]{1,255}$/;

/** The people of those keys, as far as there are any. */
export async function findPeople(db: Queryable, given: readonly string[]): Promise<Map<string, Person>> {
  const keys = given.filter((key) => KEY.test(key));
  const rows = await db.query<Person>(BY_KEY, [keys], 'people');
  return new Map(rows.map((row) => [row.key, Object.assign(new Person(), row)]));
}

/** The person of that key; undefined where there is none. */
export async function findPerson(db: Queryable, key: string): Promise<Person | undefined> {
  return (await findPeople(db, [key])).get(key);
}

/** The person with that address, in whatever case it is written; undefined where there is none, or more than one. */
export async function findPersonByEmail(db: Queryable, email: string): Promise<Person | undefined> {
  if (!EMAIL.test(email)) return undefined;
  const [row, another] = await db.query<Person>(BY_EMAIL, [email], 'people by email');
  return row && !another ? Object.assign(new Person(), row) : undefined;
}

const BY_EMAIL = `select ${columnsOf(Person, 'p')} from person p where lower(p.email) = lower($1) limit 2`;
const BY_KEY = `select ${columnsOf(Person, 'p')} from person p where p.key = any($1)`;
