import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward';

/**
 * Whoever changes a row says so by a lock that is named after the instant at which the transaction began. What sessions
 * do is hidden from those who are no members of the sessions' roles; locks are seen by everybody, and end with the
 * transaction, just after what it has changed can be seen. And the day by which a commitment is due is called as it is
 * elsewhere: `Commitment.dueOn` is another.
 */
export class WritersOfRows0000000000044 extends ForwardMigration {
  async up(owner: QueryRunner): Promise<void> {
    await owner.query(WITHOUT_WRITERS);
    await owner.query(STAMP);
    await owner.query(SETTLED);
    await owner.query('alter view reporting.commitment_rows_v1 rename column due_on to due_date');
  }
}

/** Above the milliseconds of an instant in the number of a lock. */
const WRITING = 17;
const MS_BITS = 48;

/** A writer who has not heard of the locks yet would be overlooked. */
const WITHOUT_WRITERS = 'lock table commission_payment, deal, sla_clock, risk, commitment in share row exclusive mode';

/** The lock comes first: a stamp of whoever is not seen to hold it yet is still to come. */
const STAMP = `
create or replace function stamp_change() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(
    (${WRITING}::bigint << ${MS_BITS}) + floor(extract(epoch from now()) * 1000)::bigint);
  new.changed_at := date_trunc('milliseconds', clock_timestamp());
  return new;
end $$;
`;

/** The clock is read before the locks, for a writer that begins in between. A standby has no locks of writers. */
const SETTLED = `
create or replace function reporting.settled_until() returns timestamptz
  language plpgsql volatile security invoker set search_path = pg_catalog, pg_temp as $$
declare
  instant timestamptz := clock_timestamp();
begin
  if pg_is_in_recovery() then
    raise exception 'a standby does not know who writes: ask the primary' using errcode = 'feature_not_supported';
  end if;
  return date_trunc('milliseconds', least(instant, (
    select to_timestamp(min((classid::bigint & ((1 << ${MS_BITS - 32}) - 1)) << 32 | objid::bigint) / 1000.0)
    from pg_locks where locktype = 'advisory' and objsubid = 1 and classid::bigint >> ${MS_BITS - 32} = ${WRITING}
      and database = (select oid from pg_database where datname = current_database()))));
end $$;

comment on function reporting.settled_until() is 'Rows that changed before this instant are all there for whatever is'
  ' asked afterwards, in a statement of its own and at READ COMMITTED: read rows up to it, and go on from it.';
`;
