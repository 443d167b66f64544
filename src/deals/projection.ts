import type { DealChange, Projection } from '../facts';
import { dealStage, type Instant, isoOf, isoOrNull } from '../rules';

/** Writes what follows from changes onto the deals themselves. */
export const projectDeals: Projection = async (tx, changes) => {
  await tx.query(WRITE_DEALS, [JSON.stringify(changes.map(standingOf))], 'write_deals');
};

/** What follows from a deal's facts, as the columns of its row. */
export function standingOf({ deal, latest, at, steps }: DealChange) {
  const { history, handoff, commission } = latest;
  return {
    id: deal.dealId,
    last_recorded_at: isoOrNull(steps.at(-1)?.event.recordedAt ?? deal.lastRecordedAt),
    updated_at: isoOf(at),
    stage: dealStage(history, handoff.triggeredAt),
    owner: handoff.owner,
    point_of_contact: handoff.pointOfContact,
    account_manager: history.latest('AM_ASSIGNED')?.fact.person ?? null,
    unmet_conditions: handoff.unmetConditions,
    triggered_at: isoOrNull(handoff.triggeredAt),
    week_one: handoff.weekOne,
    cancelled_at: isoOrNull(history.cancellation?.occurredAt ?? null),
    fee_minor: commission.fee === null ? null : String(commission.fee),
    entitlement_minor: String(commission.entitlement),
    plan_version: commission.planVersion,
    next_due_at: isoOrNull(nextDueAt(latest)),
  };
}

/** The earliest deadline that is still open, overdue ones included. */
function nextDueAt({ handoff }: DealChange['latest']): Instant | null {
  const open = handoff.slas.filter(({ status }) => status === 'RUNNING' || status === 'BREACHED');
  const deadlines = open.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt !== null);
  return deadlines.length === 0 ? null : Math.min(...deadlines);
}

/** The columns of a deal that follow from its facts, with their types in JSON. */
export const STANDING = {
  last_recorded_at: 'timestamptz',
  updated_at: 'timestamptz',
  stage: 'text',
  owner: 'text',
  point_of_contact: 'text',
  account_manager: 'text',
  unmet_conditions: 'text[]',
  triggered_at: 'timestamptz',
  week_one: 'date',
  cancelled_at: 'timestamptz',
  fee_minor: 'bigint',
  entitlement_minor: 'bigint',
  plan_version: 'text',
  next_due_at: 'timestamptz',
};

const columns = Object.entries(STANDING);

const WRITE_DEALS = `
  update deal d set ${columns.map(([column]) => `${column} = given.${column}`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as given (
    id uuid, ${columns.map(([column, type]) => `${column} ${type}`).join(', ')})
  where d.id = given.id`;
