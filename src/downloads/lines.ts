import { onlyPayeeFor } from '../commission';
import { csvLine } from '../csv';
import { isoInSql } from '../database';
import type { Request } from '../graphql';
import { formatMinor, type Instant, isoOf, minorDigits } from '../rules';
import type { Cell, Table } from './table';

/** Few enough that the text of a batch is short-lived garbage: longer ones are kept until everything is collected. */
const BATCH_ROWS = 500;

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

/** Some months, as known at an instant. */
export interface LinesAsked {
  period: string;
  until: string;
  knownAt: Instant;
}

/** Every line of some months as known at an instant, in the order of months; a statement a batch. */
export function linesTable(request: Request, asked: LinesAsked): Table {
  async function* batches() {
    for await (const rows of pages<LineRow>(request, asked, CELLS)) yield rows.map(cellsOf);
  }
  return { columns: COLUMNS, batches: batches() };
}

/**
 * The same as CSV: PostgreSQL writes the lines of a batch as one text, so that a million of them are no million objects
 * here. What a cell may be is what `csvOf` makes of it, which a test holds together.
 */
export async function* linesCsv(request: Request, asked: LinesAsked): AsyncGenerator<string> {
  yield csvLine(COLUMNS.map(({ name }) => name));
  for await (const [batch] of pages<Place & { csv: string }>(request, asked, AS_CSV)) yield batch!.csv;
}

/** Where a batch ends, and how many lines it has. */
interface Place {
  period: string;
  recordedAt: string;
  id: string;
  count?: string;
}

/** Batch after batch of a statement, each beginning after the last line of the one before. */
async function* pages<Row extends Place>(
  { db, viewer }: Request,
  { period, until, knownAt }: LinesAsked,
  statement: string,
): AsyncGenerator<Row[]> {
  let place: (string | null)[] = [null, null, null];
  for (;;) {
    const values = [period, until, isoOf(knownAt), onlyPayeeFor(viewer), BATCH_ROWS, ...place];
    const rows = await db.query<Row>(statement, values);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    if (Number(last.count ?? rows.length) < BATCH_ROWS) return;
    place = [last.period, last.recordedAt, last.id];
  }
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
const BATCH = `(
    select * from commission_line l
    where l.period between $1 and $2 and l.recorded_at <= $3::timestamptz and ($4::text is null or l.payee = $4)
      and ($6::text is null or (l.period, l.recorded_at, l.id) > ($6, $7::timestamptz, $8::uuid))
    order by l.period, l.recorded_at, l.id limit $5) as l
  join deal d on d.id = l.deal_id`;

const CELLS = `
  select l.id, l.period, d.key as "dealKey", d.client_name as "clientName", l.payee, l.tranche, l.kind,
    l.amount_minor::text as minor, l.currency, ${isoInSql('l.effective_at')} as "effectiveAt",
    ${isoInSql('l.recorded_at')} as "recordedAt", l.plan_version as "planVersion"
  from ${BATCH}
  order by l.period, l.recorded_at, l.id`;

/** A text as a cell of CSV: no formula, and quoted where it needs to be. Keys and codes are neither. */
const cell = (sql: string) => {
  const inert = String.raw`case when ${sql} ~ '^\s*[=+\-@\t\r]' then '''' || ${sql} else ${sql} end`;
  const quoted = `'"' || replace(${inert}, '"', '""') || '"'`;
  return String.raw`case when ${sql} ~ '[",\r\n]' then ${quoted} else ${inert} end`;
};

const AS_CSV = `
  select string_agg(line, '' order by period, recorded_at, id) as csv, count(*) as count,
    (array_agg(period order by period, recorded_at, id))[count(*)::int] as period,
    (array_agg("recordedAt" order by period, recorded_at, id))[count(*)::int] as "recordedAt",
    (array_agg(id order by period, recorded_at, id))[count(*)::int] as id
  from (
    select l.period, l.recorded_at, l.id, ${isoInSql('l.recorded_at')} as "recordedAt",
      concat_ws(',', l.period, d.key, ${cell('d.client_name')}, l.payee, l.tranche, l.kind,
        decimal_amount(l.amount_minor, l.currency), l.currency, ${isoInSql('l.effective_at')},
        ${isoInSql('l.recorded_at')}, ${cell('l.plan_version')}, l.id) || chr(13) || chr(10) as line
    from ${BATCH}) as written
  having count(*) > 0`;
