import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** A report adds up what was earned without looking into each deal for its currency, which never changes. */
export class CurrencyOfVersions0000000000036 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query('alter table commission_payment_version add column currency char(3)');
    await owner.query(FILL);
    await owner.query(DEMAND);
  }
}

const FILL = `
update commission_payment_version v set currency = d.currency from deal d where d.id = v.deal_id`;

const DEMAND = `
alter table commission_payment_version alter column currency set not null,
  add constraint commission_payment_version_currency_check check (currency ~ '^[A-Z]{3}$')`;
