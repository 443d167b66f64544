import type { Queryable } from '../database';
import type { Deal } from '../deals';
import type { CommitmentMade } from '../rules';

/** Who promised something, by their key; or why nobody knows. */
export type Promiser = { key: string } | { unknown: string };

/** `Priya Nair (ae-3)`, as the document shows people. */
const WITH_KEY = /\(([^()\s]+)\)\s*$/;

/**
 * Who made each commitment: the person of the key that is given, alone or behind a name; of the name, if only one has
 * it; the deal's AE where nobody is named. One SQL statement.
 */
export async function promisersOf(
  tx: Queryable,
  deal: Deal,
  commitments: readonly CommitmentMade[],
): Promise<Promiser[]> {
  const named = commitments.map(({ promisedBy }) => promisedBy ?? deal.accountExecutiveKey);
  const keys = named.map((text) => WITH_KEY.exec(text)?.[1] ?? text);
  const people = await tx.query<{ key: string; name: string }>(PEOPLE, [keys, named], 'promisers');
  return named.map((text, index): Promiser => {
    if (people.some(({ key }) => key === keys[index])) return { key: keys[index]! };
    const ofName = people.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (ofName.length === 1) return { key: ofName[0]!.key };
    return { unknown: ofName.length === 0 ? `there is no person "${text}"` : `several people are called "${text}"` };
  });
}

const PEOPLE = `
  select key, name from person
  where key = any($1) or lower(name) = any(select lower(name) from unnest($2::text[]) as name)`;
