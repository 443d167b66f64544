import type { Projection } from '../facts';
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
