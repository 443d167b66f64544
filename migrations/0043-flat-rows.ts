import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Flat rows for BI tools, as views that GraphQL and SQL read alike; and when each of them changed. */
export class FlatRows0000000000043 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    for (const table of CHANGING) await owner.query(STAMPED(table));
    await owner.query(SETTLED);
    await owner.query(AMOUNTS);
    await owner.query(INDEXES);
    for (const view of [COMMISSION, DEALS, CLOCKS, RISKS, COMMITMENTS]) await owner.query(view);
    await owner.query(RIGHTS);
  }
}

const CHANGING = ['commission_payment', 'deal', 'sla_clock', 'risk', 'commitment'];

/**
 * Whoever changes a row stamps it after the server knows that they are writing: `settled_until` depends on that order.
 */
const STAMPED = (table: string) => `
${table === CHANGING[0] ? STAMP : ''}
alter table ${table} add column changed_at timestamptz(3) not null default now();
alter table ${table} alter column changed_at drop default;
create trigger ${table}_added before insert on ${table}
  for each row execute function stamp_change();
create trigger ${table}_changed before update on ${table}
  for each row when (old.* is distinct from new.*) execute function stamp_change();
`;

const STAMP = `
create function stamp_change() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  new.changed_at := date_trunc('milliseconds', clock_timestamp());
  return new;
end $$;`;

/**
 * Everything that was changed before this instant is there to be read by whoever asks afterwards: nobody who is still
 * writing can stamp a row before it. The clock is read before the list of writers, for a writer that begins in between.
 */
const SETTLED = `
create schema reporting;
create function reporting.settled_until() returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  instant timestamptz := clock_timestamp();
begin
  return date_trunc('milliseconds', least(instant, (
    select min(coalesce(xact_start, '-infinity')) from pg_stat_activity
    where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid())));
end $$;
`;

/** Minor units as a decimal number with the digits of the currency: ISO 4217, as \`rules/currencies.ts\` has it. */
const AMOUNTS = `
create function decimal_amount(minor bigint, currency text) returns numeric language sql immutable parallel safe
return case
  when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV',
    'XAF', 'XOF', 'XPF') then minor::numeric
  when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then minor * 0.001
  when currency in ('CLF', 'UYW') then minor * 0.0001
  else minor * 0.01 end;
`;

const PAYMENT_ID = `(p.deal_id::text || ':' || p.tranche || ':' || p.payee) collate "C"`;
const CLOCK_ID = `(c.deal_id::text || ':' || c.sla) collate "C"`;
const DEAL_ID = `(d.id::text) collate "C"`;
const ENTRY_ID = (alias: string) => `(${alias}.deal_id::text || ':' || ${alias}.id::text) collate "C"`;

const INDEXES = `
create index commission_payment_by_change on commission_payment (changed_at, (${PAYMENT_ID.replaceAll('p.', '')}));
create index deal_by_change on deal (changed_at, (${DEAL_ID.replaceAll('d.', '')}));
create index sla_clock_by_change on sla_clock (changed_at, (${CLOCK_ID.replaceAll('c.', '')}));
create index sla_clock_by_breach on sla_clock (due_at, (${CLOCK_ID.replaceAll('c.', '')})) where status = 'RUNNING';
create index risk_by_change on risk (changed_at, (${ENTRY_ID('').replaceAll('.', '')}));
create index commitment_by_change on commitment (changed_at, (${ENTRY_ID('').replaceAll('.', '')}));
`;

const COMMISSION = `
create view reporting.commission_rows_v1 as
select ${PAYMENT_ID} as id, p.changed_at as updated_at, p.withdrawn as deleted,
  d.key as deal_key, d.client_name, p.tranche, p.payee, p.status,
  decimal_amount(p.amount_minor, p.currency) as amount, decimal_amount(p.released_minor, p.currency) as released,
  p.currency::text as currency, p.earned_at, p.released_at, p.waiting_for
from commission_payment p join deal d on d.id = p.deal_id;
`;

const DEALS = `
create view reporting.deal_rows_v1 as
select ${DEAL_ID} as id, d.changed_at as updated_at, false as deleted,
  d.key as deal_key, d.client_name, d.stage, d.account_executive, d.delivery_lead, d.account_manager, d.owner,
  d.point_of_contact, d.calendar_code as calendar, d.plan_code as plan, d.plan_version,
  decimal_amount(d.fee_minor, d.currency) as fee, decimal_amount(d.entitlement_minor, d.currency) as entitlement,
  d.currency::text as currency, d.opened_at, d.triggered_at, d.week_one, d.cancelled_at, d.next_due_at
from deal d;
`;

/**
 * A running clock whose time is over has breached without anybody's writing it: it changed at its deadline. The two
 * parts are views of their own because each can be read along its index, and both together cannot.
 */
const CLOCKS = `
create view reporting.sla_rows_written_v1 as
select ${CLOCK_ID} as id, c.changed_at as updated_at, false as deleted, d.key as deal_key, c.sla,
  case when c.status = 'RUNNING' and c.due_at < now() then 'BREACHED' else c.status end as status, c.started_at,
  c.due_at, c.met_at, c.waived_at, case when b.breached then c.due_at end as breached_at,
  case when b.breached then c.blame_at end as counts_against_ae_from
from sla_clock c join deal d on d.id = c.deal_id
cross join lateral (select c.status in ('BREACHED', 'MET_LATE') or (c.status = 'RUNNING' and c.due_at < now())
  or (c.status = 'WAIVED' and c.waived_at > c.due_at) as breached) as b
where c.status <> 'RUNNING' or c.due_at is null or c.due_at <= c.changed_at or c.due_at >= now();

create view reporting.sla_rows_run_out_v1 as
select ${CLOCK_ID} as id, c.due_at as updated_at, false as deleted, d.key as deal_key, c.sla, 'BREACHED' as status,
  c.started_at, c.due_at, c.met_at, c.waived_at, c.due_at as breached_at, c.blame_at as counts_against_ae_from
from sla_clock c join deal d on d.id = c.deal_id
where c.status = 'RUNNING' and c.due_at > c.changed_at and c.due_at < now();

create view reporting.sla_rows_v1 as
select * from reporting.sla_rows_written_v1 union all select * from reporting.sla_rows_run_out_v1;
`;

const RISKS = `
create view reporting.risk_rows_v1 as
select ${ENTRY_ID('r')} as id, r.changed_at as updated_at, false as deleted, d.key as deal_key, r.description,
  r.likelihood, r.mitigation, r.agreed_mitigation, r.owner, r.status, r.review_on, r.reviewed_on, r.created_at
from risk r join deal d on d.id = r.deal_id;
`;

const COMMITMENTS = `
create view reporting.commitment_rows_v1 as
select ${ENTRY_ID('c')} as id, c.changed_at as updated_at, false as deleted, d.key as deal_key, c.words, c.promised_to,
  c.promised_by, c.owner, c.due_date as due_on, c.due_week, c.status, c.evidence, c.created_at
from commitment c join deal d on d.id = c.deal_id;
`;

const RIGHTS = `
grant usage on schema reporting to baton_app, baton_reader;
grant select on all tables in schema reporting to baton_app, baton_reader;
revoke execute on function reporting.settled_until() from public;
grant execute on function reporting.settled_until() to baton_app, baton_reader;
`;
