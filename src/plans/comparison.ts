import { setImmediate as nextTurn } from 'node:timers/promises';
import { asOf, headersById, historiesOf, stateOf } from '../facts';
import { moneyOf, Refusal, type Request } from '../graphql';
import { type CommissionPlan, checkPlan, type DealState, STANDARD_PLAN, type Zone } from '../rules';
import { type TermsBook, termsBook } from '../terms';
import type { PlanWhatIfArgs } from './inputs';
import type { PlanComparison, PlanComparisonRow } from './objects';

/** Deals that are in memory at a time. */
const BATCH_DEALS = 200;
const MONTHS_MAX = 24;

/** What one payee got in one month, in minor units. */
interface Sums {
  month: string;
  payeeKey: string | null;
  currency: string;
  actual: bigint;
  hypothetical: bigint;
}

/**
 * What some months would have cost under other terms: every deal of a plan is judged anew from its facts, as they are
 * and under these terms, in batches of two statements each. Throws a Refusal or RuleError at what is wrong.
 */
export async function planWhatIf(request: Request, args: PlanWhatIfArgs): Promise<PlanComparison> {
  const { plan: code, from, until } = args;
  demandMonths(from, until);
  const book = await termsBook(request.db);
  if (book.plan(code).length === 0) throw new Refusal('NOT_FOUND', `There is no plan "${code}"`, 'plan');
  const other = book.withPlan(code, otherTerms(book, args));
  const sums = new Map<string, Sums>();
  let deals = 0;
  for (let after: string | null = null; ; await nextTurn()) {
    const ids: string[] = await batchOf(request, code, after);
    if (ids.length > 0) await judge(request, ids, book, other, { from, until, sums });
    deals += ids.length;
    if (ids.length < BATCH_DEALS) break;
    after = ids.at(-1)!;
  }
  const all = [...sums.values()].filter(({ actual, hypothetical }) => actual !== 0n || hypothetical !== 0n);
  return { deals, rows: inOrder(all).map(rowOf), totals: inOrder(totalled(all)).map(rowOf) };
}

function demandMonths(from: string, until: string): void {
  if (until < from) throw new Refusal('BAD_USER_INPUT', `${until} is before ${from}`, 'until');
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  if (number(until) - number(from) >= MONTHS_MAX)
    throw new Refusal('LIMIT_EXCEEDED', `at most ${MONTHS_MAX} months are compared`, 'until');
}

function otherTerms(book: TermsBook, { terms, version }: PlanWhatIfArgs): CommissionPlan {
  if (Boolean(terms) === Boolean(version))
    throw new Refusal('BAD_USER_INPUT', 'give either terms or the version of a plan', 'terms');
  if (terms) {
    const { rateBp, tranches, effects, onCancel } = terms;
    const plan = { rateBp, tranches, effects, onCancel };
    checkPlan(plan);
    return { ...plan, version: 'simulated', effectiveFrom: STANDARD_PLAN.effectiveFrom };
  }
  const known = book.planVersion(version!);
  if (!known) throw new Refusal('NOT_FOUND', `There is no version "${version}"`, 'version');
  return { ...known, effectiveFrom: STANDARD_PLAN.effectiveFrom };
}

async function batchOf({ db }: Request, code: string, after: string | null): Promise<string[]> {
  const rows = await db.query<{ id: string }>(BATCH, [code, after, BATCH_DEALS], 'deals_of_plan');
  return rows.map(({ id }) => id);
}

/** The loaders of the request would keep every history: these are forgotten with their batch. */
async function judge(
  request: Request,
  ids: readonly string[],
  book: TermsBook,
  other: TermsBook,
  into: { from: string; until: string; sums: Map<string, Sums> },
): Promise<void> {
  const [deals, histories] = await Promise.all([headersById(request, ids), historiesOf(request, ids)]);
  for (let index = 0; index < ids.length; index++) {
    const [deal, events] = [deals[index]!, histories[index]!];
    if (deal instanceof Error || events instanceof Error) throw deal;
    const when = asOf({}, deal, request.now);
    const { zone } = book.termsOf(deal).calendar;
    add(into, stateOf(deal, events, book, when), zone, deal.currency, 'actual');
    add(into, stateOf(deal, events, other, when), zone, deal.currency, 'hypothetical');
  }
}

function add(
  { from, until, sums }: { from: string; until: string; sums: Map<string, Sums> },
  { commission }: DealState,
  zone: Zone,
  currency: string,
  side: 'actual' | 'hypothetical',
): void {
  for (const { payee, amount, effectiveAt } of commission.lines) {
    const month = zone.dateOf(zone.dayOf(effectiveAt)).slice(0, 7);
    if (month >= from && month <= until) sumIn(sums, month, payee, currency)[side] += amount;
  }
}

function sumIn(sums: Map<string, Sums>, month: string, payeeKey: string | null, currency: string): Sums {
  const name = `${month} ${payeeKey ?? ''} ${currency}`;
  const known = sums.get(name) ?? { month, payeeKey, currency, actual: 0n, hypothetical: 0n };
  sums.set(name, known);
  return known;
}

function totalled(all: readonly Sums[]): Sums[] {
  const totals = new Map<string, Sums>();
  for (const { month, currency, actual, hypothetical } of all) {
    const total = sumIn(totals, month, null, currency);
    total.actual += actual;
    total.hypothetical += hypothetical;
  }
  return [...totals.values()];
}

function inOrder(all: readonly Sums[]): Sums[] {
  const name = ({ month, payeeKey, currency }: Sums) => `${month} ${payeeKey ?? ''} ${currency}`;
  return [...all].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

function rowOf({ month, payeeKey, currency, actual, hypothetical }: Sums): PlanComparisonRow {
  const money = (minor: bigint) => moneyOf(minor, currency);
  const difference = money(hypothetical - actual);
  return { month, payeeKey, actual: money(actual), hypothetical: money(hypothetical), difference };
}

const BATCH = `
  select id from deal where plan_code = $1 and ($2::uuid is null or id > $2) order by id limit $3`;
