import { projectDiscoveries, projectDueDates } from '../commitments';
import type { Database, Queryable } from '../database';
import { projectDeals } from '../deals';
import { rowOf } from '../facts';
import { Refusal, type Viewer } from '../graphql';
import { projectHeldBack, projectLedger } from '../ledger';
import { projectReports } from '../risks';
import type { Instant, LiveLine } from '../rules';
import { type TermsBook, termsBook, termsWithin } from '../terms';
import { Admission } from './admission';
import type { FactToRecord, NewFact, RecordedFact } from './command';
import { changesOf } from './consequences';
import { lockNamedDeals } from './dealNames';
import { loadRecorded } from './loading';
import { checkPeople } from './people';
import { BESIDE_THE_DEAL } from './projections';

/** The most facts that one call may state. */
export const FACTS_MAX = 1_000;

/** Who records, by which terms, and what time it is. */
export interface Recorder {
  viewer: Viewer;
  book: TermsBook;
  clock: () => Instant;
}

/**
 * The one way in: records facts of any deals and writes all that follows from them, in one transaction and a constant
 * number of statements. Gives each fact in the order given: as recorded now, or as it was recorded before.
 * Throws a Refusal or RuleError below `events.<index>`; then nothing is recorded.
 */
export async function recordFacts(
  db: Database,
  viewer: Viewer,
  given: readonly FactToRecord[],
  clock: () => Instant = Date.now,
): Promise<RecordedFact[]> {
  const book = await termsBook(db);
  return db.transaction((tx) => recordWithin(tx, { viewer, book, clock }, given));
}

/** The same, within a transaction that does more than recording. */
export async function recordWithin(
  tx: Queryable,
  { viewer, book, clock }: Recorder,
  given: readonly FactToRecord[],
): Promise<RecordedFact[]> {
  if (given.length === 0 || given.length > FACTS_MAX)
    throw new Refusal('BAD_USER_INPUT', `one call states 1 to ${FACTS_MAX} facts; ${given.length} are given`, 'events');
  const deals = await lockNamedDeals(
    tx,
    viewer,
    given.map(({ deal }, index) => ({ deal, path: `events.${index}.deal` })),
  );
  const { histories, liveLines, calendars } = await loadRecorded(tx, [
    ...new Set([...deals.values()].map(({ dealId }) => dealId)),
  ]);
  const now = clock();
  const admissions = new Map(
    [...deals.values()].map((deal) => [
      deal.dealId,
      new Admission(deal, histories.get(deal.dealId) ?? [], viewer, now),
    ]),
  );
  const facts = given.map((fact, index): NewFact => {
    const deal = deals.get(fact.deal)!;
    const path = `events.${index}.event`;
    return { ...admissions.get(deal.dealId)!.admit(fact, path), deal, path };
  });
  await write(tx, await termsWithin(tx, book, calendars), admissions, facts, liveLines);
  return facts;
}

async function write(
  tx: Queryable,
  book: TermsBook,
  admissions: ReadonlyMap<string, Admission>,
  facts: readonly NewFact[],
  liveLines: ReadonlyMap<string, LiveLine[]>,
): Promise<void> {
  const added = facts.filter(({ isNew }) => isNew);
  if (added.length === 0) return;
  await checkPeople(tx, added);
  const changes = await changesOf(book, admissions, liveLines, added);
  await tx.query(APPEND, [JSON.stringify(added.map(({ event }) => rowOf(event)))], 'append_facts');
  const projections = [projectDeals, ...BESIDE_THE_DEAL, projectReports, projectDiscoveries, projectDueDates];
  for (const project of [...projections, projectLedger(book), projectHeldBack(book)]) await project(tx, changes);
}

const APPEND = `
  insert into deal_event (
    deal_id, id, type, occurred_at, recorded_at, recorded_by, source, source_event_id, details, refers_to)
  select deal_id, id, type, occurred_at, recorded_at, recorded_by, source, source_event_id, details, refers_to
  from jsonb_to_recordset($1::jsonb) as fact (deal_id uuid, id uuid, type text, occurred_at timestamptz,
    recorded_at timestamptz, recorded_by text, source text, source_event_id text, details jsonb, refers_to uuid)`;
