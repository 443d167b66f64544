import { onlyPayeeFor } from '../commission';
import { settledUntil } from '../facts';
import { moneyOf, Refusal, type Request } from '../graphql';
import { isoOf } from '../rules';
import type { CommissionReportArgs, Dimension } from './inputs';
import type { CommissionReport, CommissionReportRow } from './report';

/** More rows than a person reads; a list of lines is for whoever wants them all. */
const ROWS_MAX = 5_000;

type Group = Omit<CommissionReportRow, 'amount'> & { currency: string; minor: string };

/**
 * Totals of the lines of a month as known at an instant; an AE gets their own. Throws BAD_USER_INPUT for an instant
 * that has not passed, LIMIT_EXCEEDED for more rows than a report has.
 */
export async function commissionReport(request: Request, args: CommissionReportArgs): Promise<CommissionReport> {
  const { db, now, viewer } = request;
  const { period, groupBy } = args;
  const knownAt = args.knownAt ?? now;
  if (knownAt > now)
    throw new Refusal('BAD_USER_INPUT', `${isoOf(knownAt)} has not passed: nothing can be known then`, 'knownAt');
  await request.loading.by(settledUntil).load(knownAt);
  const values = [period, isoOf(knownAt), onlyPayeeFor(viewer)];
  const groups = await db.query<Group>(statement(groupBy), values, `report_${groupBy.join('_').toLowerCase()}`);
  if (groups.length > ROWS_MAX)
    throw new Refusal('LIMIT_EXCEEDED', `a report has at most ${ROWS_MAX} rows: group by less`, 'groupBy');
  const rows = groups.map(({ currency, minor, ...row }) => ({ ...row, amount: moneyOf(BigInt(minor), currency) }));
  return { period, knownAt, groupBy, rows, totals: totalsOf(groups) };
}

function totalsOf(groups: readonly Group[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of groups) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => moneyOf(minor, currency));
}

const COLUMNS: Readonly<Record<Dimension, { expression: string; name: string }>> = {
  PAYEE: { expression: 'l.payee', name: 'payeeKey' },
  TRANCHE: { expression: 'l.tranche', name: 'tranche' },
  STATUS: { expression: 'standing.status', name: 'status' },
  DEAL: { expression: 'd.key', name: 'dealKey' },
  LINE_KIND: { expression: 'l.kind', name: 'lineKind' },
};

function statement(groupBy: readonly Dimension[]): string {
  const grouped = groupBy.map((dimension) => COLUMNS[dimension].expression);
  const selected = Object.entries(COLUMNS).map(
    ([dimension, { expression, name }]) =>
      `${groupBy.includes(dimension as Dimension) ? expression : 'null'} as "${name}"`,
  );
  const keys = [...grouped.map((expression) => `${expression} collate "C"`), 'l.currency'];
  return `
    select ${selected.join(', ')}, l.currency, count(*)::int as lines, sum(l.amount_minor)::text as minor
    from commission_line l ${groupBy.includes('DEAL') ? DEALS : ''} ${groupBy.includes('STATUS') ? STANDING : ''}
    where l.period = $1 and l.recorded_at <= $2::timestamptz and ($3::text is null or l.payee = $3)
    group by ${[...grouped, 'l.currency'].join(', ')} order by ${keys.join(', ')} limit ${ROWS_MAX + 1}`;
}

const DEALS = 'join deal d on d.id = l.deal_id';

/** Where the payment of a line stood by what was known then. */
const STANDING = `
  join lateral (
    select v.status from commission_payment_version v
    where v.deal_id = l.deal_id and v.tranche = l.tranche and v.payee = l.payee and v.recorded_at <= $2::timestamptz
    order by v.recorded_at desc limit 1) as standing on true`;
