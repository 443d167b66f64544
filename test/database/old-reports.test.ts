import { migrate } from '../../src/database';
import { onServer } from '../harness/database';
import { databaseOfThen } from '../harness/then';

/** How many migrations there were when a retracted report left what it was about as it was. */
const WHEN_TIED = 17;

/** Of a deal: a report of a risk and one of a commitment that stand, and one each that were retracted. */
const WRITTEN_THEN = `
  set session_replication_role = replica;
  insert into deal_event (deal_id, id, type, occurred_at, recorded_at, recorded_by, details, refers_to)
  select md5('deal')::uuid, md5(name)::uuid, type, '2026-04-01Z', '2026-04-01Z'::timestamptz + place * interval '1 ms',
    'am-1', '{}',
    case type when 'EVENT_RETRACTED' then md5(of_name)::uuid end
  from (values ('risk stands', 'RISK_MATERIALISED', null, 1), ('risk not', 'RISK_MATERIALISED', null, 2),
    ('promise stands', 'COMMITMENT_DISCOVERED', null, 3), ('promise not', 'COMMITMENT_DISCOVERED', null, 4),
    ('x', 'EVENT_RETRACTED', 'risk not', 5), ('y', 'EVENT_RETRACTED', 'promise not', 6))
    as e (name, type, of_name, place);
  insert into risk (deal_id, id, description, likelihood, status, event_id, version, created_at, updated_at, updated_by)
  select md5('deal')::uuid, gen_random_uuid(), name || ' ' || status, 'LOW', status, md5(name)::uuid, 1, now(), now(),
    'am-1'
  from (values ('risk stands', 'MATERIALISED'), ('risk not', 'MATERIALISED'), ('risk not', 'CLOSED'))
    as r (name, status);
  insert into commitment (deal_id, id, words, promised_to, promised_by, status, event_id, version, created_at,
    updated_at, updated_by)
  select md5('deal')::uuid, gen_random_uuid(), name, 'Dana', 'ae-1', 'OPEN', md5(name)::uuid, 1, now(), now(), 'am-1'
  from (values ('promise stands'), ('promise not')) as c (name)`;

test('what was retracted before is tied to no fact any more, and is not said to have happened', async () => {
  const url = await databaseOfThen(WHEN_TIED);
  await onServer(url, WRITTEN_THEN);
  await migrate(url);
  const rows = await onServer<object>(
    url,
    `select description as words, status, event_id is null as free, version from risk
     union all select words, status, event_id is null, version from commitment order by words`,
  );
  expect(rows).toEqual([
    { words: 'promise not', status: 'OPEN', free: true, version: 2 },
    { words: 'promise stands', status: 'OPEN', free: false, version: 1 },
    { words: 'risk not CLOSED', status: 'CLOSED', free: true, version: 2 },
    { words: 'risk not MATERIALISED', status: 'OPEN', free: true, version: 2 },
    { words: 'risk stands MATERIALISED', status: 'MATERIALISED', free: false, version: 1 },
  ]);
});
