import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What is earned and held back, posted as it comes and goes (rules.md §8). */
export class HeldBack0000000000018 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(ENTRIES);
    await owner.query(HELD_NOW);
  }
}

/** An entry is balanced in itself: it debits the company's expense and credits what is held back of the payee. */
const ENTRIES = `
create table held_entry (
  deal_id uuid not null constraint held_entry_deal_fkey references deal,
  id uuid not null,
  tranche text not null constraint held_entry_tranche_check
    check (tranche in ('SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT')),
  payee text not null constraint held_entry_payee_fkey references person,
  currency char(3) not null constraint held_entry_currency_check check (currency ~ '^[A-Z]{3}$'),
  -- above zero what comes to be held, below what is let go
  amount_minor bigint not null constraint held_entry_amount_check check (amount_minor <> 0),
  effective_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  period text not null constraint held_entry_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  event_id uuid not null,
  plan_version text not null,
  constraint held_entry_pkey primary key (deal_id, id),
  constraint held_entry_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id)
);
create index held_entry_by_payee on held_entry (payee, recorded_at);

grant select, insert on held_entry to baton_app;
`;

/** What was held before there were entries is posted with the fact that was recorded last. */
const HELD_NOW = `
insert into held_entry (deal_id, id, tranche, payee, currency, amount_minor, effective_at, recorded_at, period,
  event_id, plan_version)
select p.deal_id, gen_random_uuid(), p.tranche, p.payee, p.currency, p.amount_minor, last.occurred_at, last.recorded_at,
  to_char(last.occurred_at at time zone 'Europe/London', 'YYYY-MM'), last.id, d.plan_version
from commission_payment p join deal d on d.id = p.deal_id
cross join lateral (
  select e.id, e.occurred_at, e.recorded_at from deal_event e
  where e.deal_id = p.deal_id order by e.recorded_at desc limit 1) as last
where p.status = 'HELD' and not p.withdrawn and p.amount_minor <> 0`;
