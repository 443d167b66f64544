import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Periods that are closed, and the pay runs that close them (rules.md §8). */
export class PayRuns0000000000017 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(RUNS);
    await owner.query(PAYEES);
    await owner.query(LINES);
    await owner.query(BALANCE);
  }
}

const RUNS = `
create table pay_run (
  id uuid constraint pay_run_pkey primary key,
  period text not null constraint pay_run_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  status text not null constraint pay_run_status_check check (status in ('DRAFT', 'APPROVED', 'PAID', 'DISCARDED')),
  created_at timestamptz(3) not null,
  created_by text not null constraint pay_run_created_by_fkey references person,
  approved_at timestamptz(3),
  approved_by text constraint pay_run_approved_by_fkey references person,
  paid_at timestamptz(3),
  paid_by text constraint pay_run_paid_by_fkey references person,
  reference text,
  constraint pay_run_four_eyes_check check (approved_by <> created_by),
  constraint pay_run_approved_check check ((approved_at is null) = (approved_by is null)),
  constraint pay_run_paid_check check (
    (status = 'PAID') = (paid_at is not null) and (paid_at is null) = (paid_by is null)
    and (paid_at is null) = (reference is null) and (status not in ('APPROVED', 'PAID') or approved_at is not null))
);
-- One at a time: a period is paid once, and a run that was discarded makes room for another.
create unique index pay_run_of_period on pay_run (period) where status <> 'DISCARDED';
create index pay_run_by_creation on pay_run (created_at, id);

-- What was tried with a run, done or refused: it is never changed.
create table pay_run_event (
  run_id uuid not null constraint pay_run_event_run_fkey references pay_run,
  id uuid not null,
  at timestamptz(3) not null,
  by text not null constraint pay_run_event_by_fkey references person,
  action text not null constraint pay_run_event_action_check
    check (action in ('CREATE', 'APPROVE', 'PAY', 'DISCARD')),
  refusal text,
  constraint pay_run_event_pkey primary key (run_id, id)
);

create table period (
  month text constraint period_pkey primary key
    constraint period_month_check check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  closed_at timestamptz(3) not null,
  run_id uuid not null constraint period_run_fkey references pay_run
);

grant select, insert, update on pay_run to baton_app;
grant select, insert on pay_run_event, period to baton_app;
`;

const PAYEES = `
create table pay_run_payee (
  run_id uuid not null constraint pay_run_payee_run_fkey references pay_run,
  payee text not null constraint pay_run_payee_payee_fkey references person,
  currency char(3) not null constraint pay_run_payee_currency_check check (currency ~ '^[A-Z]{3}$'),
  lines integer not null,
  brought_forward_minor bigint not null constraint pay_run_payee_brought_check check (brought_forward_minor <= 0),
  lines_minor bigint not null,
  payable_minor bigint not null constraint pay_run_payee_payable_check check (payable_minor >= 0),
  carried_forward_minor bigint not null constraint pay_run_payee_carried_check check (carried_forward_minor <= 0),
  constraint pay_run_payee_pkey primary key (run_id, payee, currency),
  constraint pay_run_payee_sum_check
    check (brought_forward_minor + lines_minor = payable_minor + carried_forward_minor)
);
create index pay_run_payee_by_payee on pay_run_payee (payee, run_id);

-- A debit is above zero, a credit below; the step is the one of the run that posted it.
create table pay_run_posting (
  run_id uuid not null,
  payee text not null,
  currency char(3) not null,
  step text not null constraint pay_run_posting_step_check check (step in ('APPROVE', 'REVOKE', 'PAY')),
  account text not null constraint pay_run_posting_account_check
    check (account in ('COMMISSION_ACCRUED', 'CARRIED_FORWARD', 'COMMISSION_PAYABLE', 'COMMISSION_PAID')),
  amount_minor bigint not null constraint pay_run_posting_amount_check check (amount_minor <> 0),
  constraint pay_run_posting_pkey primary key (run_id, payee, currency, step, account),
  constraint pay_run_posting_payee_fkey foreign key (run_id, payee, currency) references pay_run_payee
);

grant select, insert on pay_run_payee, pay_run_posting to baton_app;
`;

/** What a run has taken over of a deal: its lines as they stood. */
const LINES = `
create table pay_run_line (
  deal_id uuid not null,
  line_id uuid not null,
  run_id uuid not null constraint pay_run_line_run_fkey references pay_run,
  constraint pay_run_line_pkey primary key (deal_id, line_id, run_id),
  constraint pay_run_line_line_fkey foreign key (deal_id, line_id) references commission_line (deal_id, id)
);
create index pay_run_line_of_run on pay_run_line (run_id);

grant select, insert on pay_run_line to baton_app;
`;

const BALANCE = `
create function pay_run_must_balance() returns trigger language plpgsql as $$
begin
  if (select sum(amount_minor) from pay_run_posting
      where run_id = new.run_id and payee = new.payee and currency = new.currency and step = new.step) <> 0 then
    raise exception 'the % of pay run % does not balance for %', new.step, new.run_id, new.payee
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger pay_run_must_balance after insert on pay_run_posting
  deferrable initially deferred for each row execute function pay_run_must_balance();
`;
