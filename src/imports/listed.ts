import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import { DECLARED } from '../packages';
import { type CommitmentMade, type Instant, isoOf, type PackageContent, type RiskFlagged, written } from '../rules';
import { matched } from './matching';

/** Who writes into which deal, and when. */
export interface Import {
  dealId: string;
  by: string;
  now: Instant;
}

/** What the deal has that the document does not name: it stays. */
export interface NotNamed {
  risks: string[];
  commitments: string[];
}

/** What only a row of the deal has. */
interface There {
  id: string;
  isOpen: boolean;
}

/**
 * Writes sections F and G: what is there in the same words is brought up to date, what is new is added, in the order of
 * the document, and what it does not name stays. What a row leaves empty stays as it is, too. At most three SQL
 * statements for each list, whatever its length. `promisers` are the
 * keys of who made the commitments.
 */
export async function writeListed(
  tx: Queryable,
  importing: Import,
  { risks, commitments }: PackageContent,
  promisers: readonly string[],
): Promise<NotNamed> {
  const made = commitments.map((row, index) => ({ ...row, promisedBy: promisers[index]! }));
  const named = new Set(made.filter((_, index) => commitments[index]!.promisedBy !== null));
  return {
    risks: await write(tx, importing, RISKS, risks, (given, there) => ({
      ...there,
      likelihood: given.likelihood,
      mitigation: given.mitigation ?? there.mitigation,
    })),
    commitments: await write(tx, importing, COMMITMENTS, made, (given, there) => ({
      ...there,
      promisedTo: given.promisedTo,
      promisedBy: named.has(given as (typeof made)[number]) ? given.promisedBy : there.promisedBy,
      ...(isDue(given) && { dueWeek: given.dueWeek, dueOn: given.dueOn }),
    })),
  };
}

function isDue({ dueWeek, dueOn }: CommitmentMade): boolean {
  return dueWeek !== null || dueOn !== null;
}

async function write<Row extends object>(
  tx: Queryable,
  importing: Import,
  { name, traitsOf, wordsOf, statements: { there, change, add } }: List<Row>,
  rows: readonly Row[],
  after: (given: Row, there: Row & There) => Row & There,
): Promise<string[]> {
  const values = [importing.dealId, isoOf(importing.now), importing.by];
  const found = await tx.query<Row & There>(there, [importing.dealId], `import_${name}s`);
  const { known, added, others } = matched(rows, found.map(asWritten), traitsOf);
  const changed = known.map((pair) => ({ ...pair, after: after(pair.given, pair.there) })).filter(isChanged);
  const changes = changed.map((pair) => pair.after);
  const additions = added.map((row) => ({ ...row, id: uuidv7() }));
  if (changes.length > 0) await tx.query(change, [...values, JSON.stringify(changes)], `import_change_${name}s`);
  if (additions.length > 0) await tx.query(add, [...values, JSON.stringify(additions)], `import_add_${name}s`);
  return others.filter(({ isOpen }) => isOpen).map(wordsOf);
}

/** As a document shows it: white space at the end of a line is not told from none. */
function asWritten<Row extends object>(row: Row): Row {
  const values = Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? written(value) : value]);
  return Object.fromEntries(values) as Row;
}

function isChanged({ there, after }: { there: object; after: object }): boolean {
  return JSON.stringify(there) !== JSON.stringify(after);
}

/** One of the two lists: what its rows are compared by, and how they are read and written. */
interface List<Row> {
  name: string;
  traitsOf(row: Row): readonly unknown[];
  wordsOf(row: Row): string;
  statements: { there: string; change: string; add: string };
}

const RISKS: List<RiskFlagged> = {
  name: 'risk',
  traitsOf: ({ description, likelihood, mitigation }) => [description, likelihood, mitigation],
  wordsOf: ({ description }) => description ?? '',
  statements: {
    there: `
      select c.id, c.description, c.likelihood, c.mitigation, c.status = 'OPEN' as "isOpen"
      from risk c where c.deal_id = $1 and ${DECLARED} order by c.created_at, c.id for update of c`,
    change: `
      update risk c set likelihood = given.likelihood, mitigation = given.mitigation, version = c.version + 1,
        updated_at = $2, updated_by = $3
      from jsonb_to_recordset($4::jsonb) as given (id uuid, likelihood text, mitigation text)
      where c.deal_id = $1 and c.id = given.id`,
    add: `
      insert into risk (deal_id, id, description, likelihood, mitigation, status, version, created_at, updated_at,
        updated_by)
      select $1, given.id, given.description, given.likelihood, given.mitigation, 'OPEN', 1, $2, $2, $3
      from jsonb_to_recordset($4::jsonb) as given (id uuid, description text, likelihood text, mitigation text)`,
  },
};

const COMMITMENTS: List<CommitmentMade> = {
  name: 'commitment',
  traitsOf: ({ words, promisedTo, promisedBy, dueWeek, dueOn }) => [words, promisedTo, promisedBy, dueWeek, dueOn],
  wordsOf: ({ words }) => words ?? '',
  statements: {
    there: `
      select c.id, c.words, c.promised_to as "promisedTo", c.promised_by as "promisedBy", c.due_week as "dueWeek",
        c.due_on as "dueOn", c.status = 'OPEN' as "isOpen"
      from commitment c where c.deal_id = $1 and ${DECLARED} order by c.created_at, c.id for update of c`,
    change: `
      update commitment c set promised_to = given."promisedTo", promised_by = given."promisedBy",
        due_week = given."dueWeek", due_on = given."dueOn",
        due_date = due_date_of($1, given."dueWeek", given."dueOn"), version = c.version + 1, updated_at = $2,
        updated_by = $3
      from jsonb_to_recordset($4::jsonb) as given (
        id uuid, "promisedTo" text, "promisedBy" text, "dueWeek" integer, "dueOn" date)
      where c.deal_id = $1 and c.id = given.id`,
    add: `
      insert into commitment (deal_id, id, words, promised_to, promised_by, due_week, due_on, due_date, status, version,
        created_at, updated_at, updated_by)
      select $1, given.id, given.words, given."promisedTo", given."promisedBy", given."dueWeek", given."dueOn",
        due_date_of($1, given."dueWeek", given."dueOn"), 'OPEN', 1, $2, $2, $3
      from jsonb_to_recordset($4::jsonb) as given (
        id uuid, words text, "promisedTo" text, "promisedBy" text, "dueWeek" integer, "dueOn" date)`,
  },
};
