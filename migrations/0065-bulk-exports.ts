import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Files of everything, which are written in the background for who loads it elsewhere. */
export class BulkExports0000000000065 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(EXPORTS);
  }
}

const EXPORTS = `
create table bulk_export (
  id uuid constraint bulk_export_pkey primary key,
  rows text constraint bulk_export_rows_check check (rows in ('COMMISSION', 'DEAL', 'SLA', 'RISK', 'COMMITMENT')),
  document text,
  variables jsonb,
  format text not null constraint bulk_export_format_check check (format in ('JSON_LINES', 'CSV', 'PARQUET')),
  status text not null constraint bulk_export_status_check
    check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'DISCARDED', 'EXPIRED')),
  created_at timestamptz(3) not null,
  created_by text not null constraint bulk_export_created_by_fkey references person,
  role text not null constraint bulk_export_role_check
    check (role in ('ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER', 'FINANCE', 'ANALYST', 'ADMIN')),
  -- how often somebody has begun to write it; whoever began last may end it
  attempt integer not null default 0,
  -- a writer that has not renewed it by then is taken for dead
  leased_until timestamptz(3),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  expires_at timestamptz(3) not null constraint bulk_export_expiry_check check (expires_at > created_at),
  rows_expected bigint,
  rows_written bigint not null default 0,
  -- the cursor of the row type from which increments go on
  continue_after text,
  sha256 text constraint bulk_export_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  failure text,
  constraint bulk_export_one_thing_check check (num_nonnulls(rows, document) = 1),
  constraint bulk_export_variables_check check (document is not null or variables is null),
  constraint bulk_export_lease_check check ((status = 'RUNNING') = (leased_until is not null)),
  constraint bulk_export_done_check check (status <> 'DONE' or (finished_at is not null and sha256 is not null)),
  constraint bulk_export_failure_check check ((status = 'FAILED') <= (failure is not null))
);
create index bulk_export_by_creator on bulk_export (created_by, created_at, id);
create index bulk_export_to_write on bulk_export (created_at) where status in ('WAITING', 'RUNNING');
create index bulk_export_to_expire on bulk_export (expires_at) where status in ('WAITING', 'DONE', 'FAILED');

grant select, insert, update on bulk_export to baton_app;
`;
