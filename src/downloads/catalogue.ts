import { settledUntil } from '../facts';
import { type Money, Refusal, type Request } from '../graphql';
import { reconcile } from '../ledger';
import { PAYROLL_COLUMNS, paidBy, payrollColumns, readRunId, runsById } from '../payruns';
import { peopleByKey } from '../people';
import {
  commissionForecast,
  commissionLiability,
  commissionReport,
  DIMENSIONS,
  HEALTH_DIMENSIONS,
  handoffHealth,
  statementTable,
  type WordedLine,
} from '../reporting';
import { isoOf } from '../rules';
import { type LinesAsked, linesCsv, linesTable } from './lines';
import type { Parameters } from './parameters';
import { statementPdf } from './statementPdf';
import { type Column, type Table, tableOf } from './table';

/** A report as a file: whoever may ask the field of `Query` may have it. */
export interface Download {
  /** The field of `Query` whose readers may have it. */
  field: string;
  /** The table that some parameters ask for, and what names it in the file's name. */
  open: (request: Request, parameters: Parameters) => Promise<{ table: Table; title: string }>;
  /** The same as CSV that is not made of the table, where that is many rows. */
  asCsv?: (request: Request, parameters: Parameters) => Promise<{ title: string; body: AsyncIterable<string> }>;
  /** The same for a printer, where a person would rather look than read. */
  onPaper?: (request: Request, parameters: Parameters) => Promise<{ title: string; body: Buffer }>;
}

/** Every report that can be downloaded, by its name in the URL. */
export const DOWNLOADS: Readonly<Record<string, Download>> = {
  'commission-report': { field: 'commissionReport', open: openReport },
  'commission-lines': { field: 'commissionReport', open: openLines, asCsv: linesAsCsv },
  'commission-statement': { field: 'commissionStatement', open: openStatement, onPaper: statementOnPaper },
  'commission-liability': { field: 'commissionLiability', open: openLiability },
  'commission-forecast': { field: 'commissionForecast', open: openForecast },
  'handoff-health': { field: 'handoffHealth', open: openHealth },
  payroll: { field: 'payRuns', open: openPayroll },
  reconciliation: { field: 'reconciliation', open: openReconciliation },
};

async function openReport(request: Request, parameters: Parameters) {
  const args = {
    period: parameters.month('period'),
    until: parameters.optionalMonth('until'),
    groupBy: parameters.listOf('groupBy', DIMENSIONS),
    knownAt: parameters.optionalInstant('knownAt'),
  };
  parameters.demandAllRead();
  const { rows, period, until, knownAt } = await commissionReport(request, args);
  type Row = (typeof rows)[number];
  const amount = (name: string, of: (row: Row) => Money | null) => amountColumn<Row>(name, of);
  const columns = [
    text<Row>('payee', ({ payeeKey }) => payeeKey),
    text<Row>('tranche', ({ tranche }) => tranche),
    text<Row>('status', ({ status }) => status),
    text<Row>('deal', ({ dealKey }) => dealKey),
    text<Row>('kind', ({ lineKind }) => lineKind),
    text<Row>('currency', ({ amount: { currency } }) => currency),
    { name: 'lines', kind: 'integer', of: ({ lines }: Row) => lines } as const,
    amount('opening', ({ opening }) => opening),
    amount('earned', ({ earned }) => earned),
    amount('released', ({ released }) => released),
    amount('held', ({ held }) => held),
    amount('trued up', ({ truedUp }) => truedUp),
    amount('clawed back', ({ clawedBack }) => clawedBack),
    amount('reversed', ({ reversed }) => reversed),
    amount('amount', (row) => row.amount),
    amount('paid', ({ paid }) => paid),
    amount('closing', ({ closing }) => closing),
  ];
  return { table: tableOf(columns, rows), title: `${period}-${until}-${stamp(knownAt)}` };
}

async function openLines(request: Request, parameters: Parameters) {
  const asked = await linesAsked(request, parameters);
  return { table: linesTable(request, asked), title: titleOf(asked) };
}

async function linesAsCsv(request: Request, parameters: Parameters) {
  const asked = await linesAsked(request, parameters);
  return { body: linesCsv(request, asked), title: titleOf(asked) };
}

async function linesAsked(request: Request, parameters: Parameters): Promise<LinesAsked> {
  const period = parameters.month('period');
  const until = parameters.optionalMonth('until') ?? period;
  const knownAt = parameters.optionalInstant('knownAt') ?? request.now;
  parameters.demandAllRead();
  if (knownAt > request.now) throw new Refusal('BAD_USER_INPUT', `${isoOf(knownAt)} has not passed`, 'knownAt');
  if (until < period) throw new Refusal('BAD_USER_INPUT', `${until} is before ${period}`, 'until');
  await request.loading.by(settledUntil).load(knownAt);
  return { period, until, knownAt };
}

function titleOf({ period, until, knownAt }: LinesAsked): string {
  return `${period}-${until}-${stamp(knownAt)}`;
}

async function openStatement(request: Request, parameters: Parameters) {
  const args = {
    payee: parameters.text('payee'),
    period: parameters.month('period'),
    knownAt: parameters.optionalInstant('knownAt'),
  };
  parameters.demandAllRead();
  const { statement, batches } = await statementTable(request, args);
  type Row = typeof batches extends AsyncIterable<infer B> ? (B extends readonly (infer R)[] ? R : never) : never;
  const columns = [
    { name: 'effective at', kind: 'instant', of: ({ line }: Row) => line.effectiveAt } as const,
    text<Row>('deal', ({ line }) => line.dealKey),
    text<Row>('client', ({ line }) => line.clientName),
    text<Row>('tranche', ({ line }) => line.tranche),
    text<Row>('kind', ({ line }) => line.lineKind),
    amountColumn<Row>('amount', ({ line }) => line.amount),
    text<Row>('currency', ({ line }) => line.amount.currency),
    text<Row>('how it came about', ({ words }) => words),
    { name: 'recorded at', kind: 'instant', of: ({ line }: Row) => line.recordedAt } as const,
    text<Row>('plan', ({ line }) => line.planVersion),
  ];
  async function* cells() {
    for await (const rows of batches) yield rows.map((row) => columns.map(({ of }) => of(row)));
  }
  const title = `${statement.payeeKey}-${statement.period}-${stamp(statement.knownAt)}`;
  return { table: { columns: columns.map(({ name, kind }) => ({ name, kind })), batches: cells() }, title };
}

async function statementOnPaper(request: Request, parameters: Parameters) {
  const args = {
    payee: parameters.text('payee'),
    period: parameters.month('period'),
    knownAt: parameters.optionalInstant('knownAt'),
  };
  parameters.demandAllRead();
  const { statement, batches } = await statementTable(request, args);
  const { payeeKey: key, period, knownAt } = statement;
  const lines: WordedLine[] = [];
  for await (const batch of batches) lines.push(...batch);
  const { rows: figures } = await commissionReport(request, { period, groupBy: [], knownAt }, key);
  const { name } = await request.loading.by(peopleByKey).load(key);
  const body = await statementPdf({ name, key, period, knownAt, figures, lines });
  return { title: `${key}-${period}-${stamp(knownAt)}`, body };
}

async function openLiability(request: Request, parameters: Parameters) {
  const args = { at: parameters.date('at'), knownAt: parameters.optionalInstant('knownAt') };
  parameters.demandAllRead();
  const { rows, at, knownAt } = await commissionLiability(request, args);
  type Row = (typeof rows)[number];
  const columns = [
    text<Row>('payee', ({ payeeKey }) => payeeKey),
    text<Row>('currency', ({ unpaid: { currency } }) => currency),
    amountColumn<Row>('unpaid', ({ unpaid }) => unpaid),
    amountColumn<Row>('held', ({ held }) => held),
    amountColumn<Row>('accrued', ({ accrued }) => accrued),
    amountColumn<Row>('not yet earned', ({ notYetEarned }) => notYetEarned),
  ];
  return { table: tableOf(columns, rows), title: `${at}-${stamp(knownAt)}` };
}

async function openForecast(request: Request, parameters: Parameters) {
  parameters.demandAllRead();
  const { rows, knownAt } = await commissionForecast(request);
  type Row = (typeof rows)[number];
  const columns = [
    text<Row>('month', ({ month }) => month),
    text<Row>('payee', ({ payeeKey }) => payeeKey),
    text<Row>('tranche', ({ tranche }) => tranche),
    { name: 'payments', kind: 'integer', of: ({ payments }: Row) => payments } as const,
    text<Row>('currency', ({ expected: { currency } }) => currency),
    amountColumn<Row>('expected', ({ expected }) => expected),
    amountColumn<Row>('at risk', ({ atRisk }) => atRisk),
    text<Row>('because of', ({ reasons }) =>
      reasons.map(({ reason, sla }) => (sla ? `${reason}:${sla}` : reason)).join(' '),
    ),
  ];
  return { table: tableOf(columns, rows), title: stamp(knownAt) };
}

async function openHealth(request: Request, parameters: Parameters) {
  const [by = null, ...others] = parameters.listOf('groupBy', HEALTH_DIMENSIONS);
  if (others.length > 0) throw new Refusal('BAD_USER_INPUT', 'handoffs are grouped by one thing', 'groupBy');
  const args = { from: parameters.date('from'), to: parameters.date('to'), groupBy: by };
  parameters.demandAllRead();
  const { rows, total, from, to } = await handoffHealth(request, args);
  const clocks = (by ? rows : [total]).flatMap((row) => row.slas.map((sla) => ({ row, sla })));
  type Row = (typeof clocks)[number];
  const count = (name: string, of: (row: Row) => number | null) => ({ name, kind: 'integer', of }) as const;
  const columns = [
    text<Row>('person', ({ row }) => row.personKey),
    count('handoffs', ({ row }) => row.handoffs),
    count('with faults', ({ row }) => row.withFaults),
    text<Row>('clock', ({ sla }) => sla.sla),
    count('on time', ({ sla }) => sla.onTime),
    count('late', ({ sla }) => sla.late),
    count('waived', ({ sla }) => sla.waived),
    count('open', ({ sla }) => sla.open),
    count('stopped', ({ sla }) => sla.stopped),
    count('on time of 10,000', ({ sla }) => sla.onTimeBp),
    count('median minutes', ({ sla }) => sla.medianMinutes),
    count('median minutes from trigger', ({ sla }) => sla.medianMinutesFromTrigger),
  ];
  return { table: tableOf(columns, clocks), title: `${from}-${to}` };
}

async function openPayroll(request: Request, parameters: Parameters) {
  const given = parameters.text('payRun');
  const asked = parameters.listOf('columns', PAYROLL_COLUMNS);
  parameters.demandAllRead();
  const run = await request.loading.by(runsById).load(readRunId(given));
  if (!run) throw new Refusal('NOT_FOUND', `There is no pay run "${given}"`, 'payRun');
  const columns = payrollColumns(asked.length > 0 ? asked : null, request.payrollColumns);
  return { table: tableOf(columns, await paidBy(request, run)), title: `${run.period}-${run.status.toLowerCase()}` };
}

async function openReconciliation(request: Request, parameters: Parameters) {
  parameters.demandAllRead();
  const checks = await reconcile(request.db);
  type Row = (typeof checks)[number];
  const columns = [
    text<Row>('check', ({ code }) => code),
    text<Row>('what must be true', ({ description }) => description),
    text<Row>('is it', ({ isFine }) => (isFine ? 'yes' : 'NO')),
    { name: 'broken by', kind: 'integer', of: ({ count }: Row) => count } as const,
    text<Row>('deals', ({ deals }) => deals.join(' ')),
    text<Row>('lines', ({ lines }) => lines.join(' ')),
  ];
  return { table: tableOf(columns, checks), title: stamp(request.now) };
}

function text<Row>(name: string, of: (row: Row) => string | null): Column & { of: (row: Row) => string | null } {
  return { name, kind: 'text', of };
}

function amountColumn<Row>(name: string, of: (row: Row) => Money | null) {
  return { name, kind: 'amount', of: (row: Row) => of(row)?.amount ?? null } as const;
}

/** An instant as a file's name can have it. */
function stamp(instant: number): string {
  return `known-${isoOf(instant).replaceAll(':', '')}`;
}
