import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Deals, and the append-only history that everything about them follows from (rules.md §1). */
export class DealsAndFacts0000000000003 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(DEALS);
    await owner.query(FACTS);
  }
}

const DEALS = `
create table deal_number (
  year integer constraint deal_number_pkey primary key,
  latest integer not null constraint deal_number_latest_check check (latest >= 1)
);

create table deal (
  id uuid constraint deal_pkey primary key,
  key text not null constraint deal_key_check check (key ~ '^D-[0-9]{4}-[0-9]{4,}$'),
  client_name text not null,
  currency char(3) not null constraint deal_currency_check check (currency ~ '^[A-Z]{3}$'),
  calendar_code text not null,
  plan_code text not null,
  account_executive text not null constraint deal_account_executive_fkey references person,
  delivery_lead text constraint deal_delivery_lead_fkey references person,
  opened_at timestamptz(3) not null,
  opened_by text not null constraint deal_opened_by_fkey references person,
  last_recorded_at timestamptz(3),
  updated_at timestamptz(3) not null,
  stage text not null constraint deal_stage_check
    check (stage in ('SELLING', 'HANDOFF', 'ONBOARDING', 'DELIVERY', 'COMPLETED', 'CANCELLED')),
  owner text not null constraint deal_owner_check
    check (owner in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER')),
  point_of_contact text not null constraint deal_point_of_contact_check
    check (point_of_contact in ('ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER')),
  account_manager text constraint deal_account_manager_fkey references person,
  unmet_conditions text[] not null constraint deal_unmet_conditions_check
    check (unmet_conditions <@ array['SOW_SIGNED', 'DEPOSIT_INVOICED', 'CLOSED_WON']),
  triggered_at timestamptz(3),
  week_one date,
  cancelled_at timestamptz(3),
  fee_minor bigint constraint deal_fee_check check (fee_minor >= 0),
  entitlement_minor bigint not null constraint deal_entitlement_check check (entitlement_minor >= 0),
  plan_version text not null,
  next_due_at timestamptz(3)
);

-- Keys in the order of their numbers: as text, D-2026-10000 would come before D-2026-9999.
create function key_order(key text) returns text
  language sql immutable parallel safe
  return left(key, 7) || lpad(substr(key, 8), 10, '0');

-- Keys are few and looked up by themselves: apart from deals, so that deals can be spread by their id.
create table deal_key (
  key text constraint deal_key_pkey primary key,
  deal_id uuid not null,
  constraint deal_key_of_deal unique (key, deal_id)
);
alter table deal add constraint deal_key_fkey foreign key (key, id) references deal_key (key, deal_id);

create index deal_by_key on deal (key_order(key), id);
create index deal_by_fee on deal ((coalesce(fee_minor, -1)), id);
create index deal_by_next_due on deal ((coalesce(next_due_at, 'infinity')), id);
create index deal_by_stage on deal (stage, key_order(key), id);
create index deal_by_account_executive on deal (account_executive, key_order(key), id);
create index deal_by_account_manager on deal (account_manager, key_order(key), id);
create index deal_by_trigger on deal (triggered_at, id);

grant select, insert, update on deal, deal_number to baton_app;
grant select, insert on deal_key to baton_app;
`;

const FACTS = `
create table deal_event (
  deal_id uuid not null constraint deal_event_deal_fkey references deal,
  id uuid not null,
  type text not null constraint deal_event_type_check check (type in (
    'FEE_AGREED', 'SPLIT_AGREED', 'SOW_SIGNED', 'DEPOSIT_INVOICED', 'CLOSED_WON', 'AM_ASSIGNED', 'PACKAGE_SUBMITTED',
    'CALL_HELD', 'INTRO_SENT', 'AM_CONTACTED_CLIENT', 'CLIENT_EMAILED_AE', 'AE_FORWARDED', 'KICKOFF_CONFIRMED',
    'WORKSHOP_DELIVERED', 'BOARD_REPORT_DELIVERED', 'QUALITY_GATE_PASSED', 'CLIENT_HOLD_STARTED', 'CLIENT_HOLD_ENDED',
    'SLA_WAIVED', 'COMMITMENT_DISCOVERED', 'RISK_MATERIALISED', 'DEAL_CANCELLED', 'EVENT_RETRACTED')),
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  recorded_by text not null constraint deal_event_recorded_by_fkey references person,
  source text,
  source_event_id text,
  details jsonb not null,
  refers_to uuid,
  constraint deal_event_pkey primary key (deal_id, id),
  constraint deal_event_recorded_once unique (deal_id, recorded_at),
  constraint deal_event_source_once unique (deal_id, source, source_event_id),
  constraint deal_event_refers_to_fkey foreign key (deal_id, refers_to) references deal_event (deal_id, id),
  constraint deal_event_known_after_check check (occurred_at <= recorded_at),
  constraint deal_event_source_check check (source_event_id is null or source is not null),
  constraint deal_event_split_check check (type <> 'SPLIT_AGREED' or shares_add_up(details -> 'payees', 'person', 1)),
  constraint deal_event_refers_check check ((type in ('EVENT_RETRACTED', 'AE_FORWARDED')) = (refers_to is not null))
);

grant select, insert on deal_event to baton_app;
`;
