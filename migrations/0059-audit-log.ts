import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/**
 * Who did what, when and from where: entries that nobody changes, each sealed into a chain of hashes soon after it was
 * committed. What an entry says in detail lies beside it, and the chain holds its salted digest alone: so it can be
 * taken away, which is a further entry, and the chain still holds.
 */
export class AuditLog0000000000059 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    for (const statement of [ENTRIES, DETAILS, SEALS, CANONICAL, SEAL, REDACT, CHANGES, RIGHTS])
      await owner.query(statement);
    for (const table of CHANGED_IN_PLACE) await owner.query(noting(table));
  }
}

/** What is changed in place, or written by finance alone. History and ledger are their own record. */
const CHANGED_IN_PLACE = [
  ...['api_key', 'calendar', 'commission_plan', 'commitment', 'employee_number', 'handoff_package', 'inquiry', 'mail'],
  ...['pay_run', 'period', 'person', 'risk', 'sla_policy'],
];

const ENTRIES = `
create table audit_entry (
  number bigint generated always as identity constraint audit_entry_pkey primary key,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null default clock_timestamp(),
  kind text not null constraint audit_entry_kind_check check (kind in ('CALL', 'REFUSAL', 'READ', 'CHANGE', 'ERASURE')),
  -- no foreign keys: what was noted stays whoever goes
  person text,
  role text,
  api_key uuid,
  address text,
  correlation_id text,
  action text not null,
  -- ids and keys of what it is about; of an erasure the numbers of the entries whose details are gone
  subjects text[] not null default '{}',
  -- who PostgreSQL says it was, and in which role
  login text not null default session_user || ' as ' || current_setting('role'),
  digest bytea constraint audit_entry_digest_check check (length(digest) = 32)
);
create index audit_entry_to_seal on audit_entry (transaction, number);
create index audit_entry_by_person on audit_entry (person, number);
create index audit_entry_by_action on audit_entry (action, number);
create index audit_entry_by_kind on audit_entry (kind, number);
create index audit_entry_by_time on audit_entry (at, number);
create index audit_entry_by_subject on audit_entry using gin (subjects);
`;

const DETAILS = `
create table audit_detail (
  number bigint constraint audit_detail_pkey primary key constraint audit_detail_entry_fkey references audit_entry,
  salt bytea not null constraint audit_detail_salt_check check (length(salt) = 16),
  content text not null
);
`;

const SEALS = `
create table audit_seal (
  place bigint constraint audit_seal_pkey primary key,
  number bigint not null constraint audit_seal_number_unique unique,
  hash bytea not null constraint audit_seal_hash_check check (length(hash) = 32)
);
-- the head of the chain at the end of a day, to be kept elsewhere as well
create table audit_anchor (
  day date constraint audit_anchor_pkey primary key,
  place bigint not null,
  hash bytea not null constraint audit_anchor_hash_check check (length(hash) = 32),
  taken_at timestamptz(3) not null
);
`;

/** The text of an entry that is hashed; src/audit has the same for who verifies, and a test holds them together. */
const CANONICAL = `
create function audit_canonical(e audit_entry) returns text language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_array((e).number, (e).transaction::text,
    to_char((e).at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), (e).kind, (e).person, (e).role, (e).api_key,
    (e).address, (e).correlation_id, (e).action, (e).subjects, (e).login, encode((e).digest, 'hex'))::text
$$;
`;

/**
 * One at a time, whoever asks. Entries of transactions that still run are not there yet, and come after what is: none
 * before the horizon can still come. An entry with a transaction of the future was brought along from another server.
 */
const SEAL = `
create function seal_audit(most integer) returns integer language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  head record;
  e audit_entry;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
  future xid8;
  place bigint;
  previous bytea;
  sealed integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('seal_audit')) then return 0; end if;
  select s.place, s.hash, a.transaction, a.number into head
    from audit_seal s left join audit_entry a using (number) order by s.place desc limit 1;
  place := coalesce(head.place, 0);
  previous := coalesce(head.hash, '');
  future := pg_snapshot_xmax(pg_current_snapshot());
  if head.transaction >= future then
    for e in select a.* from audit_entry a where a.number > head.number - 100000
      and (a.transaction < horizon or a.transaction >= future)
      and not exists (select from audit_seal s where s.number = a.number) order by a.number limit most
    loop
      place := place + 1;
      previous := sha256(previous || convert_to(audit_canonical(e), 'UTF8'));
      insert into audit_seal values (place, e.number, previous);
      sealed := sealed + 1;
    end loop;
    return sealed;
  end if;
  for e in select a.* from audit_entry a where a.transaction < horizon
    and (a.transaction, a.number) > (coalesce(head.transaction, '0'), coalesce(head.number, 0))
    order by a.transaction, a.number limit most
  loop
    place := place + 1;
    previous := sha256(previous || convert_to(audit_canonical(e), 'UTF8'));
    insert into audit_seal values (place, e.number, previous);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
`;

/** Takes details away, and leaves an entry that says which: there is no other way to it. */
const REDACT = `
create function redact_audit(numbers bigint[], who text, why text) returns integer language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  gone bigint[];
begin
  with deleted as (delete from audit_detail where number = any (numbers) returning number)
  select coalesce(array_agg(number order by number), '{}') into gone from deleted;
  if cardinality(gone) > 0 then
    insert into audit_entry (kind, person, action, subjects) values ('ERASURE', who, why, gone::text[]);
  end if;
  return cardinality(gone);
end $$;
`;

/** Of more rows than these only their number is noted: the demonstration and imports write thousands at once. */
const ROWS_MAX = 1_000;

/** Columns that say nothing of what was done, or must not be anywhere else. */
const NOT_NOTED = `'{secret_hash,last_used_at,changed_at}'::text[]`;

const CHANGES = `
create function audit_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  before jsonb;
  after jsonb;
  rows bigint := 0;
  about text[];
  salt bytea := uuid_send(gen_random_uuid());
  content text;
  entry bigint;
begin
  if tg_op <> 'DELETE' then
    select count(*) into rows from (select from new_rows limit ${ROWS_MAX + 1}) as few;
  else
    select count(*) into rows from (select from old_rows limit ${ROWS_MAX + 1}) as few;
  end if;
  if rows = 0 then return null; end if;
  if rows <= ${ROWS_MAX} then
    if tg_op <> 'INSERT' then
      select jsonb_agg(to_jsonb(r) - ${NOT_NOTED} order by to_jsonb(r) ->> 'id') into before from old_rows r;
    end if;
    if tg_op <> 'DELETE' then
      select jsonb_agg(to_jsonb(r) - ${NOT_NOTED} order by to_jsonb(r) ->> 'id') into after from new_rows r;
    end if;
    if before = after then return null; end if;
    select array_agg(distinct id) into about
      from jsonb_array_elements(coalesce(after, before)) as row,
        unnest(array[row ->> 'deal_id', row ->> 'id', row ->> 'key']) as id where id is not null;
    content := jsonb_build_object('before', before, 'after', after)::text;
  else
    content := jsonb_build_object('rowsOver', ${ROWS_MAX})::text;
  end if;
  insert into audit_entry (kind, action, subjects, digest)
    values ('CHANGE', tg_op || ' ' || tg_table_name, coalesce(about, '{}'),
      sha256(salt || convert_to(content, 'UTF8')))
    returning number into entry;
  insert into audit_detail values (entry, salt, content);
  return null;
end $$;
`;

const RIGHTS = `
grant select, insert on audit_entry, audit_detail to baton_app;
grant select, insert on audit_anchor to baton_app;
grant select on audit_seal to baton_app;
revoke all on function seal_audit(integer), redact_audit(bigint[], text, text) from public;
grant execute on function seal_audit(integer), redact_audit(bigint[], text, text) to baton_app;
`;

function noting(table: string): string {
  return `
    create trigger ${table}_audit_insert after insert on ${table}
      referencing new table as new_rows for each statement execute function audit_change();
    create trigger ${table}_audit_update after update on ${table}
      referencing old table as old_rows new table as new_rows for each statement execute function audit_change();
    create trigger ${table}_audit_delete after delete on ${table}
      referencing old table as old_rows for each statement execute function audit_change();`;
}
