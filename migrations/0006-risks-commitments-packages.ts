import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What the seller knows and promised: risks, commitments and the handoff package (rules.md §5). */
export class RisksCommitmentsPackages0000000000006 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(RISKS);
    await owner.query(COMMITMENTS);
    await owner.query(PACKAGES);
  }
}

const RISKS = `
create table risk (
  deal_id uuid not null constraint risk_deal_fkey references deal,
  id uuid not null,
  description text not null,
  likelihood text not null constraint risk_likelihood_check check (likelihood in ('LOW', 'MEDIUM', 'HIGH')),
  mitigation text,
  owner text constraint risk_owner_fkey references person,
  status text not null constraint risk_status_check check (status in ('OPEN', 'MITIGATED', 'MATERIALISED', 'CLOSED')),
  version integer not null constraint risk_version_check check (version >= 1),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  updated_by text not null constraint risk_updated_by_fkey references person,
  constraint risk_pkey primary key (deal_id, id)
);
create index risk_of_deal on risk (deal_id, created_at, id);
create index risk_by_update on risk (updated_at, id);
create index risk_by_status on risk (status, updated_at, id);
create index risk_by_owner on risk (owner, updated_at, id);

grant select, insert, update on risk to baton_app;
`;

const COMMITMENTS = `
create table commitment (
  deal_id uuid not null constraint commitment_deal_fkey references deal,
  id uuid not null,
  words text not null,
  promised_to text not null,
  promised_by text not null constraint commitment_promised_by_fkey references person,
  owner text constraint commitment_owner_fkey references person,
  due_week integer constraint commitment_due_week_check check (due_week between -4 and 520 and due_week <> 0),
  due_on date,
  status text not null constraint commitment_status_check check (status in ('OPEN', 'KEPT', 'BROKEN', 'RELEASED')),
  evidence text,
  version integer not null constraint commitment_version_check check (version >= 1),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  updated_by text not null constraint commitment_updated_by_fkey references person,
  constraint commitment_pkey primary key (deal_id, id),
  constraint commitment_due_check check (due_week is null or due_on is null)
);
create index commitment_of_deal on commitment (deal_id, created_at, id);
create index commitment_by_update on commitment (updated_at, id);
create index commitment_by_status on commitment (status, updated_at, id);
create index commitment_by_owner on commitment (owner, updated_at, id);
create index commitment_by_promiser on commitment (promised_by, updated_at, id);

grant select, insert, update on commitment to baton_app;
`;

const PACKAGES = `
create table handoff_package (
  deal_id uuid constraint handoff_package_pkey primary key constraint handoff_package_deal_fkey references deal,
  client_basics text,
  people text,
  what_they_are_solving text,
  what_we_are_delivering text,
  commercials text,
  risks_flagged text,
  commitments_made text,
  no_risks_and_i_have_asked boolean not null,
  no_commitments_and_i_have_asked boolean not null,
  -- the latest revision that was submitted, and when
  revision integer,
  submitted_at timestamptz(3),
  version integer not null constraint handoff_package_version_check check (version >= 1),
  updated_at timestamptz(3) not null,
  updated_by text not null constraint handoff_package_updated_by_fkey references person,
  constraint handoff_package_submitted_check check ((revision is null) = (submitted_at is null))
);

-- What was submitted, as it was then: the package, the risks and the commitments as rows in JSON.
create table package_revision (
  deal_id uuid not null constraint package_revision_package_fkey references handoff_package,
  revision integer not null constraint package_revision_revision_check check (revision >= 1),
  event_id uuid not null,
  package jsonb not null,
  risks jsonb not null,
  commitments jsonb not null,
  constraint package_revision_pkey primary key (deal_id, revision),
  constraint package_revision_event_fkey foreign key (deal_id, event_id) references deal_event (deal_id, id)
);

grant select, insert, update on handoff_package to baton_app;
grant select, insert on package_revision to baton_app;
`;
