import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** A report finds the balances that runs changed, which are few, without reading what every run has paid. */
export class CarriedBalances0000000000035 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(CARRIED);
  }
}

const CARRIED = `
create index pay_run_payee_carried on pay_run_payee (run_id)
  where carried_forward_minor <> brought_forward_minor`;
