import type { Queryable } from '../database';
import { Refusal } from '../graphql';
import { findPeople } from './loading';

/**
 * Demands that people exist, each given by the path at which the input names them, if it does; one SQL statement.
 * Throws BAD_USER_INPUT at the first who does not.
 */
export async function demandPeople(
  db: Queryable,
  named: Readonly<Record<string, string | null | undefined>>,
): Promise<void> {
  const given = Object.entries(named).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (given.length === 0) return;
  const people = await findPeople(db, [...new Set(given.map(([, key]) => key))]);
  const unknown = given.find(([, key]) => !people.has(key));
  if (unknown) throw new Refusal('BAD_USER_INPUT', `There is no person "${unknown[1]}"`, unknown[0]);
}
