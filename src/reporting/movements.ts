import type { Queryable } from '../database';
import { type Instant, isoOf, type LineKind } from '../rules';
import { DIMENSIONS, type Dimension } from './inputs';

/** What a figure of a report counts. */
export type Figure = LineKind | 'OPENING' | 'PAID' | 'EARNED';

/** A figure of one group, as SQL gives it: null where it is not grouped so. */
export interface Movement {
  payeeKey: string | null;
  tranche: string | null;
  status: string | null;
  dealKey: string | null;
  lineKind: string | null;
  currency: string;
  figure: Figure;
  /** Lines of the ledger; none for what is no line. */
  lines: number;
  minor: string;
}

/** Which months, as known when, and whose; null for everybody's. */
export interface Range {
  period: string;
  until: string;
  knownAt: Instant;
  payee: string | null;
  groupBy: readonly Dimension[];
}

/** What moved in some months, group by group; one SQL statement, at most so many rows. */
export function movementsOf(db: Queryable, range: Range, rowsMax: number): Promise<Movement[]> {
  const { period, until, knownAt, payee, groupBy } = range;
  const values = [period, until, isoOf(knownAt), payee, rowsMax];
  return db.query<Movement>(statement(groupBy), values, `movements_${groupBy.join('_').toLowerCase()}`);
}

/** Whether what a run paid can be told of these groups: a run pays payees, and no deal or tranche. */
export function isByPayee(groupBy: readonly Dimension[]): boolean {
  return groupBy.every((dimension) => dimension === 'PAYEE');
}

/** Where each dimension is found: in a line `l`, in what a run pays `p`, in a version of a payment `v`. */
const SOURCES: Readonly<Record<Dimension, { name: string; line: string; payment: string }>> = {
  PAYEE: { name: 'payeeKey', line: 'l.payee', payment: 'v.payee' },
  TRANCHE: { name: 'tranche', line: 'l.tranche', payment: 'v.tranche' },
  STATUS: { name: 'status', line: 'standing.status', payment: 'v.status' },
  DEAL: { name: 'dealKey', line: 'd.key', payment: 'd.key' },
  LINE_KIND: { name: 'lineKind', line: 'l.kind', payment: 'null::text' },
};

function statement(groupBy: readonly Dimension[]): string {
  const parts = [linesOf(groupBy), openingOf(groupBy), ...paidOf(groupBy), ...earnedOf(groupBy)];
  const by = [...groupBy.map((dimension) => `"${SOURCES[dimension].name}"`), 'currency', 'figure'].join(', ');
  const sums = `select ${by}, sum(lines) as lines, sum(minor) as minor from`;
  const named = DIMENSIONS.map((dimension) => {
    const name = `"${SOURCES[dimension].name}"`;
    return groupBy.includes(dimension) ? name : `null as ${name}`;
  });
  const keys = groupBy.map((dimension) => `"${SOURCES[dimension].name}"`);
  return `
    with recursive ${MONTHS}
    select ${named.join(', ')}, currency, figure, sum(lines)::int as lines, sum(minor)::text as minor
    from (${parts.map((part) => `${sums} (${part}) as part group by ${by}`).join('\n    union all ')}) as parts
    group by ${by}
    having sum(minor) <> 0 or sum(lines) > 0
    order by ${[...keys.map((key) => `${key} collate "C"`), 'currency', 'figure'].join(', ')} limit $5`;
}

/** The columns of a part by which it is grouped, each followed by a comma. */
function selected(groupBy: readonly Dimension[], source: 'line' | 'payment'): string {
  return groupBy.map((dimension) => `${SOURCES[dimension][source]} as "${SOURCES[dimension].name}", `).join('');
}

function fromLines(groupBy: readonly Dimension[]): string {
  return `from commission_line l ${groupBy.includes('DEAL') ? 'join deal d on d.id = l.deal_id' : ''}
      ${groupBy.includes('STATUS') ? STANDING : ''}`;
}

const KNOWN = 'l.recorded_at <= $3::timestamptz and ($4::text is null or l.payee = $4)';

function linesOf(groupBy: readonly Dimension[]): string {
  return `
      select ${selected(groupBy, 'line')}l.currency, l.kind as figure, 1 as lines, l.amount_minor as minor
      ${fromLines(groupBy)}
      where l.period between $1 and $2 and ${KNOWN}`;
}

/**
 * What was not paid before: the lines of months that were open then, and by how much the paid runs of earlier months
 * left less than they had found. Most carry and bring nothing, and are not read.
 */
function openingOf(groupBy: readonly Dimension[]): string {
  const lines = `
      select ${selected(groupBy, 'line')}l.currency, 'OPENING' as figure, 0 as lines, l.amount_minor as minor
      ${fromLines(groupBy)}
      where l.period = any(array(select month from open_month where month < $1)) and ${KNOWN}`;
  if (!isByPayee(groupBy)) return lines;
  return `${lines}
      union all
      select ${ofPayee(groupBy)}p.currency, 'OPENING', 0, p.carried_forward_minor - p.brought_forward_minor
      from pay_run_payee p join pay_run r on r.id = p.run_id
      where p.carried_forward_minor <> p.brought_forward_minor and ($4::text is null or p.payee = $4)
        and r.status = 'PAID' and r.paid_at <= $3::timestamptz and r.period < $1`;
}

/** What the runs of the months paid; by anything finer than payees, what they took over. */
function paidOf(groupBy: readonly Dimension[]): string[] {
  if (isByPayee(groupBy))
    return [
      `
      select ${ofPayee(groupBy)}p.currency, 'PAID' as figure, 0 as lines, p.payable_minor as minor
      from pay_run r join pay_run_payee p on p.run_id = r.id
      where r.period between $1 and $2 and r.status = 'PAID' and r.paid_at <= $3::timestamptz
        and ($4::text is null or p.payee = $4)`,
    ];
  return [
    `
      select ${selected(groupBy, 'line')}l.currency, 'PAID' as figure, 0 as lines, l.amount_minor as minor
      ${fromLines(groupBy)}
      where l.period between $1 and $2 and ${KNOWN}
        and l.period = any(array(select month from period where closed_at <= $3::timestamptz))`,
  ];
}

/** What reached its milestone, as it was known then; lines of a kind have none. */
function earnedOf(groupBy: readonly Dimension[]): string[] {
  if (groupBy.includes('LINE_KIND')) return [];
  return [
    `
      select ${selected(groupBy, 'payment')}v.currency, 'EARNED' as figure, 0 as lines, v.amount_minor as minor
      from commission_payment_version v ${groupBy.includes('DEAL') ? 'join deal d on d.id = v.deal_id' : ''}
      where v.earned_at >= ($1 || '-01')::timestamp at time zone 'Europe/London'
        and v.earned_at < (($2 || '-01')::timestamp + interval '1 month') at time zone 'Europe/London'
        and v.recorded_at <= $3::timestamptz and not v.withdrawn and ($4::text is null or v.payee = $4)
        and not exists (
          select from commission_payment_version later
          where later.deal_id = v.deal_id and later.tranche = v.tranche and later.payee = v.payee
            and later.recorded_at > v.recorded_at and later.recorded_at <= $3::timestamptz)`,
  ];
}

function ofPayee(groupBy: readonly Dimension[]): string {
  return groupBy.includes('PAYEE') ? 'p.payee as "payeeKey", ' : '';
}

/** Where the payment of a line stood by what was known then. */
const STANDING = `
      join lateral (
        select v.status from commission_payment_version v
        where v.deal_id = l.deal_id and v.tranche = l.tranche and v.payee = l.payee
          and v.recorded_at <= $3::timestamptz
        order by v.recorded_at desc limit 1) as standing on true`;

/** The months that have lines, found by one look into the index each, and those of them that were not closed then. */
const MONTHS = `
    month_with_lines (month) as (
      select min(period) from commission_line
      union all
      select (select min(l.period) from commission_line l where l.period > m.month)
      from month_with_lines m where m.month is not null),
    open_month as (
      select m.month from month_with_lines m
      where m.month is not null and not exists (
        select from period c where c.month = m.month and c.closed_at <= $3::timestamptz))`;
