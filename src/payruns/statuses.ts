import type { Queryable } from '../database';
import { type Instant, isoOf } from '../rules';

/**
 * Lets the payments follow their run: those whose whole released amount is in it, or in runs that were paid, stand as
 * it does. What is released later makes them RELEASED again, until the run that pays it.
 */
export async function movePayments(
  tx: Queryable,
  runId: string,
  [from, to]: readonly [from: string, to: string],
  at: Instant,
): Promise<void> {
  await tx.query(MOVE, [runId, from, to, isoOf(at)], 'move_payments');
}

const MOVE = `
  with touched as (
    select distinct l.deal_id, l.tranche, l.payee
    from pay_run_line t join commission_line l on l.deal_id = t.deal_id and l.id = t.line_id where t.run_id = $1),
  moved as (
    update commission_payment p set status = $3, updated_at = greatest($4::timestamptz, p.updated_at)
    from touched t
    where (p.deal_id, p.tranche, p.payee) = (t.deal_id, t.tranche, t.payee) and p.status = $2 and not p.withdrawn
      and p.released_minor = (
        select sum(l.amount_minor) from commission_line l
        join pay_run_line i on i.deal_id = l.deal_id and i.line_id = l.id join pay_run r on r.id = i.run_id
        where (l.deal_id, l.tranche, l.payee) = (p.deal_id, p.tranche, p.payee) and (r.id = $1 or r.status = 'PAID'))
    returning p.*)
  insert into commission_payment_version (deal_id, tranche, payee, currency, recorded_at, status, amount_minor,
    released_minor, earned_at, released_at, withdrawn)
  select m.deal_id, m.tranche, m.payee, m.currency, greatest($4::timestamptz, (
      select max(v.recorded_at) + interval '1 millisecond' from commission_payment_version v
      where (v.deal_id, v.tranche, v.payee) = (m.deal_id, m.tranche, m.payee))),
    m.status, m.amount_minor, m.released_minor, m.earned_at, m.released_at, m.withdrawn
  from moved m`;
