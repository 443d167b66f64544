import type { Database, Queryable } from '../database';
import type { Viewer } from '../graphql';
import { openDeals, recordFacts } from '../recording';
import { type Instant, isoOf } from '../rules';
import { StartFailure } from '../start-failure';
import { definePlan, termsBook } from '../terms';
import { Calls } from './calls';
import { CAST } from './cast';
import { examplePlans, pastExamples } from './examples';
import { storiesUntil } from './stories';
import type { Story } from './story';

/** The demonstration is a history that its administrator imports. */
const IMPORTER: Viewer = { personKey: 'ad-1', role: 'ADMIN' };

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
    await tx.query(`select pg_advisory_xact_lock(${DEMONSTRATING})`);
    const begun = (await db.query<Begun>(BEGUN))[0] ?? (await begin(db, now));
    if (!begun || begun.isLoaded) return false;
    await load(db, begun.asOf);
    await db.query('update demonstration set loaded_at = now()');
    return true;
  });
}

/** Lets the cast in, and notes of which instant the demonstration tells; nothing where there is somebody already. */
async function begin(db: Queryable, now: Instant): Promise<Begun | undefined> {
  const [begun] = await db.query<Begun>(BEGIN, [JSON.stringify(CAST), isoOf(now)]);
  return begun;
}

async function load(db: Database, asOf: Instant): Promise<void> {
  for (const [code, plan] of examplePlans()) await definePlan(db, code, plan);
  const book = await termsBook(db);
  const stories = [...storiesUntil(asOf, (code) => book.calendar(code)!), ...pastExamples(asOf)];
  stories.sort((a, b) => a.deal.openedAt - b.deal.openedAt);
  const keys = await dealsOf(db, stories);
  const calls = new Calls((facts) => recordFacts(db, IMPORTER, facts));
  await calls.recordAll(stories.map(({ facts }, index) => ({ dealKey: keys[index]!, facts })));
}

/** The keys of the stories' deals: all are opened at once, so either none is there or all are. */
async function dealsOf(db: Database, stories: readonly Story[]): Promise<string[]> {
  const there = await db.query<{ key: string; clientName: string }>(DEALS);
  const given = stories.map(({ deal }) => deal);
  if (there.length === 0) return (await openDeals(db, IMPORTER, given)).map(({ key }) => key);
  if (there.length !== given.length || given.some(({ clientName }, index) => clientName !== there[index]?.clientName))
    throw new StartFailure(OTHERS_DEALS);
  return there.map(({ key }) => key);
}

const OTHERS_DEALS =
  'Loading the demonstration was interrupted, and other deals were opened since: set DEMO=false, or give an empty database';

/** The advisory lock by which of several starts only one loads. */
const DEMONSTRATING = 2_002;

const BEGUN = `
  select (extract(epoch from as_of) * 1000)::float8 as "asOf", loaded_at is not null as "isLoaded" from demonstration`;

const BEGIN = `
  with empty as (select where not exists (select from person) and not exists (select from deal)),
  arrived as (
    insert into person (key, name, email, role)
    select key, name, email, role from empty, jsonb_to_recordset($1::jsonb) as member (key text, name text, email text, role text))
  insert into demonstration (as_of) select $2::timestamptz from empty
  returning (extract(epoch from as_of) * 1000)::float8 as "asOf", false as "isLoaded"`;

const DEALS = `select key, client_name as "clientName" from deal order by key, id`;
