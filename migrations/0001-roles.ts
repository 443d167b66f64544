import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/**
 * The roles that are not the owner: `baton_app` is what the application works as; `baton_reader` is for the views of
 * reports, and may do nothing as long as there are none: made here because a superuser may have to make them both.
 * Roles belong to the whole server, so another database of it may have made them already, or be doing so just now.
 */
export class Roles0000000000001 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    for (const role of ['baton_app', 'baton_reader']) await owner.query(createUnlessThere(role));
    await owner.query(BECOME_APPLICATION);
    await owner.query('grant usage on schema public to baton_app');
  }
}

function createUnlessThere(role: string): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;
}

/** Somebody else may have granted it: then it is enough to have it. */
const BECOME_APPLICATION = `do $$ begin
    grant baton_app to current_user;
  exception
    when unique_violation then null;
    when insufficient_privilege then if not pg_has_role('baton_app', 'member') then raise; end if;
  end $$`;
