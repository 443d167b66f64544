/** An invariant of rules.md §8, as SQL that gives the ids of what breaks it: `deal`, and `line` where it is one. */
export interface Invariant {
  code: string;
  description: string;
  broken: string;
}

/** A line with what is posted of it to each of the two accounts, of which a line has one posting each. */
const POSTED = `
  select l.deal_id, l.id, l.amount_minor, e.amount_minor as expense, a.amount_minor as accrued
  from commission_line l
  left join posting e on e.deal_id = l.deal_id and e.line_id = l.id and e.account = 'COMMISSION_EXPENSE'
  left join posting a on a.deal_id = l.deal_id and a.line_id = l.id and a.account = 'COMMISSION_ACCRUED'`;

/** Facts that count now: not withdrawn, and not after the deal was cancelled. */
const IN_FORCE = `
  select e.* from deal_event e
  where e.type <> 'EVENT_RETRACTED' and not exists (
    select from deal_event r where r.deal_id = e.deal_id and r.refers_to = e.id and r.type = 'EVENT_RETRACTED')`;

/** The fact that a tranche needs, by the tranche. */
const MILESTONE = `case l.tranche
    when 'SOW_SIGNED' then e.type = 'SOW_SIGNED'
    when 'WEEK_2_WORKSHOP' then e.type = 'WORKSHOP_DELIVERED' and e.details -> 'week' = '2'
      and (e.details ->> 'attended')::int >= 1
    else e.type = 'BOARD_REPORT_DELIVERED' and e.details -> 'week' = '12' end`;

/** Every invariant that can be asked of what is stored, in the order in which it is told. */
export const INVARIANTS: readonly Invariant[] = [
  {
    code: 'LINES_BALANCE',
    description: 'Each line is debited once and credited once, by its own amount.',
    broken: `select deal_id, id as line from (${POSTED}) l
      where expense is distinct from amount_minor or accrued is distinct from -amount_minor`,
  },
  {
    code: 'DEBITS_ARE_CREDITS',
    description: 'All debits of a deal are all its credits.',
    broken: `select deal_id, null::uuid as line from posting group by deal_id having sum(amount_minor) <> 0`,
  },
  {
    code: 'POSTINGS_ARE_LINES',
    description: "What is posted for each payment of a deal is what the facts give: the payment's released amount.",
    broken: `select distinct coalesce(l.deal_id, p.deal_id) as deal_id, null::uuid as line
      from (select deal_id, tranche, payee, currency, sum(amount_minor) as posted from commission_line
        group by deal_id, tranche, payee, currency) l
      full join commission_payment p
        on (p.deal_id, p.tranche, p.payee, p.currency) = (l.deal_id, l.tranche, l.payee, l.currency)
      where coalesce(l.posted, 0) <> coalesce(case when p.withdrawn then 0 else p.released_minor end, 0)`,
  },
  {
    code: 'HELD_BACK_IS_HELD',
    description: 'What is posted as held back of each payment is what is held of it: its amount while it is HELD.',
    broken: `select distinct coalesce(e.deal_id, p.deal_id) as deal_id, null::uuid as line
      from (select deal_id, tranche, payee, currency, sum(amount_minor) as posted from held_entry
        group by deal_id, tranche, payee, currency) e
      full join (select * from commission_payment where status = 'HELD' and not withdrawn) p
        on (p.deal_id, p.tranche, p.payee, p.currency) = (e.deal_id, e.tranche, e.payee, e.currency)
      where coalesce(e.posted, 0) <> coalesce(p.amount_minor, 0)`,
  },
  {
    code: 'REVERSALS_MIRROR',
    description: 'A reversal takes back exactly the line that it names, for the same payee and tranche.',
    broken: `select r.deal_id, r.id as line
      from commission_line r join commission_line l on l.deal_id = r.deal_id and l.id = r.reverses
      where (r.amount_minor, r.payee, r.tranche, r.currency, r.effective_at)
        <> (-l.amount_minor, l.payee, l.tranche, l.currency, l.effective_at) or l.kind = 'REVERSAL'`,
  },
  {
    code: 'RELEASES_HAVE_MILESTONES',
    description: 'Nothing is released without the fact of its milestone, which was not withdrawn.',
    broken: `select l.deal_id, l.id as line from commission_line l
      where l.kind = 'TRANCHE'
        and not exists (select from commission_line r where r.deal_id = l.deal_id and r.reverses = l.id)
        and not exists (
          select from (${IN_FORCE}) e
          where e.deal_id = l.deal_id and e.occurred_at <= l.effective_at and ${MILESTONE})`,
  },
  {
    code: 'PAID_IS_POSTED',
    description: 'What is posted as paid is what paid runs say, for each payee and currency.',
    broken: `select null::uuid as deal_id, null::uuid as line
      from (select p.run_id, p.payee, p.currency, p.payable_minor as minor
        from pay_run_payee p join pay_run r on r.id = p.run_id where r.status = 'PAID' and p.payable_minor > 0) said
      full join (select run_id, payee, currency, -amount_minor as minor from pay_run_posting
        where account = 'COMMISSION_PAID') posted using (run_id, payee, currency)
      where said.minor is distinct from posted.minor`,
  },
  {
    code: 'BALANCES_ARE_CARRIED',
    description: 'What a paid run brings forward of a payee is what the paid run before it carried forward.',
    broken: `select null::uuid as deal_id, null::uuid as line
      from (
        select p.*, row_number() over (partition by p.payee, p.currency order by r.paid_at, r.id) as place,
          r.paid_at, r.id as run
        from pay_run r join pay_run_payee p on p.run_id = r.id where r.status = 'PAID') p
      where p.brought_forward_minor <> coalesce((
        select b.carried_forward_minor from pay_run_payee b
        where b.payee = p.payee and b.currency = p.currency and b.run_id = (
          select e.id from pay_run e where e.status = 'PAID' and (e.paid_at, e.id) < (p.paid_at, p.run)
          order by e.paid_at desc, e.id desc limit 1)), 0)`,
  },
  {
    code: 'CLOSED_PERIODS_ARE_PAID',
    description: 'Every line of a closed period is in the run that closed it.',
    broken: `select l.deal_id, l.id as line from commission_line l join period c on c.month = l.period
      where not exists (
        select from pay_run_line t where t.deal_id = l.deal_id and t.line_id = l.id and t.run_id = c.run_id)`,
  },
];
