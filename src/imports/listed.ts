import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../database';
import type { Instant } from '../rules';
import { isoOf, type PackageContent } from '../rules';

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

/**
 * Writes sections F and G: what is there in the same words is brought up to date, what is new is added, in the order of
 * the document, and what it does not name stays. Two SQL statements for each list, whatever its length.
 */
export async function writeListed(
  tx: Queryable,
  importing: Import,
  { risks, commitments }: PackageContent,
  promisers: readonly string[],
): Promise<NotNamed> {
  const rows = {
    risks: [...risks],
    commitments: commitments.map((made, index) => ({ ...made, by: promisers[index] })),
  };
  return {
    risks: await write(tx, importing, 'risk', rows.risks),
    commitments: await write(tx, importing, 'commitment', rows.commitments),
  };
}

async function write(
  tx: Queryable,
  { dealId, by, now }: Import,
  table: keyof typeof STATEMENTS,
  rows: readonly object[],
): Promise<string[]> {
  const { change, add, others } = STATEMENTS[table];
  const given = rows.map((row, index) => ({ ...row, id: uuidv7(), place: index }));
  const values = [dealId, JSON.stringify(given), isoOf(now), by];
  await tx.query(change, values, `import_change_${table}`);
  await tx.query(add, values, `import_add_${table}`);
  const left = await tx.query<{ words: string }>(others, [dealId, JSON.stringify(given)], `import_others_${table}`);
  return left.map(({ words }) => words);
}

const RISKS = `jsonb_to_recordset($2::jsonb) as given (
    id uuid, place integer, description text, likelihood text, mitigation text)`;
const COMMITMENTS = `jsonb_to_recordset($2::jsonb) as given (
    id uuid, place integer, words text, "promisedTo" text, "by" text, "dueWeek" integer, "dueOn" date)`;

/** Rows that are added a microsecond apart would tie: an instant has milliseconds. Ids rise with the place. */
const STATEMENTS = {
  risk: {
    change: `
      update risk c set likelihood = given.likelihood, mitigation = coalesce(given.mitigation, c.mitigation),
        version = c.version + 1, updated_at = $3, updated_by = $4
      from ${RISKS}
      where c.deal_id = $1 and btrim(c.description) = given.description
        and (c.likelihood, c.mitigation) is distinct from (given.likelihood, coalesce(given.mitigation, c.mitigation))`,
    add: `
      insert into risk (deal_id, id, description, likelihood, mitigation, status, version, created_at, updated_at,
        updated_by)
      select $1, given.id, given.description, given.likelihood, given.mitigation, 'OPEN', 1, $3, $3, $4 from ${RISKS}
      where not exists (select from risk c where c.deal_id = $1 and btrim(c.description) = given.description)`,
    others: `
      select c.description as words from risk c
      where c.deal_id = $1 and c.status = 'OPEN' and not exists (
        select from ${RISKS} where given.description = btrim(c.description)) order by c.created_at, c.id`,
  },
  commitment: {
    change: `
      update commitment c set promised_to = given."promisedTo", promised_by = given."by", due_week = given."dueWeek",
        due_on = given."dueOn", due_date = due_date_of($1, given."dueWeek", given."dueOn"), version = c.version + 1,
        updated_at = $3, updated_by = $4
      from ${COMMITMENTS}
      where c.deal_id = $1 and btrim(c.words) = given.words
        and (c.promised_to, c.promised_by, c.due_week, c.due_on)
          is distinct from (given."promisedTo", given."by", given."dueWeek", given."dueOn")`,
    add: `
      insert into commitment (deal_id, id, words, promised_to, promised_by, due_week, due_on, due_date, status, version,
        created_at, updated_at, updated_by)
      select $1, given.id, given.words, given."promisedTo", given."by", given."dueWeek", given."dueOn",
        due_date_of($1, given."dueWeek", given."dueOn"), 'OPEN', 1, $3, $3, $4
      from ${COMMITMENTS}
      where not exists (select from commitment c where c.deal_id = $1 and btrim(c.words) = given.words)`,
    others: `
      select c.words from commitment c
      where c.deal_id = $1 and c.status = 'OPEN' and not exists (
        select from ${COMMITMENTS} where given.words = btrim(c.words)) order by c.created_at, c.id`,
  },
};
