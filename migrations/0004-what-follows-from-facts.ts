import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** The read model: clocks, faults and payments as they follow from the facts (rules.md §4, §6, §7). */
export class WhatFollowsFromFacts0000000000004 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(HANDOFF);
    await owner.query(PAYMENTS);
  }
}

const HANDOFF = `
create table sla_clock (
  deal_id uuid not null constraint sla_clock_deal_fkey references deal,
  sla text not null constraint sla_clock_sla_check
    check (sla in ('ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO', 'FIRST_CONTACT')),
  -- as of the last fact; a RUNNING clock is BREACHED once due_at has passed
  status text not null constraint sla_clock_status_check check (status in
    ('NOT_STARTED', 'RUNNING', 'PAUSED', 'MET', 'MET_LATE', 'BREACHED', 'WAIVED', 'STOPPED')),
  started_at timestamptz(3),
  due_at timestamptz(3),
  met_at timestamptz(3),
  waived_at timestamptz(3),
  -- when a breach begins to count against the AE if nothing happens before it; null for never
  blame_at timestamptz(3),
  updated_at timestamptz(3) not null,
  constraint sla_clock_pkey primary key (deal_id, sla)
);
create index sla_clock_by_status on sla_clock (status, sla, deal_id);
create index sla_clock_by_due on sla_clock (due_at, sla, deal_id) where status = 'RUNNING';

create table handoff_fault (
  deal_id uuid not null constraint handoff_fault_deal_fkey references deal,
  code text not null constraint handoff_fault_code_check check (code in ('PACKAGE_MISSING_AT_CALL', 'AE_STILL_CONTACT',
    'RISKS_NOT_SURFACED', 'COMMITMENT_NOT_WRITTEN_DOWN', 'CALL_LATE')),
  evidence uuid[] not null,
  constraint handoff_fault_pkey primary key (deal_id, code)
);
create index handoff_fault_by_code on handoff_fault (code, deal_id);

grant select, insert, update on sla_clock to baton_app;
grant select, insert, update, delete on handoff_fault to baton_app;
`;

const PAYMENTS = `
create table commission_payment (
  deal_id uuid not null constraint commission_payment_deal_fkey references deal,
  tranche text not null,
  payee text not null constraint commission_payment_payee_fkey references person,
  currency char(3) not null constraint commission_payment_currency_check check (currency ~ '^[A-Z]{3}$'),
  status text not null,
  amount_minor bigint not null,
  released_minor bigint not null,
  earned_at timestamptz(3),
  released_at timestamptz(3),
  waiting_for text,
  -- no longer a payee of the deal
  withdrawn boolean not null,
  updated_at timestamptz(3) not null,
  constraint commission_payment_pkey primary key (deal_id, tranche, payee),
  constraint commission_payment_amount_check check (amount_minor >= 0),
  constraint commission_payment_tranche_check
    check (tranche in ('SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT')),
  constraint commission_payment_status_check check (status in
    ('NOT_EARNED', 'HELD', 'RELEASED', 'FORFEITED', 'CLAWED_BACK', 'APPROVED', 'PAID'))
);
create index commission_payment_by_payee on commission_payment (payee, updated_at, deal_id, tranche);
create index commission_payment_by_update on commission_payment (updated_at, deal_id, tranche, payee);
create index commission_payment_by_status on commission_payment (status, updated_at, deal_id, tranche, payee);
create index commission_payment_by_release on commission_payment (released_at) where not withdrawn;

-- Where a payment stood from each instant of recording on: what a report as known then needs.
create table commission_payment_version (
  deal_id uuid not null,
  tranche text not null,
  payee text not null,
  recorded_at timestamptz(3) not null,
  status text not null,
  amount_minor bigint not null,
  released_minor bigint not null,
  earned_at timestamptz(3),
  released_at timestamptz(3),
  withdrawn boolean not null,
  constraint commission_payment_version_pkey primary key (deal_id, tranche, payee, recorded_at),
  constraint commission_payment_version_amount_check check (amount_minor >= 0),
  constraint commission_payment_version_tranche_check
    check (tranche in ('SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT')),
  constraint commission_payment_version_status_check check (status in
    ('NOT_EARNED', 'HELD', 'RELEASED', 'FORFEITED', 'CLAWED_BACK', 'APPROVED', 'PAID')),
  constraint commission_payment_version_payment_fkey
    foreign key (deal_id, tranche, payee) references commission_payment (deal_id, tranche, payee)
);

grant select, insert, update on commission_payment to baton_app;
grant select, insert on commission_payment_version to baton_app;
`;
