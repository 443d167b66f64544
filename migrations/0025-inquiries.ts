import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What payees ask about their payments, and what finance says to it, step by step. */
export class Inquiries0000000000025 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(INQUIRIES);
  }
}

const INQUIRIES = `
create table inquiry (
  deal_id uuid not null,
  id uuid not null,
  tranche text not null,
  payee text not null,
  status text not null constraint inquiry_status_check check (status in ('OPEN', 'ANSWERED', 'CORRECTED', 'DECLINED')),
  version integer not null constraint inquiry_version_check check (version >= 1),
  asked_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint inquiry_pkey primary key (deal_id, id),
  constraint inquiry_payment_fkey
    foreign key (deal_id, tranche, payee) references commission_payment (deal_id, tranche, payee)
);
-- One question at a time: what else there is to say goes into the same one.
create unique index inquiry_open on inquiry (deal_id, tranche, payee) where status = 'OPEN';
create index inquiry_by_asking on inquiry (asked_at, id);
create index inquiry_by_status on inquiry (status, asked_at, id);
create index inquiry_by_payee on inquiry (payee, asked_at, id);
create index inquiry_of_payment on inquiry (deal_id, tranche, payee, asked_at);

create table inquiry_step (
  deal_id uuid not null,
  inquiry_id uuid not null,
  version integer not null,
  kind text not null constraint inquiry_step_kind_check
    check (kind in ('ASKED', 'ANSWERED', 'CORRECTED', 'DECLINED', 'ASKED_AGAIN')),
  words text not null constraint inquiry_step_words_check check (length(words) between 1 and 4000),
  event_id uuid,
  at timestamptz(3) not null,
  by text not null constraint inquiry_step_by_fkey references person,
  constraint inquiry_step_pkey primary key (deal_id, inquiry_id, version),
  constraint inquiry_step_inquiry_fkey foreign key (deal_id, inquiry_id) references inquiry (deal_id, id),
  constraint inquiry_step_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id),
  constraint inquiry_step_event_check check ((kind = 'CORRECTED') = (event_id is not null))
);

grant select, insert, update on inquiry to baton_app;
grant select, insert on inquiry_step to baton_app;
`;
