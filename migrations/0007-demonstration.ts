import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Of which instant the demonstration tells, and when all of it was there: a start that was interrupted goes on. */
export class Demonstration0000000000007 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(TABLE);
  }
}

const TABLE = `
create table demonstration (
  only_one boolean constraint demonstration_pkey primary key default true
    constraint demonstration_only_one_check check (only_one),
  as_of timestamptz(3) not null,
  loaded_at timestamptz(3)
);

grant select, insert, update on demonstration to baton_app;
`;
