import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What a risk was before its report, so that a retraction leaves it as it was; and what was retracted before that. */
export class StatusesBeforeReports0000000000023 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(BEFORE);
    await owner.query(RETRACTED_UNTIL_NOW);
  }
}

const BEFORE = `
alter table risk
  add column status_before text
    constraint risk_status_before_check check (status_before in ('OPEN', 'MITIGATED', 'CLOSED')),
  add constraint risk_report_check check (status_before is null or event_id is not null);
`;

/** Nobody knows what such a risk was before: it is open. */
const RETRACTED_UNTIL_NOW = `
update risk c set event_id = null, status = case c.status when 'MATERIALISED' then 'OPEN' else c.status end,
  version = c.version + 1
where exists (select from deal_event r
  where r.deal_id = c.deal_id and r.refers_to = c.event_id and r.type = 'EVENT_RETRACTED');
update commitment c set event_id = null, version = c.version + 1
where exists (select from deal_event r
  where r.deal_id = c.deal_id and r.refers_to = c.event_id and r.type = 'EVENT_RETRACTED');
`;
