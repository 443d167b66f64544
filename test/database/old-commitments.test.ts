import { migrate } from '../../src/database';
import { onServer } from '../harness/database';
import { databaseOfThen } from '../harness/then';

/** How many migrations there were when nobody said which day the week of a commitment ends on. */
const WHEN_UNDATED = 9;

/** A deal that was triggered and has its Week 1, one of which only Week 1 is known, and one of neither. */
const WRITTEN_THEN = `
  set session_replication_role = replica;
  insert into calendar (code, version, zone, covers_from, covers_to, holidays) values
    ('place', 1, 'Pacific/Auckland', '2020-01-01', '2030-01-01', '[]'),
    ('place', 2, 'Europe/London', '2020-01-01', '2030-01-01', '[]');
  insert into deal (id, key, client_name, currency, calendar_code, plan_code, account_executive, opened_at, opened_by,
    updated_at, stage, owner, point_of_contact, unmet_conditions, triggered_at, week_one, entitlement_minor,
    plan_version)
  select md5(key)::uuid, key, 'Client', 'GBP', 'place', 'standard', 'ae-1', now(), 'ad-1', now(), 'DELIVERY',
    'ACCOUNT_MANAGER', 'ACCOUNT_MANAGER', '{}', triggered_at, week_one, 0, '1'
  from (values ('D-2026-0001', '2026-03-30T23:30:00Z'::timestamptz, '2026-05-04'::date),
    ('D-2026-0002', null, '2026-04-28'), ('D-2026-0003', null, null)) as d (key, triggered_at, week_one);
  insert into commitment (deal_id, id, words, promised_to, promised_by, due_week, due_on, status, version, created_at,
    updated_at, updated_by)
  select md5(key)::uuid, gen_random_uuid(), key || ' ' || coalesce(due_week::text, due_on::text, ''), 'Dana', 'ae-1',
    due_week, due_on, 'OPEN', 1, now(), '2026-04-01Z', 'ae-1'
  from (values ('D-2026-0001'), ('D-2026-0002'), ('D-2026-0003')) as d (key),
    (values (-4, null::date), (2, null), (null, '2026-06-01'), (null, null)) as due (due_week, due_on)`;

test('what was promised before is due by the days of its deal, and has not changed by being dated', async () => {
  const url = await databaseOfThen(WHEN_UNDATED);
  await onServer(url, WRITTEN_THEN);
  await migrate(url);
  const rows = await onServer<{ words: string; due: string | null; as_was: boolean }>(
    url,
    `select words, due_date::text as due, version = 1 and updated_at = '2026-04-01Z' as as_was from commitment`,
  );
  expect(Object.fromEntries(rows.map(({ words, due }) => [words.trim(), due]))).toEqual({
    'D-2026-0001 -4': '2026-04-06',
    'D-2026-0001 2': '2026-05-17',
    'D-2026-0001 2026-06-01': '2026-06-01',
    'D-2026-0001': null,
    'D-2026-0002 -4': null,
    'D-2026-0002 2': '2026-05-11',
    'D-2026-0002 2026-06-01': '2026-06-01',
    'D-2026-0002': null,
    'D-2026-0003 -4': null,
    'D-2026-0003 2': null,
    'D-2026-0003 2026-06-01': '2026-06-01',
    'D-2026-0003': null,
  });
  expect(rows.every(({ as_was }) => as_was)).toBe(true);
});
