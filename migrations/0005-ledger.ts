import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** The double-entry ledger: append-only lines, each balanced by its postings (rules.md §8). */
export class Ledger0000000000005 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(LINES);
    await owner.query(BALANCE);
  }
}

const LINES = `
create table commission_line (
  deal_id uuid not null constraint commission_line_deal_fkey references deal,
  id uuid not null,
  kind text not null constraint commission_line_kind_check
    check (kind in ('TRANCHE', 'TRUE_UP', 'CLAWBACK', 'REVERSAL')),
  tranche text not null constraint commission_line_tranche_check
    check (tranche in ('SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT')),
  payee text not null constraint commission_line_payee_fkey references person,
  currency char(3) not null constraint commission_line_currency_check check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null constraint commission_line_amount_check check (amount_minor <> 0),
  effective_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  -- the local month that the line belongs to, YYYY-MM
  period text not null constraint commission_line_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  event_id uuid not null,
  plan_version text not null,
  reverses uuid,
  constraint commission_line_pkey primary key (deal_id, id),
  constraint commission_line_reversed_once unique (deal_id, reverses),
  constraint commission_line_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id),
  constraint commission_line_reverses_fkey foreign key (deal_id, reverses) references commission_line (deal_id, id),
  constraint commission_line_reverses_check check ((kind = 'REVERSAL') = (reverses is not null))
);
create index commission_line_by_period on commission_line (period, recorded_at);
create index commission_line_by_payee on commission_line (payee, period, recorded_at);

create table posting (
  deal_id uuid not null,
  line_id uuid not null,
  account text not null constraint posting_account_check
    check (account in ('COMMISSION_EXPENSE', 'COMMISSION_ACCRUED')),
  -- a debit is above zero, a credit below
  amount_minor bigint not null constraint posting_amount_check check (amount_minor <> 0),
  constraint posting_pkey primary key (deal_id, line_id, account),
  constraint posting_line_fkey foreign key (deal_id, line_id) references commission_line (deal_id, id)
);

grant select, insert on commission_line, posting to baton_app;
`;

const BALANCE = `
create function line_must_balance() returns trigger language plpgsql as $$
declare
  line uuid;
  debits numeric;
  credits numeric;
begin
  if tg_table_name = 'posting' then line := new.line_id; else line := new.id; end if;
  select coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
      coalesce(sum(amount_minor) filter (where amount_minor < 0), 0)
    into debits, credits from posting where deal_id = new.deal_id and line_id = line;
  if debits = 0 or debits + credits <> 0 then
    raise exception 'line % of deal % does not balance: % debited, % credited', line, new.deal_id, debits, -credits
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger posting_must_balance after insert or update on posting
  deferrable initially deferred for each row execute function line_must_balance();
create constraint trigger line_must_balance after insert or update on commission_line
  deferrable initially deferred for each row execute function line_must_balance();
`;
