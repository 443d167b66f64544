import { v7 as uuidv7 } from 'uuid';
import type { DealChange, Projection, Step } from '../facts';
import { type Calendar, isoOf, type LiveLine } from '../rules';
import type { TermsBook } from '../terms';
import { closedPeriods, monthOf, openPeriod } from './periods';

/** A line to be posted, as a row. */
interface LineRow {
  deal_id: string;
  id: string;
  kind: string;
  tranche: string;
  payee: string;
  currency: string;
  amount_minor: string;
  effective_at: string;
  recorded_at: string;
  period: string;
  /** The local month in which it was recorded. */
  learned_in: string;
  event_id: string;
  plan_version: string;
  reverses: string | null;
}

/** Posts, for each fact, the difference that it makes to its deal's lines, as balanced entries (rules.md §8). */
export function projectLedger(book: TermsBook): Projection {
  return async (tx, changes) => {
    const rows = changes.flatMap((change) => linesOf(change, book));
    if (rows.length === 0) return;
    const closed = await closedPeriods(tx);
    const placed = rows.map(({ learned_in, ...row }) => ({
      ...row,
      period: openPeriod(row.period, learned_in, closed),
    }));
    await tx.query(POST, [JSON.stringify(placed)], 'post_lines');
  };
}

function linesOf({ deal, steps }: DealChange, book: TermsBook): LineRow[] {
  const { calendar } = book.termsOf(deal);
  return steps.flatMap((step) => {
    const row = (line: LiveLine, reverses: string | null) => rowOf(line, reverses, step, deal.currency, calendar);
    return [
      ...step.reversed.map((line) => row(reversalOf(line), line.id)),
      ...step.added.map((line) => row(line, null)),
    ];
  });
}

function reversalOf(line: LiveLine): LiveLine {
  return { ...line, id: uuidv7(), kind: 'REVERSAL', amount: -line.amount };
}

function rowOf(
  line: LiveLine,
  reverses: string | null,
  { event, planVersion }: Step,
  currency: string,
  calendar: Calendar,
): LineRow {
  return {
    deal_id: event.dealId,
    id: line.id,
    kind: line.kind,
    tranche: line.tranche,
    payee: line.payee,
    currency,
    amount_minor: String(line.amount),
    effective_at: isoOf(line.effectiveAt),
    recorded_at: isoOf(event.recordedAt),
    period: monthOf(line.effectiveAt, calendar),
    learned_in: monthOf(event.recordedAt, calendar),
    event_id: event.id,
    plan_version: planVersion,
    reverses,
  };
}

/** A line above zero debits the expense and credits what is owed to the payee; one below does the opposite. */
const POST = `
  with lines as (
    insert into commission_line (deal_id, id, kind, tranche, payee, currency, amount_minor, effective_at, recorded_at,
      period, event_id, plan_version, reverses)
    select deal_id, id, kind, tranche, payee, currency, amount_minor, effective_at, recorded_at,
      period, event_id, plan_version, reverses
    from jsonb_to_recordset($1::jsonb) as line (deal_id uuid, id uuid, kind text, tranche text, payee text,
      currency char(3), amount_minor bigint, effective_at timestamptz, recorded_at timestamptz, period text,
      event_id uuid, plan_version text, reverses uuid)
    returning deal_id, id, amount_minor)
  insert into posting (deal_id, line_id, account, amount_minor)
  select deal_id, id, 'COMMISSION_EXPENSE', amount_minor from lines
  union all
  select deal_id, id, 'COMMISSION_ACCRUED', -amount_minor from lines`;
