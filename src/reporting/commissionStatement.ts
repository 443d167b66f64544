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
import { type CommissionLine, type DealEvent, isoOf, type LineKind, lineInWords, reversalInWords } from '../rules';
import { termsBook } from '../terms';
import {
  CommissionStatement,
  type CommissionStatementArgs,
  StatementLine,
  type StatementLineRow,
  type StatementTotal,
} from './statement';

interface Total {
  lineKind: LineKind;
  currency: string;
  lines: number;
  minor: string;
}

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
  const totals = await db.query<Total>(TOTALS, [payee, period, isoOf(knownAt)], 'statement_totals');
  return Object.assign(new CommissionStatement(), {
    ...{ period, knownAt, payeeKey: payee },
    totals: totals.map(
      ({ minor, currency, ...total }): StatementTotal => ({ ...total, amount: moneyOf(BigInt(minor), currency) }),
    ),
    due: dueOf(totals),
  });
}

function dueOf(totals: readonly Total[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of totals) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => moneyOf(sum, currency));
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
  const [deal, history, book] = await Promise.all([
    loading.by(headersById).load(row.dealId),
    loading.by(historiesOf).load(row.dealId),
    termsBook(db),
  ]);
  const effectiveAt = Date.parse(row.effectiveAt);
  const { calendar } = book.termsOf(deal);
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

const TOTALS = `
  select l.kind as "lineKind", l.currency, count(*)::int as lines, sum(l.amount_minor)::text as minor
  from commission_line l where ${OF_PAYEE}
  group by l.kind, l.currency
  order by array_position(array['TRANCHE', 'TRUE_UP', 'CLAWBACK', 'REVERSAL'], l.kind), l.currency`;

const LINES = `
  select l.id, l.deal_id as "dealId", d.key as "dealKey", d.client_name as "clientName", l.kind, l.tranche, l.payee,
    l.currency, l.amount_minor::text as minor, ${isoInSql('l.effective_at')} as "effectiveAt",
    ${isoInSql('l.recorded_at')} as "recordedAt", l.plan_version as "planVersion", l.event_id as "eventId",
    (select r.amount_minor::text from commission_line r where r.deal_id = l.deal_id and r.id = l.reverses)
      as "reversedMinor"
  from commission_line l join deal d on d.id = l.deal_id
  where ${OF_PAYEE} and ($6::uuid is null or (l.effective_at, l.id) > ($5::timestamptz, $6::uuid))
  order by l.effective_at, l.id limit $4`;
