import { type Projection, retractionsOf } from '../facts';

/**
 * A risk whose report is retracted has not materialised: it is as it was before, unless somebody has settled it since.
 */
export const projectReports: Projection = async (tx, changes) => {
  const retractions = retractionsOf(changes);
  if (retractions.length > 0) await tx.query(REOPEN, [JSON.stringify(retractions)], 'reopen_risks');
};

const REOPEN = `
  update risk c set event_id = null, status_before = null,
    status = case c.status when 'MATERIALISED' then coalesce(c.status_before, 'OPEN') else c.status end,
    version = c.version + 1, updated_at = retracted.at, updated_by = retracted.by
  from jsonb_to_recordset($1::jsonb) as retracted (deal_id uuid, event_id uuid, at timestamptz, by text)
  where c.deal_id = retracted.deal_id and c.event_id = retracted.event_id`;
