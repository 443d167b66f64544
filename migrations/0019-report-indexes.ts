import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** A report finds what was earned in its months, and what waits, without reading all payments. */
export class ReportIndexes0000000000019 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query('create index commission_payment_version_by_earning on commission_payment_version (earned_at)');
    await owner.query(WAITING);
  }
}

const WAITING = `
create index commission_payment_version_waiting on commission_payment_version (released_at, earned_at)
  where earned_at is not null`;
