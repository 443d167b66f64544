import { type Database, millisecondsInSql, type Queryable } from '../database';
import { type Instant, isoOf } from '../rules';
import { CAST } from './cast';
import { recordStories } from './recording';
import { writeNotes } from './writing';

/** How far the demonstration has come in a database. */
interface Begun {
  /** The instant of which it tells, in epoch milliseconds. */
  asOf: Instant;
  isLoaded: boolean;
}

/**
 * Loads the demonstration into a database with no people and no deals: a sales team, and what has become of its deals
 * by `now`. True where it did. A load that was interrupted goes on where it was, and tells of the same instant.
 * Throws a StartFailure where somebody else has opened deals since it was interrupted.
 */
export async function demonstrate(db: Database, now: Instant): Promise<boolean> {
  return db.transaction(async (tx) => {
    // It waits for another start, and then for the facts, which are recorded on connections of their own.
    await tx.query('set local statement_timeout = 0');
    await tx.query('set local idle_in_transaction_session_timeout = 0');
    await tx.query(`select pg_advisory_xact_lock(${DEMONSTRATING})`);
    const begun = (await db.query<Begun>(BEGUN))[0] ?? (await begin(db, now));
    if (!begun || begun.isLoaded) return false;
    const stories = await recordStories(db, begun.asOf);
    await writeNotes(tx, stories, begun.asOf);
    await tx.query('update demonstration set loaded_at = now()');
    return true;
  });
}

/** Lets the cast in, and notes of which instant the demonstration tells; nothing where there is somebody already. */
async function begin(db: Queryable, now: Instant): Promise<Begun | undefined> {
  const [begun] = await db.query<Begun>(BEGIN, [JSON.stringify(CAST), isoOf(now)]);
  return begun;
}

/** The advisory lock by which of several starts only one loads. */
const DEMONSTRATING = 2_002;

const BEGUN = `
  select ${millisecondsInSql('as_of')} as "asOf", loaded_at is not null as "isLoaded" from demonstration`;

const BEGIN = `
  with empty as (select where not exists (select from person) and not exists (select from deal)),
  arrived as (
    insert into person (key, name, email, role)
    select key, name, email, role
    from empty, jsonb_to_recordset($1::jsonb) as member (key text, name text, email text, role text))
  insert into demonstration (as_of) select $2::timestamptz from empty
  returning ${millisecondsInSql('as_of')} as "asOf", false as "isLoaded"`;
