import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Who named which delivery lead of a deal, and when: no rule judges it, and it stays. */
export class DeliveryLeads0000000000022 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(CHANGES);
  }
}

const CHANGES = `
create table delivery_lead_change (
  deal_id uuid not null constraint delivery_lead_change_deal_fkey references deal,
  id uuid not null,
  person text not null constraint delivery_lead_change_person_fkey references person,
  before text constraint delivery_lead_change_before_fkey references person,
  changed_at timestamptz(3) not null,
  changed_by text not null constraint delivery_lead_change_by_fkey references person,
  constraint delivery_lead_change_pkey primary key (deal_id, id)
);

grant select, insert on delivery_lead_change to baton_app;
`;
