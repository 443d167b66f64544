import { onServer } from '../harness/database';
import type { Stage } from './stage';

/** Lines of a month: 1,000,000 over 60 months. */
export const LINES_A_MONTH = 16_668;
const TRANCHES = ['SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT'];
const PAYEES = 150;
/** The last months are open: everybody else was paid, and their months are closed. */
const OPEN_MONTHS = 2;

/** The last month of every ledger of the bench. */
export const LAST_MONTH = '2026-10';

/** Just after it. */
export const KNOWN_AT = '2026-11-05T09:00:00.000Z';

/**
 * A new database with a ledger of so many months, each with as many lines: deals of three tranches, their milestones,
 * payments, postings, and a paid run for every month but the last two. Written by SQL, past the API, in the order of
 * time, as it comes to be written.
 */
export async function ledgerOf(stage: Stage, name: string, months: number): Promise<string> {
  const url = await stage.database(name);
  const deals = LINES_A_MONTH / TRANCHES.length;
  for (const statement of statementsFor(months, deals))
    await onServer(url, `set session_replication_role = replica; ${statement}`);
  await onServer(url, 'vacuum analyze');
  return url;
}

function statementsFor(months: number, deals: number): string[] {
  const first = `date '${LAST_MONTH}-01' - interval '${months - 1} months'`;
  const begin = `(${first} + m * interval '1 month')`;
  const deal = `
    select ${idOf(begin, "'deal ' || m || ' ' || d")} as id, m, d, ${begin} as begin,
      'pay-' || (d % ${PAYEES}) as payee, 100000 + (d * 7919) % 900000 as part
    from generate_series(0, ${months - 1}) as m, generate_series(0, ${deals - 1}) as d`;
  const line = `
    select deal.*, t.tranche, t.index, ${idOf('begin', "'line ' || m || ' ' || d || ' ' || t.index")} as line_id,
      ${idOf('begin', "'event ' || m || ' ' || d || ' ' || t.index")} as event_id,
      (begin + t.index * interval '9 days' + interval '9 hours') at time zone 'UTC' as at,
      to_char(begin, 'YYYY-MM') as period
    from (${deal}) as deal, unnest(array['${TRANCHES.join("', '")}']) with ordinality as t (tranche, index)`;
  return [
    `insert into person (key, name, email, role)
     select 'pay-' || n, 'Payee ' || n, 'pay-' || n || '@baton.example', 'ACCOUNT_EXECUTIVE'
     from generate_series(0, ${PAYEES - 1}) as n`,
    `insert into deal_key (key, deal_id)
     select 'D-' || to_char(begin, 'YYYY') || '-' || lpad((m * ${deals} + d)::text, 7, '0'), id from (${deal}) as deal`,
    `insert into deal (id, key, client_name, currency, calendar_code, plan_code, account_executive, opened_at,
       opened_by, last_recorded_at, updated_at, stage, owner, point_of_contact, unmet_conditions, fee_minor,
       entitlement_minor, plan_version, triggered_at, changed_at)
     select id, 'D-' || to_char(begin, 'YYYY') || '-' || lpad((m * ${deals} + d)::text, 7, '0'), 'Client ' || d, 'GBP',
       'england-and-wales', 'standard', payee, begin, 'fin-1', begin, begin, 'COMPLETED', 'ACCOUNT_MANAGER',
       'ACCOUNT_MANAGER', '{}', part * 30, part * 3, 'standard-1', begin, begin
     from (${deal}) as deal order by begin`,
    `insert into deal_event (deal_id, id, type, occurred_at, recorded_at, recorded_by, details)
     select id, event_id, (array['SOW_SIGNED', 'WORKSHOP_DELIVERED', 'BOARD_REPORT_DELIVERED'])[index], at, at, 'fin-1',
       (array['{"party": "VENDOR"}', '{"week": 2, "cohort": 1, "attended": 9}', '{"week": 12}']::jsonb[])[index]
     from (${line}) as line order by at`,
    `insert into commission_line (deal_id, id, kind, tranche, payee, currency, amount_minor, effective_at, recorded_at,
       period, event_id, plan_version)
     select id, line_id, 'TRANCHE', tranche, payee, 'GBP', part, at, at, period, event_id, 'standard-1'
     from (${line}) as line order by at`,
    `insert into posting (deal_id, line_id, account, amount_minor)
     select id, line_id, account, part * sign
     from (${line}) as line, (values ('COMMISSION_EXPENSE', 1), ('COMMISSION_ACCRUED', -1)) as side (account, sign)
     order by at`,
    `insert into commission_payment (deal_id, tranche, payee, currency, status, amount_minor, released_minor, earned_at,
       released_at, withdrawn, updated_at, changed_at)
     select id, tranche, payee, 'GBP', 'RELEASED', part, part, at, at, false, at, at
     from (${line}) as line order by at`,
    `insert into commission_payment_version (deal_id, tranche, payee, currency, recorded_at, status, amount_minor,
       released_minor, earned_at, released_at, withdrawn)
     select id, tranche, payee, 'GBP', at, 'RELEASED', part, part, at, at, false from (${line}) as line order by at`,
    ...runsOf(months),
  ];
}

/** SQL for an id as Baton makes them, UUIDv7: what is made later sorts later. */
function idOf(at: string, of: string): string {
  const time = `lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')`;
  return `(${time} || '7' || substr(md5(${of}), 1, 3) || '8' || substr(md5(${of}), 4, 15))::uuid`;
}

/** Every closed month has a run that was paid on the third of the month after it. */
function runsOf(months: number): string[] {
  const closed = `(select distinct period from commission_line
    where period <= to_char(date '${LAST_MONTH}-01' - interval '${OPEN_MONTHS} months', 'YYYY-MM')) as c`;
  const id = `md5('run ' || period)::uuid`;
  const paid = `((period || '-01')::date + interval '1 month 2 days') at time zone 'UTC'`;
  if (months <= OPEN_MONTHS) return [];
  return [
    `insert into pay_run (id, period, status, created_at, created_by, approved_at, approved_by, paid_at, paid_by,
       reference)
     select ${id}, period, 'PAID', ${paid}, 'fin-1', ${paid}, 'fin-2', ${paid}, 'fin-1', 'BACS' from ${closed}`,
    `insert into period (month, closed_at, run_id) select period, ${paid}, ${id} from ${closed}`,
    `insert into pay_run_line (deal_id, line_id, run_id)
     select l.deal_id, l.id, md5('run ' || l.period)::uuid from commission_line l join period p on p.month = l.period`,
    `insert into pay_run_payee (run_id, payee, currency, lines, brought_forward_minor, lines_minor, payable_minor,
       carried_forward_minor)
     select md5('run ' || l.period)::uuid, l.payee, l.currency, count(*), 0, sum(l.amount_minor), sum(l.amount_minor), 0
     from commission_line l join period p on p.month = l.period group by l.period, l.payee, l.currency`,
    `insert into pay_run_posting (run_id, payee, currency, step, account, amount_minor)
     select run_id, payee, currency, step, account, payable_minor * sign
     from pay_run_payee, (values ('APPROVE', 'COMMISSION_ACCRUED', 1), ('APPROVE', 'COMMISSION_PAYABLE', -1),
       ('PAY', 'COMMISSION_PAYABLE', 1), ('PAY', 'COMMISSION_PAID', -1)) as side (step, account, sign)`,
  ];
}
