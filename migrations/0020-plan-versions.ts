import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Later versions of plans: who made them, and one for each day from which one counts. */
export class PlanVersions0000000000020 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(VERSIONS);
  }
}

const VERSIONS = `
alter table commission_plan
  add column created_at timestamptz(3),
  add column created_by text constraint commission_plan_created_by_fkey references person,
  add constraint commission_plan_effective_unique unique (code, effective_from);
create index deal_by_plan on deal (plan_code, key);
`;
