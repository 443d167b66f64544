import type { Queryable } from '../database';

/** Takes the lines of a period, and what each payee gets of them, into a run; two statements whatever their number. */
export async function takeSnapshot(tx: Queryable, runId: string, period: string): Promise<void> {
  await tx.query(TAKE_LINES, [runId, period], 'pay_run_lines');
  await tx.query(TAKE_PAYEES, [runId], 'pay_run_payees');
}

/** What has come since a run was made: lines of its period that it does not have, and another run that was paid. */
export async function changedSince(tx: Queryable, runId: string): Promise<{ lines: number; balances: number }> {
  const [row] = await tx.query<{ lines: number; balances: number }>(CHANGED, [runId], 'pay_run_changed');
  return row!;
}

/** What is below zero of a payee is carried until a later run makes it good: that of the latest run that was paid. */
const CARRIED = `
  select p.payee, p.currency, p.carried_forward_minor as minor from pay_run_payee p
  where p.carried_forward_minor < 0
    and p.run_id = (select id from pay_run where status = 'PAID' order by paid_at desc, id desc limit 1)`;

const TAKE_LINES = `
  insert into pay_run_line (deal_id, line_id, run_id)
  select deal_id, id, $1 from commission_line where period = $2`;

const TAKE_PAYEES = `
  with due as (
    select l.payee, l.currency, count(*)::int as lines, sum(l.amount_minor)::bigint as minor
    from pay_run_line t join commission_line l on l.deal_id = t.deal_id and l.id = t.line_id
    where t.run_id = $1 group by l.payee, l.currency),
  whole as (
    select payee, currency, coalesce(due.lines, 0) as lines, coalesce(due.minor, 0) as due,
      coalesce(carried.minor, 0) as brought
    from due full join (${CARRIED}) as carried using (payee, currency))
  insert into pay_run_payee (run_id, payee, currency, lines, brought_forward_minor, lines_minor, payable_minor,
    carried_forward_minor)
  select $1, payee, currency, lines, brought, due, greatest(brought + due, 0), least(brought + due, 0) from whole`;

const CHANGED = `
  select
    (select count(*)::int from commission_line l
     where l.period = r.period
       and not exists (select from pay_run_line t where t.deal_id = l.deal_id and t.line_id = l.id and t.run_id = r.id))
      as lines,
    (select count(*)::int from (${CARRIED}) as carried
     full join (select * from pay_run_payee where run_id = r.id and brought_forward_minor < 0) as p
       using (payee, currency)
     where carried.minor is distinct from p.brought_forward_minor) as balances
  from pay_run r where r.id = $1`;
