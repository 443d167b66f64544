import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** What the seller knows and promised: risks, commitments and the handoff package (rules.md §5). */
export class RisksCommitmentsPackages0000000000006 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(TABLES);
  }
}

const TABLES = `
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

create table handoff_package (
  deal_id uuid constraint handoff_package_pkey primary key constraint handoff_package_deal_fkey references deal,
  sections jsonb not null,
  version integer not null constraint handoff_package_version_check check (version >= 1),
  updated_at timestamptz(3) not null,
  updated_by text not null constraint handoff_package_updated_by_fkey references person
);

grant select, insert, update on risk, commitment, handoff_package to baton_app;
`;
