import type { Database } from '../../src/database';
import { demonstrate } from '../../src/demonstration';
import { type DealState, dealStage, dealState, type Instant, isoOf } from '../../src/rules';
import { openFreshDatabase } from '../harness/database';
import { type StoredHistory, storedHistories } from './histories';
import { readModel, type StoredDeal } from './readModel';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const LOADED_WITHIN_MS = 60_000;

describe('every deal of the demonstration, replayed from its facts alone', () => {
  let db: Database;
  let stored: Map<string, StoredDeal>;
  let replayed: Map<string, Replay>;
  beforeAll(async () => {
    db = await openFreshDatabase();
    await demonstrate(db, TODAY);
    stored = await readModel(db);
    replayed = await replay(db);
  }, LOADED_WITHIN_MS);
  afterAll(() => db.close());

  const compare = (see: (deal: StoredDeal) => unknown, judge: (replay: Replay) => unknown) => {
    expect(replayed.size).toBeGreaterThanOrEqual(337);
    const seen = [...stored].map(([key, deal]) => [key, see(deal)]);
    expect(seen).toEqual([...replayed].map(([key, deal]) => [key, judge(deal)]));
  };

  test('has the row that is stored', () => {
    compare(({ deal }) => ({ ...deal, updated_at: 'its own test' }), rowOf);
  });

  test('was last changed when its last fact was recorded', () => {
    compare(
      ({ deal }) => deal.updated_at,
      ({ at }) => isoOf(at),
    );
  });

  test('has the clocks that are stored', () => {
    compare(({ clocks }) => byName(clocks.map(({ updated_at, ...clock }) => clock)), clocksOf);
  });

  test('has the faults that are stored, with what proves them', () => {
    compare(({ faults }) => byName(faults), faultsOf);
  });

  test('has the payments that are stored', () => {
    const current = ({ payments }: StoredDeal) => payments.filter(({ withdrawn }) => !withdrawn);
    compare((deal) => byName(current(deal).map(({ updated_at, ...payment }) => payment)), paymentsOf);
  });

  test('has the lines that are posted and not taken back', () => {
    compare(
      ({ live }) =>
        byName(
          live.map(({ kind, tranche, payee, amount_minor, effective_at }) => ({
            kind,
            tranche,
            payee,
            amount_minor,
            effective_at,
          })),
        ),
      linesOf,
    );
  });
});

/** A deal's state, as at and as known when its last fact was recorded. */
interface Replay extends StoredHistory {
  at: Instant;
  recordedAt: Instant | null;
  state: DealState;
}

async function replay(db: Database): Promise<Map<string, Replay>> {
  const histories = await storedHistories(db);
  return new Map(
    [...histories].map(([key, history]) => {
      const recordedAt = history.events.at(-1)?.recordedAt ?? null;
      const at = recordedAt ?? history.openedAt;
      const state = dealState(history.events, history.terms, { effectiveAt: at, knownAt: at });
      return [key, { ...history, at, recordedAt, state }];
    }),
  );
}

function rowOf({ opened, recordedAt, state: { history, handoff, commission } }: Replay): Record<string, unknown> {
  const due = handoff.slas.flatMap(({ status, dueAt }) =>
    status === 'RUNNING' || status === 'BREACHED' ? (dueAt ?? []) : [],
  );
  return {
    ...opened,
    updated_at: 'its own test',
    last_recorded_at: iso(recordedAt),
    stage: dealStage(history, handoff.triggeredAt),
    owner: handoff.owner,
    point_of_contact: handoff.pointOfContact,
    account_manager: history.all('AM_ASSIGNED').at(-1)?.fact.person ?? null,
    unmet_conditions: handoff.unmetConditions,
    triggered_at: iso(handoff.triggeredAt),
    week_one: handoff.weekOne,
    cancelled_at: iso(history.all('DEAL_CANCELLED')[0]?.occurredAt ?? null),
    fee_minor: commission.fee === null ? null : String(commission.fee),
    entitlement_minor: String(commission.entitlement),
    plan_version: commission.planVersion,
    next_due_at: due.length === 0 ? null : isoOf(Math.min(...due)),
  };
}

function clocksOf({ state: { handoff } }: Replay): Record<string, unknown>[] {
  return byName(
    handoff.bases.map(({ facts, blameAt }, index) => ({
      sla: facts.sla,
      status: handoff.slas[index]!.status,
      started_at: iso(facts.startedAt),
      due_at: iso(facts.dueAt),
      met_at: iso(facts.metAt),
      waived_at: iso(facts.waivedAt),
      blame_at: iso(facts.startedAt === null ? null : blameAt()),
    })),
  );
}

function faultsOf({ state, sourceKeys }: Replay): Record<string, unknown>[] {
  return byName(
    state.handoff.faults.map(({ code, evidence }) => ({ code, evidence: evidence.map((id) => sourceKeys.get(id)) })),
  );
}

function paymentsOf({ opened, state }: Replay): Record<string, unknown>[] {
  return byName(
    state.commission.payments.map((payment) => ({
      tranche: payment.tranche,
      payee: payment.payee,
      currency: opened.currency,
      status: payment.status,
      amount_minor: String(payment.amount),
      released_minor: String(payment.releasedToDate),
      earned_at: iso(payment.earnedAt),
      released_at: iso(payment.releasedAt),
      waiting_for: payment.waitingFor,
      withdrawn: false,
    })),
  );
}

function linesOf({ state }: Replay): Record<string, unknown>[] {
  return byName(
    state.commission.lines.map(({ kind, tranche, payee, amount, effectiveAt }) => ({
      kind,
      tranche,
      payee,
      amount_minor: String(amount),
      effective_at: isoOf(effectiveAt),
    })),
  );
}

/** Rows of one deal in an order of their own: by what they say. */
function byName(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function iso(instant: Instant | null): string | null {
  return instant === null ? null : isoOf(instant);
}
