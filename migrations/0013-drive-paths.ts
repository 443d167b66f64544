import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Which deal a path on the shared drive belongs to: two deals of one client never write over each other. */
export class DrivePaths0000000000013 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(PATHS);
  }
}

const PATHS = `
create table drive_path (
  path text constraint drive_path_pkey primary key,
  deal_id uuid not null,
  revision integer not null constraint drive_path_revision_check check (revision >= 1)
);
create index drive_path_of_deal on drive_path (deal_id, revision);

grant select, insert, update on drive_path to baton_app;
`;
