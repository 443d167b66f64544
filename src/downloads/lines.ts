import { onlyPayeeFor } from '../commission';
import { isoInSql } from '../database';
import type { Request } from '../graphql';
import { formatMinor, type Instant, isoOf, minorDigits } from '../rules';
import type { Cell, Table } from './table';

const BATCH_ROWS = 2_000;

interface LineRow {
  id: string;
  period: string;
  dealKey: string;
  clientName: string;
  payee: string;
  tranche: string;
  kind: string;
  minor: string;
  currency: string;
  effectiveAt: string;
  recordedAt: string;
  planVersion: string;
}

/** Every line of some months as known at an instant, in the order of months; a statement a batch. */
export function linesTable(
  request: Request,
  { period, until, knownAt }: { period: string; until: string; knownAt: Instant },
): Table {
  async function* batches() {
    let place: [string, string, string] | null = null;
    for (;;) {
      const values: unknown[] = [period, until, isoOf(knownAt), onlyPayeeFor(request.viewer), BATCH_ROWS];
      const rows: LineRow[] = await request.db.query<LineRow>(LINES, [...values, ...(place ?? [null, null, null])]);
      if (rows.length > 0) yield rows.map(cellsOf);
      if (rows.length < BATCH_ROWS) return;
      const last = rows.at(-1)!;
      place = [last.period, last.recordedAt, last.id];
    }
  }
  return { columns: COLUMNS, batches: batches() };
}

const COLUMNS = [
  { name: 'period', kind: 'text' },
  { name: 'deal', kind: 'text' },
  { name: 'client', kind: 'text' },
  { name: 'payee', kind: 'text' },
  { name: 'tranche', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'amount', kind: 'amount' },
  { name: 'currency', kind: 'text' },
  { name: 'effective at', kind: 'instant' },
  { name: 'recorded at', kind: 'instant' },
  { name: 'plan', kind: 'text' },
  { name: 'line', kind: 'text' },
] as const;

function cellsOf(row: LineRow): Cell[] {
  const { period, dealKey, clientName, payee, tranche, kind, minor, currency } = row;
  const amount = formatMinor(BigInt(minor), minorDigits(currency));
  const { effectiveAt, recordedAt, planVersion, id } = row;
  return [
    ...[period, dealKey, clientName, payee, tranche, kind, amount, currency],
    ...[effectiveAt, recordedAt, planVersion, id],
  ];
}

/** Lines are never changed and none comes into what was known then: page after page it is one snapshot. */
const LINES = `
  select l.id, l.period, d.key as "dealKey", d.client_name as "clientName", l.payee, l.tranche, l.kind,
    l.amount_minor::text as minor, l.currency, ${isoInSql('l.effective_at')} as "effectiveAt",
    ${isoInSql('l.recorded_at')} as "recordedAt", l.plan_version as "planVersion"
  from (
    select * from commission_line l
    where l.period between $1 and $2 and l.recorded_at <= $3::timestamptz and ($4::text is null or l.payee = $4)
      and ($6::text is null or (l.period, l.recorded_at, l.id) > ($6, $7::timestamptz, $8::uuid))
    order by l.period, l.recorded_at, l.id limit $5) as l
  join deal d on d.id = l.deal_id
  order by l.period, l.recorded_at, l.id`;
