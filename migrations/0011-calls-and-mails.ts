import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Mails that went out for a deal, and those of the client that reached the AE. */
export class CallsAndMails0000000000011 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(MAILS);
    await owner.query(CLIENT_EMAILS);
  }
}

const MAILS = `
create table mail (
  deal_id uuid not null constraint mail_deal_fkey references deal,
  id uuid not null,
  kind text not null constraint mail_kind_check check (kind in ('INVITATION', 'INTRODUCTION', 'FORWARD', 'REPLY')),
  -- the event that it is about: the call arranged, the client's email; none for the introduction
  regarding uuid,
  message_id text not null,
  recipients text[] not null,
  subject text not null,
  body text not null,
  -- SENDING is not known yet; UNKNOWN never will be, for whoever sent it ended meanwhile
  status text not null constraint mail_status_check
    check (status in ('SENDING', 'ACCEPTED', 'WRITTEN', 'REFUSED', 'UNKNOWN', 'WITHDRAWN')),
  -- what the server said, or the file on the drive
  answer text,
  created_at timestamptz(3) not null,
  created_by text not null constraint mail_created_by_fkey references person,
  settled_at timestamptz(3),
  constraint mail_pkey primary key (deal_id, id),
  constraint mail_regarding_fkey foreign key (deal_id, regarding) references deal_event (deal_id, id),
  constraint mail_settled_check check ((status in ('SENDING', 'UNKNOWN')) = (settled_at is null))
);
-- What is being sent or was accepted is not sent again.
create unique index mail_sent_once on mail (deal_id, kind, regarding) nulls not distinct
  where status in ('SENDING', 'ACCEPTED');

grant select, insert, update on mail to baton_app;
`;

const CLIENT_EMAILS = `
create table client_email (
  deal_id uuid not null,
  event_id uuid not null,
  sender text not null,
  subject text not null,
  body text not null,
  received_at timestamptz(3) not null,
  constraint client_email_pkey primary key (deal_id, event_id),
  constraint client_email_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id)
);
create index client_email_of_deal on client_email (deal_id, received_at, event_id);

grant select, insert on client_email to baton_app;
`;
