import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Two facts that no rule judges: a call that was arranged, and a walkthrough that was held with the client. */
export class FactsOfTheCalendar0000000000008 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(TYPES);
  }
}

const TYPES = `
alter table deal_event drop constraint deal_event_type_check;
alter table deal_event add constraint deal_event_type_check check (type in (
  'FEE_AGREED', 'SPLIT_AGREED', 'SOW_SIGNED', 'DEPOSIT_INVOICED', 'CLOSED_WON', 'AM_ASSIGNED', 'PACKAGE_SUBMITTED',
  'CALL_SCHEDULED', 'CALL_HELD', 'INTRO_SENT', 'AM_CONTACTED_CLIENT', 'CLIENT_EMAILED_AE', 'AE_FORWARDED',
  'KICKOFF_CONFIRMED', 'WORKSHOP_DELIVERED', 'WALKTHROUGH_HELD', 'BOARD_REPORT_DELIVERED', 'QUALITY_GATE_PASSED',
  'CLIENT_HOLD_STARTED', 'CLIENT_HOLD_ENDED', 'SLA_WAIVED', 'COMMITMENT_DISCOVERED', 'RISK_MATERIALISED',
  'DEAL_CANCELLED', 'EVENT_RETRACTED'));
`;
