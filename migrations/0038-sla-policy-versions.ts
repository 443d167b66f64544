import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** The SLA policy gets versions by those who may add them; none is ever changed. */
export class SlaPolicyVersions0000000000038 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(VERSIONS);
  }
}

const VERSIONS = `
alter table sla_policy
  add column created_at timestamptz(3),
  add column created_by text constraint sla_policy_created_by_fkey references person,
  add constraint sla_policy_created_check check ((created_at is null) = (created_by is null));
-- Handoffs that have not begun: they get the policy of the day on which they do.
create index deal_not_triggered on deal (key_order(key), id) where triggered_at is null and cancelled_at is null;
grant insert on sla_policy to baton_app;
`;
