import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Whoever listens is told of what changes, when the transaction that changed it commits. */
export class LiveChanges0000000000046 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(FUNCTIONS);
    await owner.query(TELLING('deal', 'tell_of_deals'));
    for (const table of OF_DEALS) await owner.query(TELLING(table, 'tell_of_their_deals'));
    await owner.query(TELLING('sla_clock', 'tell_of_clocks'));
    await owner.query(TELLING('pay_run', 'tell_of_pay_runs'));
    await owner.query('create index mail_by_creation on mail (created_at)');
    await owner.query('create index handoff_package_by_update on handoff_package (updated_at)');
    await owner.query('create index pay_run_event_by_time on pay_run_event (at)');
  }
}

/** What a deal shows beside its own row. A fact that is recorded changes that row, too. */
const OF_DEALS = ['commission_payment', 'risk', 'commitment', 'handoff_package', 'mail'];

/**
 * PostgreSQL says the same thing once a transaction, however often it was told. Of more deals than anybody looks at one
 * by one it is only said that there were many.
 */
const FUNCTIONS = `
create function tell_of_deals(ids uuid[]) returns void language plpgsql as $$
begin
  if cardinality(ids) > 1000 then
    perform pg_notify('baton_live', 'deals');
  else
    perform pg_notify('baton_live', 'deal ' || id) from unnest(ids) as told (id);
  end if;
end $$;

create function tell_of_deals() returns trigger language plpgsql as $$
begin
  perform tell_of_deals(array(select id from told));
  return null;
end $$;

create function tell_of_their_deals() returns trigger language plpgsql as $$
begin
  perform tell_of_deals(array(select distinct deal_id from told));
  return null;
end $$;

create function tell_of_clocks() returns trigger language plpgsql as $$
begin
  perform pg_notify('baton_live', 'clock ' || floor(extract(epoch from next.due_at) * 1000)::bigint)
  from (select min(due_at) as due_at from told where status = 'RUNNING') as next where next.due_at is not null;
  return null;
end $$;

create function tell_of_pay_runs() returns trigger language plpgsql as $$
begin
  perform pg_notify('baton_live', 'run ' || id) from told;
  return null;
end $$;
`;

const TELLING = (table: string, teller: string) => `
create trigger ${table}_added_live after insert on ${table}
  referencing new table as told for each statement execute function ${teller}();
create trigger ${table}_changed_live after update on ${table}
  referencing new table as told for each statement execute function ${teller}();
`;
