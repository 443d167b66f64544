import { projectPayments } from '../commission';
import type { Database, Queryable } from '../database';
import { projectDeals } from '../deals';
import {
  type DealChange,
  type DealHeader,
  loadHistories,
  type Projection,
  type RecordedEvent,
  rowOf,
  type Step,
  stateOf,
} from '../facts';
import { Refusal, type Viewer } from '../graphql';
import { projectHandoff } from '../handoff';
import { projectLedger } from '../ledger';
import { type DealState, type Instant, RuleError } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import { Admission } from './admission';
import type { FactToRecord, RecordedFact } from './command';
import { lockNamedDeals } from './dealNames';
import { checkPeople, checkWaiver, type NewFact } from './people';

/** The most facts that one call may state. */
export const FACTS_MAX = 1_000;

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
  if (given.length === 0 || given.length > FACTS_MAX)
    throw new Refusal('BAD_USER_INPUT', `one call states 1 to ${FACTS_MAX} facts; ${given.length} are given`, 'events');
  const book = await termsBook(db);
  return db.transaction((tx) => recordWithin(tx, book, viewer, given, clock));
}

/** What must be written after the facts themselves, in this order. */
function projections(book: TermsBook): readonly Projection[] {
  return [projectDeals, projectHandoff, projectPayments, projectLedger(book)];
}

async function recordWithin(
  tx: Queryable,
  book: TermsBook,
  viewer: Viewer,
  given: readonly FactToRecord[],
  clock: () => Instant,
): Promise<RecordedFact[]> {
  const named = given.map(({ deal }, index) => ({ deal, path: `events.${index}.deal` }));
  const deals = await lockNamedDeals(tx, viewer, named);
  const histories = await loadHistories(tx, [...new Set([...deals.values()].map(({ dealId }) => dealId))]);
  const admissions = admissionsOf(deals.values(), histories, viewer, clock());
  const facts = given.map((fact, index): NewFact => {
    const deal = deals.get(fact.deal)!;
    const path = `events.${index}.event`;
    return { ...admissions.get(deal.dealId)!.admit(fact, path), deal, path };
  });
  const added = facts.filter(({ isNew }) => isNew);
  if (added.length > 0) await write(tx, book, admissions, added);
  return facts;
}

async function write(
  tx: Queryable,
  book: TermsBook,
  admissions: ReadonlyMap<string, Admission>,
  added: readonly NewFact[],
): Promise<void> {
  await checkPeople(tx, added);
  await tx.query(APPEND, [JSON.stringify(added.map(({ event }) => rowOf(event)))], 'append_facts');
  const changes = changesOf(book, admissions, added);
  for (const project of projections(book)) await project(tx, changes);
}

function admissionsOf(
  deals: Iterable<DealHeader>,
  histories: ReadonlyMap<string, RecordedEvent[]>,
  viewer: Viewer,
  now: Instant,
): Map<string, Admission> {
  return new Map(
    [...deals].map((deal) => [deal.dealId, new Admission(deal, histories.get(deal.dealId) ?? [], viewer, now)]),
  );
}

/** Each deal's states after each of its new facts. */
function changesOf(
  book: TermsBook,
  admissions: ReadonlyMap<string, Admission>,
  added: readonly NewFact[],
): DealChange[] {
  return [...byDeal(added).values()].map((facts) => {
    const { deal, events } = admissions.get(facts[0]!.deal.dealId)!;
    const before = events.length - facts.length;
    const steps = facts.map(({ event, path }, index): Step => {
      const state = judged(deal, events.slice(0, before + index + 1), book, event.recordedAt, path);
      checkWaiver({ event, state }, deal, path);
      return { event, state };
    });
    const { event, state } = steps.at(-1)!;
    return { deal, steps, latest: state, at: event.recordedAt };
  });
}

function byDeal(facts: readonly NewFact[]): Map<string, NewFact[]> {
  const grouped = new Map<string, NewFact[]>();
  for (const fact of facts) {
    const ofDeal = grouped.get(fact.deal.dealId);
    if (ofDeal) ofDeal.push(fact);
    else grouped.set(fact.deal.dealId, [fact]);
  }
  return grouped;
}

/** What a fact leads to must be something that can be judged; a deal beyond its calendar cannot be. */
function judged(
  deal: DealHeader,
  events: readonly RecordedEvent[],
  book: TermsBook,
  at: Instant,
  path: string,
): DealState {
  try {
    return stateOf(deal, events, book, { effectiveAt: at, knownAt: at });
  } catch (error) {
    if (error instanceof RuleError) throw new Refusal('BAD_USER_INPUT', error.message, path);
    throw error;
  }
}

const APPEND = `
  insert into deal_event (deal_id, id, type, occurred_at, recorded_at, recorded_by, source, source_event_id, details, refers_to)
  select deal_id, id, type, occurred_at, recorded_at, recorded_by, source, source_event_id, details, refers_to
  from jsonb_to_recordset($1::jsonb) as fact (deal_id uuid, id uuid, type text, occurred_at timestamptz,
    recorded_at timestamptz, recorded_by text, source text, source_event_id text, details jsonb, refers_to uuid)`;
