import { Database } from '../../src/database';
import { placeOf, ROWS } from '../../src/rows';
import { type Api, type Asker, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';

const DEALS = 8_000;

/** Deals opened one after another, with payments, clocks, risks and commitments spread as those of a real house are. */
const LOADED = [
  `insert into deal_key (key, deal_id)
   select 'D-2025-' || lpad(n::text, greatest(4, length(n::text)), '0'), md5('deal' || n)::uuid
   from generate_series(1, ${DEALS}) as n`,
  `insert into deal (id, key, client_name, currency, calendar_code, plan_code, account_executive, opened_at, opened_by,
     updated_at, stage, owner, point_of_contact, account_manager, unmet_conditions, triggered_at, fee_minor,
     entitlement_minor, plan_version, next_due_at)
   select md5('deal' || n)::uuid, 'D-2025-' || lpad(n::text, greatest(4, length(n::text)), '0'), 'Client',
     'GBP', 'england-and-wales', 'standard',
     'ae-' || n % 50, opened, 'ad-1', opened + interval '100 days',
     case when n > ${DEALS} * 0.97 then (array['SELLING', 'HANDOFF', 'ONBOARDING', 'DELIVERY'])[n % 4 + 1]
       when n % 10 = 0 then 'CANCELLED' else 'COMPLETED' end,
     'ACCOUNT_EXECUTIVE', 'ACCOUNT_EXECUTIVE', 'am-' || n % 50, '{}', opened + interval '9 days',
     case when n % 20 > 0 then n % 997 * 1000 end, 0, '1',
     case when n > ${DEALS} * 0.97 then opened + interval '40 days' end
   from (select n, '2025-01-01Z'::timestamptz + n * (interval '600 days' / ${DEALS}) as opened
     from generate_series(1, ${DEALS}) as n) as numbered`,
  `insert into sla_clock (deal_id, sla, status, due_at, updated_at)
   select id, sla, case when stage in ('COMPLETED', 'CANCELLED')
     then case when random() < 0.002 then 'MET_LATE' else 'MET' end
     when next_due_at is null or random() < 0.5 then 'NOT_STARTED' else 'RUNNING' end, next_due_at, updated_at
   from deal, unnest(array['ASSIGN_AM', 'SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO', 'FIRST_CONTACT']) as sla`,
  `insert into handoff_fault select id, 'CALL_LATE', '{}' from deal where random() < 0.01`,
  `insert into commission_payment (deal_id, tranche, payee, currency, status, amount_minor, released_minor, earned_at,
     released_at, withdrawn, updated_at)
   select id, tranche, account_executive, 'GBP', case when stage = 'COMPLETED' then 'RELEASED' else 'NOT_EARNED' end,
     100, 100, null,
     case when stage = 'COMPLETED' then opened_at + place * interval '20 days' end, false, updated_at
   from deal, unnest(array['SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT'])
     with ordinality as t (tranche, place)`,
  `insert into risk (deal_id, id, description, likelihood, owner, status, review_on, version, created_at,
     updated_at, updated_by)
   select id, md5('risk' || id)::uuid, 'Risk', (array['LOW', 'LOW', 'MEDIUM', 'HIGH'])[1 + floor(random() * 4)],
     account_manager, case when stage = 'COMPLETED' then 'CLOSED' else 'OPEN' end,
     opened_at::date + 60, 1, opened_at, updated_at, 'ad-1'
   from deal`,
  `insert into commitment (deal_id, id, words, promised_to, promised_by, owner, status, due_date, version, created_at,
     updated_at, updated_by)
   select id, md5('commitment' || id)::uuid, 'Words', 'Them', account_executive, account_manager,
     case when stage = 'COMPLETED' then 'KEPT' else 'OPEN' end, opened_at::date + 60, 1, opened_at, updated_at, 'ad-1'
   from deal`,
];

/** When rows changed, only the owner can make up: the triggers that say it are off for a moment. */
const SPREAD_OVER_TIME = ['deal', 'sla_clock', 'commission_payment', 'risk', 'commitment'].map(
  (table) => `alter table ${table} disable trigger user; update ${table} set changed_at = updated_at;
    alter table ${table} enable trigger user`,
);

const PEOPLE = `insert into person (key, name, email, role)
  select prefix || n, 'Name', prefix || n || '@baton.example', role from generate_series(0, 49) as n,
    (values ('ae-', 'ACCOUNT_EXECUTIVE'), ('am-', 'ACCOUNT_MANAGER')) as kind (prefix, role)
  on conflict do nothing`;

const MONTH = 'From: "2025-06-01T00:00:00Z"';
const DEAL_FILTERS = [
  '',
  'stage: [HANDOFF]',
  'stage: [SELLING, ONBOARDING]',
  'stage: [COMPLETED]',
  'accountExecutive: "ae-1"',
  'accountExecutive: "ae-1", stage: [DELIVERY]',
  'accountManager: "am-1"',
  'sla: { status: BREACHED }',
  'sla: { status: RUNNING, sla: HOLD_CALL }',
  'sla: { status: MET_LATE, sla: SEND_INTRO }',
  'fault: CALL_LATE',
  'fault: AE_STILL_CONTACT',
  `triggered${MONTH}, triggeredBefore: "2025-07-01T00:00:00Z"`,
  'triggeredFrom: "2026-07-01T00:00:00Z"',
  'triggeredBefore: "2025-01-15T00:00:00Z"',
];
const PAYMENT_FILTERS = [
  '',
  'status: [NOT_EARNED]',
  'status: [HELD]',
  'status: [RELEASED, HELD]',
  'tranche: [WEEK_2_WORKSHOP]',
  'payee: "ae-1"',
  'payee: "ae-1", status: [NOT_EARNED]',
  `released${MONTH}, releasedBefore: "2025-07-01T00:00:00Z"`,
  'releasedFrom: "2026-07-01T00:00:00Z"',
  'releasedFrom: "2036-07-01T00:00:00Z"',
  'releasedBefore: "2025-01-15T00:00:00Z"',
];
const RISK_FILTERS = [
  '',
  'deal: "D-2025-0001"',
  'status: [OPEN]',
  'status: [MATERIALISED]',
  'likelihood: [HIGH]',
  'owner: "am-1"',
  'review: OVERDUE',
  'review: THIS_WEEK, owner: "am-1"',
  'reviewFrom: "2026-06-01", reviewBefore: "2026-06-08"',
];
const COMMITMENT_FILTERS = [
  '',
  'deal: "D-2025-0001"',
  'status: [OPEN]',
  'status: [BROKEN, OPEN]',
  'owner: "am-1"',
  'promisedBy: "ae-1"',
  'due: OVERDUE',
  'due: THIS_WEEK',
  'due: OVERDUE, owner: "am-1"',
  'due: OVERDUE, promisedBy: "ae-1"',
  'status: [BROKEN], dueFrom: "2026-01-01"',
  'dueFrom: "2026-06-01", dueBefore: "2026-06-08"',
];

const IN_THE_MIDDLE = { id: '7', updatedAt: '2025-07-01T00:00:00.000Z' };
const ORDERS = ['KEY', 'FEE', 'NEXT_DUE'].flatMap((field) => [`${field}, direction: ASC`, `${field}, direction: DESC`]);

/** Every list with each filter that it offers, and each order. */
const LISTS = [
  ...DEAL_FILTERS.flatMap((filter) =>
    ORDERS.map((order) => `deals(first: 20, filter: { ${filter} }, orderBy: { field: ${order} })`),
  ),
  ...PAYMENT_FILTERS.map((filter) => `commissionPayments(first: 20, filter: { ${filter} })`),
  ...RISK_FILTERS.map((filter) => `risks(first: 20, filter: { ${filter} })`),
  ...COMMITMENT_FILTERS.map((filter) => `commitments(first: 20, filter: { ${filter} })`),
];

/** Every type of rows, from the beginning, from the middle, and of an interval. */
const PAGES_OF_ROWS = Object.values(ROWS).flatMap((source) => [
  `${source.name}(first: 100)`,
  `${source.name}(first: 1000, updatedFrom: "2025-06-01T00:00:00Z")`,
  `${source.name}(first: 100, updatedTo: "2125-06-01T00:00:00Z", after: "${placeOf(source, IN_THE_MIDDLE)}")`,
]);

/** A step of a plan, as EXPLAIN tells it. */
interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  Plans?: Step[];
}

/** The tables that a plan reads from one end to the other. */
function readWhole(step: Step): string[] {
  const own = step['Node Type'] === 'Seq Scan' ? [step['Relation Name']!] : [];
  return [...own, ...(step.Plans ?? []).flatMap(readWhole)];
}

/** Whether a plan brings more rows into order by itself than it gives: it has to read all of them for that. */
function sorts(step: Step): boolean {
  return (step['Node Type'] === 'Sort' && step['Plan Rows'] > 2_002) || (step.Plans ?? []).some(sorts);
}

const LARGE = ['deal', 'commission_payment', 'risk', 'commitment'];

describe('no list reads a whole table, whatever it is filtered and ordered by:', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(introducePeople);
    for (const statement of [PEOPLE, ...LOADED, ...SPREAD_OVER_TIME, 'analyze'])
      await onServer(api.databaseUrl, statement);
  }, 60_000);
  afterAll(() => api.stop());

  /** How PostgreSQL goes about the statement that a list really sends, with the values that it sends. */
  async function planOf(asker: Asker, list: string): Promise<Step> {
    const sent = jest.spyOn(Database.prototype, 'query');
    const { errors } = await api.ask(asker, `{ ${list} { nodes { id } } }`);
    const calls = sent.mock.calls.filter(([text]) => /order by/i.test(text));
    sent.mockRestore();
    expect(errors).toBeUndefined();
    expect(calls).toHaveLength(1);
    const [text, values] = calls[0]!;
    const [row] = await api.db.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(`explain (format json) ${text}`, values);
    return row!['QUERY PLAN'][0].Plan;
  }

  test.each(LISTS)('%s', async (list) => {
    for (const asker of ['fin-1', 'ae-1'] as const) {
      const whole = readWhole(await planOf(asker, list));
      expect(whole.filter((table) => LARGE.includes(table))).toEqual([]);
    }
  });

  test.each(PAGES_OF_ROWS)('%s', async (list) => {
    const plan = await planOf('fin-1', list);
    expect(readWhole(plan)).toEqual([]);
    expect(sorts(plan)).toBe(false);
  });
});
