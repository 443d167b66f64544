import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Calendars get versions: each has a holiday more, counts from when it was recorded, and stays as it is. */
export class ProclaimedHolidays0000000000037 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(VERSIONS);
  }
}

const VERSIONS = `
alter table calendar
  add column recorded_at timestamptz(3),
  add column recorded_by text constraint calendar_recorded_by_fkey references person,
  add constraint calendar_recorded_check check ((recorded_at is null) = (recorded_by is null));
create index deal_by_calendar on deal (calendar_code, id);
grant insert on calendar to baton_app;
`;
