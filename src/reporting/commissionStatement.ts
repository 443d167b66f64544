import { isoInSql } from '../database';
import { headersById, historiesOf, settledUntil, stateOf } from '../facts';
import {
  cursor,
  isInstant,
  isUuid,
  moneyOf,
  type Page,
  type PageArgs,
  pageOf,
  Refusal,
  type Request,
} from '../graphql';
import { findPeople } from '../people';
import { type CommissionLine, type DealEvent, isoOf, LINE_KINDS, lineInWords, reversalInWords } from '../rules';
import { termsFor } from '../terms';
import { type Figure, type Movement, movementsOf } from './movements';
import {
  CommissionStatement,
  type CommissionStatementArgs,
  type StatementBalance,
  StatementLine,
  type StatementLineRow,
  type StatementTotal,
} from './statement';

/**
 * What is paid to somebody for a month as known at an instant. Throws NOT_FOUND at `payee` for nobody, and for an AE
 * who asks for another's; BAD_USER_INPUT for an instant that has not passed.
 */
export async function commissionStatement(
  request: Request,
  args: CommissionStatementArgs,
): Promise<CommissionStatement> {
  const { db, now, viewer } = request;
  const { payee, period } = args;
  const knownAt = args.knownAt ?? now;
  if (knownAt > now)
    throw new Refusal('BAD_USER_INPUT', `${isoOf(knownAt)} has not passed: nothing can be known then`, 'knownAt');
  const isOthers = viewer.role === 'ACCOUNT_EXECUTIVE' && viewer.personKey !== payee;
  if (isOthers || !(await findPeople(db, [payee])).has(payee))
    throw new Refusal('NOT_FOUND', `There is no payee "${payee}"`, 'payee');
  await request.loading.by(settledUntil).load(knownAt);
  const range = { period, until: period, knownAt, payee, groupBy: [] };
  const moved = await movementsOf(db, range, FIGURES_MAX);
  const movements = moved.filter(({ figure }) => figure !== 'EARNED');
  const runs = await db.query<Run>(RUNS, [payee, period, isoOf(knownAt)], 'statement_runs');
  const balances = balancesOf(movements, runs);
  return Object.assign(new CommissionStatement(), {
    ...{ period, knownAt, payeeKey: payee, balances },
    totals: totalsOf(movements),
    due: balances.flatMap(({ amount }) => (hasLines(movements, amount.currency) ? [amount] : [])),
  });
}

/** As many figures as there can be of all currencies. */
const FIGURES_MAX = 2_000;

/** What the paid run of the month says of the payee, in one currency. */
interface Run {
  currency: string;
  carriedForward: string;
  paidAt: string;
}

function totalsOf(movements: readonly Movement[]): StatementTotal[] {
  return LINE_KINDS.flatMap((lineKind) =>
    movements
      .filter(({ figure }) => figure === lineKind)
      .map(({ currency, lines, minor }) => ({ lineKind, lines, amount: moneyOf(BigInt(minor), currency) })),
  );
}

function hasLines(movements: readonly Movement[], currency: string): boolean {
  return movements.some((movement) => movement.currency === currency && movement.lines > 0);
}

function balancesOf(movements: readonly Movement[], runs: readonly Run[]): StatementBalance[] {
  const currencies = [...new Set([...movements, ...runs].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const run = runs.find((one) => one.currency === currency);
    const own = movements.filter((movement) => movement.currency === currency);
    const sum = (...figures: Figure[]) =>
      own.reduce((total, { figure, minor }) => (figures.includes(figure) ? total + BigInt(minor) : total), 0n);
    const [opening, amount, paid] = [sum('OPENING'), sum(...LINE_KINDS), sum('PAID')];
    return {
      opening: moneyOf(opening, currency),
      amount: moneyOf(amount, currency),
      paid: moneyOf(paid, currency),
      closing: moneyOf(opening + amount - paid, currency),
      carriedForward: run ? moneyOf(BigInt(run.carriedForward), currency) : null,
      paidAt: run?.paidAt ?? null,
    };
  });
}

const PLACES = cursor<[string, string]>('statementLines', isInstant, isUuid);

/** A page of a statement's lines, in the order in which they count. */
export async function statementLines(
  { db }: Request,
  { payeeKey, period, knownAt }: CommissionStatement,
  page: PageArgs,
): Promise<Page<StatementLine>> {
  const [effectiveAt, id] = PLACES.read(page.after) ?? [null, null];
  const values = [payeeKey, period, isoOf(knownAt), page.first + 1, effectiveAt, id];
  const rows = await db.query<StatementLineRow>(LINES, values, 'statement_lines');
  return pageOf(
    rows.map((row) => new StatementLine(row)),
    page,
    ({ row }) => PLACES.write([row.effectiveAt, row.id]),
  );
}

/** How a line came about, in words: told from the deal as it was known when the line was posted. */
export async function wordsOf({ row }: StatementLine, { db, loading }: Request): Promise<string> {
  const [deal, history] = await Promise.all([
    loading.by(headersById).load(row.dealId),
    loading.by(historiesOf).load(row.dealId),
  ]);
  const book = await termsFor(db, [deal]);
  const effectiveAt = Date.parse(row.effectiveAt);
  const calendar = book.termsOf(deal).calendar.at(Date.parse(row.recordedAt));
  const about = { accountExecutive: deal.accountExecutive, currency: row.currency, calendar };
  if (row.kind === 'REVERSAL') return reversalOf(row, effectiveAt, about, history);
  const state = stateOf(deal, history, book, { effectiveAt, knownAt: Date.parse(row.recordedAt) });
  const { kind, tranche, payee } = row;
  const line: CommissionLine = { kind, tranche, payee, amount: BigInt(row.minor), effectiveAt };
  return lineInWords({ state, line, ...about });
}

function reversalOf(
  row: StatementLineRow,
  effectiveAt: number,
  about: Parameters<typeof reversalInWords>[3],
  history: readonly DealEvent[],
): string {
  const cause = history.find(({ id }) => id === row.eventId)!;
  const { fact } = cause;
  const withdrawn = fact.type === 'EVENT_RETRACTED' ? history.find(({ id }) => id === fact.retracts) : undefined;
  const original = { amount: BigInt(row.reversedMinor!), effectiveAt, tranche: row.tranche };
  return reversalInWords(original, cause, withdrawn, about);
}

const OF_PAYEE = 'l.payee = $1 and l.period = $2 and l.recorded_at <= $3::timestamptz';

const RUNS = `
  select p.currency, p.carried_forward_minor::text as "carriedForward", ${isoInSql('r.paid_at')} as "paidAt"
  from pay_run r join pay_run_payee p on p.run_id = r.id
  where p.payee = $1 and r.period = $2 and r.status = 'PAID' and r.paid_at <= $3::timestamptz`;

const LINES = `
  select l.id, l.deal_id as "dealId", d.key as "dealKey", d.client_name as "clientName", l.kind, l.tranche, l.payee,
    l.currency, l.amount_minor::text as minor, ${isoInSql('l.effective_at')} as "effectiveAt",
    ${isoInSql('l.recorded_at')} as "recordedAt", l.plan_version as "planVersion", l.event_id as "eventId",
    (select r.amount_minor::text from commission_line r where r.deal_id = l.deal_id and r.id = l.reverses)
      as "reversedMinor"
  from commission_line l join deal d on d.id = l.deal_id
  where ${OF_PAYEE} and ($6::uuid is null or (l.effective_at, l.id) > ($5::timestamptz, $6::uuid))
  order by l.effective_at, l.id limit $4`;
