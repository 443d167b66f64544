import { SLA_CODES, TRANCHE_CODES } from '../../src/rules';

/** What a front end's list of deals asks. */
export const QUERY = `
  query DealsWithMoney {
    deals(first: 100) {
      nodes {
        id key clientName currency stage triggeredAt nextDueAt updatedAt
        accountExecutive { key name }
        handoff { slas { sla status accountable dueAt metAt breachedAt } }
        commissionPayments {
          tranche status amount { amount currency } releasedToDate { amount currency } payee { key }
        }
      }
    }
  }`;

const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const money = (column: string) =>
  `(select row_to_json(m) from (select (p.${column} * 0.01)::text as amount, p.currency) m)`;
const placeIn = (codes: readonly string[], column: string) =>
  `array_position(array[${codes.map((code) => `'${code}'`).join(', ')}], ${column})`;

/** A clock's status now, and when it breached (rules.md §4). */
const JUDGED = `
  select c.*, s.status as status_now, case when s.status in ('BREACHED', 'MET_LATE')
    or s.status = 'WAIVED' and c.waived_at > c.due_at then c.due_at end as breached_at
  from sla_clock c, lateral (
    select case when c.status = 'RUNNING' and c.due_at < $2 then 'BREACHED' else c.status end as status) s
  where c.deal_id = d.id`;

/** A late call that does not count against the AE is the delivery lead's (rules.md §4). */
const ACCOUNTABLE = `case c.sla
  when 'ASSIGN_AM' then 'DELIVERY_LEAD'
  when 'FIRST_CONTACT' then 'ACCOUNT_MANAGER'
  when 'HOLD_CALL' then case
    when c.breached_at is null or c.blame_at = c.breached_at or c.blame_at < coalesce(d.cancelled_at, $2)
    then 'ACCOUNT_EXECUTIVE' else 'DELIVERY_LEAD' end
  else 'ACCOUNT_EXECUTIVE' end`;

/**
 * The same by hand: the nodes of the answer as one JSON text, found by the index that the API uses as well. $1 is how
 * many, $2 is now.
 */
export const SQL = `
  select json_agg(node)::text as nodes from (
    select
      translate(encode(convert_to('Deal:' || d.id, 'UTF8'), 'base64'), E'+/=\\n', '-_') as id,
      d.key, d.client_name as "clientName", d.currency, d.stage, ${iso('d.triggered_at')} as "triggeredAt",
      ${iso('d.next_due_at')} as "nextDueAt", ${iso('d.updated_at')} as "updatedAt",
      (select row_to_json(a) from (select key, name from person where key = d.account_executive) a)
        as "accountExecutive",
      json_build_object('slas', (
        select json_agg(s) from (
          select c.sla, c.status_now as status, ${ACCOUNTABLE} as accountable, ${iso('c.due_at')} as "dueAt",
            ${iso('c.met_at')} as "metAt", ${iso('c.breached_at')} as "breachedAt"
          from (${JUDGED}) c order by ${placeIn(SLA_CODES, 'c.sla')}) s)) as handoff,
      (
        select coalesce(json_agg(q), '[]') from (
          select p.tranche, p.status, ${money('amount_minor')} as amount,
            ${money('released_minor')} as "releasedToDate",
            (select row_to_json(k) from (select key from person where key = p.payee) k) as payee
          from commission_payment p where p.deal_id = d.id and not p.withdrawn
          order by ${placeIn(TRANCHE_CODES, 'p.tranche')}, p.payee) q) as "commissionPayments"
    from deal d order by key_order(d.key), d.id limit $1) node`;
