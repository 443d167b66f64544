import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/** Payroll knows people by numbers of its own. */
export class EmployeeNumbers0000000000021 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(NUMBERS);
  }
}

const NUMBERS = `
create table employee_number (
  person text constraint employee_number_pkey primary key constraint employee_number_person_fkey references person,
  number text not null constraint employee_number_unique unique
    constraint employee_number_number_check check (number ~ '^[A-Za-z0-9][A-Za-z0-9/-]{0,19}$'),
  changed_at timestamptz(3) not null,
  changed_by text not null constraint employee_number_changed_by_fkey references person
);

grant select, insert, update on employee_number to baton_app;
`;
