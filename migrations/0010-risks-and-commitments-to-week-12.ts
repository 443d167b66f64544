import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What becomes of risks and commitments during delivery: agreed mitigations, reviews, due dates, how they came up. */
export class RisksAndCommitmentsToWeek120000000000010 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(RISKS);
    await owner.query(COMMITMENTS);
    await owner.query(DUE_DATES);
  }
}

const RISKS = `
alter table risk
  add column agreed_mitigation text,
  add column review_on date,
  add column reviewed_on date,
  add column event_id uuid,
  add constraint risk_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id);
create index risk_by_review on risk (review_on, id);
create index risk_by_status_and_review on risk (status, review_on, id);
create index risk_by_owner_and_review on risk (owner, review_on, id);
`;

const COMMITMENTS = `
alter table commitment
  add column due_date date,
  add column event_id uuid,
  add constraint commitment_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id);
create index commitment_by_due on commitment (due_date, id);
create index commitment_by_status_and_due on commitment (status, due_date, id);
create index commitment_by_owner_and_due on commitment (owner, due_date, id);
create index commitment_by_promiser_and_due on commitment (promised_by, due_date, id);
`;

/** The last day of a week of the deal, or the date itself: rules.md §3 in SQL, which a test compares with the rules. */
const DUE_DATES = `
create function due_date_of(deal_id uuid, due_week integer, due_on date) returns date
  language sql stable parallel safe
  return (
    select coalesce(due_on, case
      when due_week > 0 then d.week_one + (due_week - 1) * 7 + 6
      else (d.triggered_at at time zone c.zone)::date + (due_week + 4) * 7 + 6 end)
    from deal d
    cross join lateral (
      select zone from calendar where code = d.calendar_code order by version desc limit 1) as c
    where d.id = due_date_of.deal_id
  );
update commitment set due_date = due_date_of(deal_id, due_week, due_on);
`;
