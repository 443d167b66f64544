import type { Database } from '../../src/database';
import { openFreshDatabase } from '../harness/database';

/** What the application may do with each table besides reading it; what is not here it may not. */
const RIGHTS: Readonly<Record<string, string>> = {
  api_key: 'INSERT UPDATE',
  audit_anchor: 'INSERT',
  audit_detail: 'INSERT',
  audit_entry: 'INSERT',
  bulk_export: 'INSERT UPDATE',
  calendar: 'INSERT',
  client_email: 'INSERT',
  commission_line: 'INSERT',
  commission_payment: 'INSERT UPDATE',
  commission_payment_version: 'INSERT',
  commission_plan: 'INSERT',
  commitment: 'INSERT UPDATE',
  deal: 'INSERT UPDATE',
  deal_event: 'INSERT',
  deal_key: 'INSERT',
  deal_number: 'INSERT UPDATE',
  delivery_lead_change: 'INSERT',
  demonstration: 'INSERT UPDATE',
  employee_number: 'INSERT UPDATE',
  drive_path: 'INSERT UPDATE',
  erasure: 'UPDATE',
  handoff_fault: 'DELETE INSERT UPDATE',
  handoff_package: 'INSERT UPDATE',
  inquiry: 'INSERT UPDATE',
  inquiry_step: 'INSERT',
  held_entry: 'INSERT',
  mail: 'INSERT UPDATE',
  package_revision: 'INSERT',
  pay_run: 'INSERT UPDATE',
  pay_run_event: 'INSERT',
  pay_run_line: 'INSERT',
  pay_run_payee: 'INSERT',
  pay_run_posting: 'INSERT',
  period: 'INSERT',
  person: 'INSERT',
  posting: 'INSERT',
  risk: 'INSERT UPDATE',
  sla_clock: 'INSERT UPDATE',
  sla_policy: 'INSERT',
};

/** What has happened stays, and so does what was known when: the tables with their primary keys. */
const APPEND_ONLY: Readonly<Record<string, string>> = {
  deal_event: 'deal_id, id',
  commission_line: 'deal_id, id',
  posting: 'deal_id, line_id, account',
  held_entry: 'deal_id, id',
  commission_payment_version: 'deal_id, tranche, payee, recorded_at',
  package_revision: 'deal_id, revision',
};

/** PostgreSQL's code for a right that is missing. */
const REFUSED = { code: '42501' };

const COLUMNS_WITH_RIGHTS = `select attname from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = 'public'::regnamespace and attacl is not null`;

describe('the role that the application works as', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openFreshDatabase();
  });
  afterAll(() => db.close());

  test('is neither owner nor superuser, and a reset of the session leaves it so', async () => {
    await db.query('reset role');
    await db.query('reset session authorization');
    const [role] = await db.query(
      `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication
       from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({
      rolname: 'baton_app',
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      rolreplication: false,
    });
  });

  test('has the rights that were thought about, table by table, and none on single columns', async () => {
    const rows = await db.query<{ table: string; rights: string }>(`
      select t.relname as table, string_agg(r.right, ' ' order by r.right) as rights
      from pg_class t
      join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as r ("right")
        on has_table_privilege('baton_app', t.oid, r.right)
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm', 'f')
      group by t.relname`);
    expect(Object.fromEntries(rows.map(({ table, rights }) => [table, rights]))).toEqual(RIGHTS);
    expect(await db.query(COLUMNS_WITH_RIGHTS)).toEqual([]);
  });

  describe.each(Object.entries(APPEND_ONLY))('cannot change what is in %s', (table, key) => {
    test.each([
      `update ${table} set deal_id = deal_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `insert into ${table} select * from ${table} on conflict (${key}) do update set deal_id = excluded.deal_id`,
      `merge into ${table} t using ${table} s on t.deal_id = s.deal_id when matched then delete`,
      `select from ${table} for update`,
    ])('by %s', async (statement) => {
      await expect(db.query(statement)).rejects.toMatchObject(REFUSED);
    });
  });

  test.each([
    "select erase_texts('{}', '{}', '{}', 'x', null)",
    "select erase_from_deals('{}', '{}', '{}', null, 'REQUEST')",
    "select erase_log('{}', '.', null, 'x')",
    'insert into erasure select * from erasure',
  ])('erases nothing but contacts, and what is old: %s', async (statement) => {
    await expect(db.query(statement)).rejects.toMatchObject(REFUSED);
  });

  test.each([
    'create table mine (id int)',
    'create schema mine',
    'create view mine as select * from posting',
    'create function mine() returns int language sql as $$ select 1 $$',
    'alter table deal_event add column changed boolean',
    'drop table posting',
    'create rule mine as on insert to posting do instead nothing',
    'drop trigger posting_must_balance on posting',
    'alter table posting disable trigger posting_must_balance',
    'set session_replication_role = replica',
    'create or replace function line_must_balance() returns trigger language plpgsql as $$ begin return null; end $$',
    'drop function line_must_balance cascade',
    'alter table deal_event owner to baton_app',
    'create role mine superuser',
    `copy posting to program 'cat'`,
  ])('cannot get round that: %s', async (statement) => {
    await expect(db.query(statement)).rejects.toMatchObject(REFUSED);
  });

  test('cannot give itself rights', async () => {
    await db.query('grant update, delete on posting to baton_app').catch(() => {});
    await expect(db.query('delete from posting')).rejects.toMatchObject(REFUSED);
  });
});
