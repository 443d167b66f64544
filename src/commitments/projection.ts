import { type Projection, retractionsOf } from '../facts';
import { isoOf } from '../rules';

/** Lets what is due in a week follow the weeks of its deal when they move (rules.md §3). */
export const projectDueDates: Projection = async (tx, changes) => {
  const deals = changes.map(({ deal, at }) => ({ deal_id: deal.dealId, at: isoOf(at) }));
  await tx.query(FOLLOW, [JSON.stringify(deals)], 'due_dates');
};

const FOLLOW = `
  update commitment c set due_date = due_date_of(c.deal_id, c.due_week, null), updated_at = changed.at
  from jsonb_to_recordset($1::jsonb) as changed (deal_id uuid, at timestamptz)
  where c.deal_id = changed.deal_id and c.due_week is not null
    and c.due_date is distinct from due_date_of(c.deal_id, c.due_week, null)`;

/** A commitment whose report is retracted has not come up; it stays written down. */
export const projectDiscoveries: Projection = async (tx, changes) => {
  const retractions = retractionsOf(changes);
  if (retractions.length > 0) await tx.query(FORGET, [JSON.stringify(retractions)], 'forget_discoveries');
};

const FORGET = `
  update commitment c set event_id = null, version = c.version + 1, updated_at = retracted.at,
    updated_by = retracted.by
  from jsonb_to_recordset($1::jsonb) as retracted (deal_id uuid, event_id uuid, at timestamptz, by text)
  where c.deal_id = retracted.deal_id and c.event_id = retracted.event_id`;
