import { onlyPayeeFor } from '../commission';
import { settledUntil } from '../facts';
import { moneyOf, Refusal, type Request } from '../graphql';
import { dayOfDate, type Instant, isoOf, Zone } from '../rules';
import { heldPayments, type JudgedPayment } from './held';
import type { CommissionReportArgs, Dimension } from './inputs';
import { type Figure, type Movement, movementsOf, type Range } from './movements';
import type { CommissionReport, CommissionReportRow, HeldPart } from './report';

/** More rows than a person reads; a list of lines is for whoever wants them all. */
const ROWS_MAX = 5_000;
const FIGURES = 7;

const LONDON = Zone.named('Europe/London');

/** The figures of one group while they are added up, in minor units. */
interface Group {
  key: Pick<Movement, 'payeeKey' | 'tranche' | 'status' | 'dealKey' | 'lineKind' | 'currency'>;
  lines: number;
  sums: Map<Figure | 'HELD', bigint>;
  held: JudgedPayment[];
}

/**
 * What moved in some months as known at an instant, of one payee alone where one is given; an AE gets their own. Throws
 * BAD_USER_INPUT for an instant that has not passed and for months that end before they begin, LIMIT_EXCEEDED for more
 * rows than a report has.
 */
export async function commissionReport(
  request: Request,
  args: CommissionReportArgs,
  onlyFor: string | null = null,
): Promise<CommissionReport> {
  const { db, now, viewer } = request;
  const { period, groupBy } = args;
  const until = args.until ?? period;
  const knownAt = args.knownAt ?? now;
  if (knownAt > now)
    throw new Refusal('BAD_USER_INPUT', `${isoOf(knownAt)} has not passed: nothing can be known then`, 'knownAt');
  if (until < period) throw new Refusal('BAD_USER_INPUT', `${until} is before ${period}`, 'until');
  await request.loading.by(settledUntil).load(knownAt);
  const range = { period, until, knownAt, payee: onlyPayeeFor(viewer) ?? onlyFor, groupBy };
  const movements = await movementsOf(db, range, ROWS_MAX * FIGURES + 1);
  const groups = grouped(movements);
  if (!groupBy.includes('LINE_KIND')) addHeld(groups, await heldAtEnd(request, range), groupBy);
  if (groups.size > ROWS_MAX || movements.length > ROWS_MAX * FIGURES)
    throw new Refusal('LIMIT_EXCEEDED', `a report has at most ${ROWS_MAX} rows: group by less`, 'groupBy');
  const all = [...groups.values()].sort((a, b) => compareGroups(a, b, groupBy));
  const whole = [...wholeOf(all).values()].sort((a, b) => compareGroups(a, b, []));
  const isHeldTold = !groupBy.includes('LINE_KIND');
  const rows = all.map((group) => rowOf(group, isHeldTold));
  const summary = whole.map((group) => rowOf(group, isHeldTold));
  return { period, until, knownAt, groupBy, rows, summary, totals: summary.map(({ amount }) => amount) };
}

/** What is held when the months end, or now where they have not ended by then. */
function heldAtEnd(request: Request, { until, knownAt, payee }: Range): Promise<JudgedPayment[]> {
  return heldPayments(request, { effectiveAt: Math.min(endOf(until), knownAt), knownAt, payee });
}

/** The last instant of a month, in London. */
function endOf(month: string): Instant {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return LONDON.startOf(dayOfDate(`${next}-01`)) - 1;
}

function grouped(movements: readonly Movement[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { figure, lines, minor, ...key } of movements) {
    const group = groupIn(groups, key);
    group.lines += lines;
    add(group, figure, BigInt(minor));
  }
  return groups;
}

function addHeld(groups: Map<string, Group>, held: readonly JudgedPayment[], groupBy: readonly Dimension[]): void {
  for (const one of held) {
    const { tranche, payee, status, amount } = one.payment;
    const of = <T>(dimension: Dimension, value: T) => (groupBy.includes(dimension) ? value : null);
    const group = groupIn(groups, {
      payeeKey: of('PAYEE', payee),
      tranche: of('TRANCHE', tranche),
      status: of('STATUS', status),
      dealKey: of('DEAL', one.dealKey),
      lineKind: null,
      currency: one.currency,
    });
    add(group, 'HELD', amount);
    group.held.push(one);
  }
}

function groupIn(groups: Map<string, Group>, key: Group['key']): Group {
  const { payeeKey, tranche, status, dealKey, lineKind, currency } = key;
  const name = JSON.stringify([payeeKey, tranche, status, dealKey, lineKind, currency]);
  const known = groups.get(name);
  if (known) return known;
  const group: Group = { key, lines: 0, sums: new Map(), held: [] };
  groups.set(name, group);
  return group;
}

function add({ sums }: Group, figure: Figure | 'HELD', minor: bigint): void {
  sums.set(figure, (sums.get(figure) ?? 0n) + minor);
}

/** All groups together, one for each currency. */
function wholeOf(groups: readonly Group[]): Map<string, Group> {
  const whole = new Map<string, Group>();
  for (const { key, lines, sums, held } of groups) {
    const nothing = { payeeKey: null, tranche: null, status: null, dealKey: null, lineKind: null };
    const group = groupIn(whole, { ...nothing, currency: key.currency });
    group.lines += lines;
    for (const [figure, minor] of sums) add(group, figure, minor);
    group.held.push(...held);
  }
  return whole;
}

const NAMES: Readonly<Record<Dimension, keyof Group['key']>> = {
  PAYEE: 'payeeKey',
  TRANCHE: 'tranche',
  STATUS: 'status',
  DEAL: 'dealKey',
  LINE_KIND: 'lineKind',
};

function compareGroups(a: Group, b: Group, groupBy: readonly Dimension[]): number {
  for (const name of [...groupBy.map((dimension) => NAMES[dimension]), 'currency' as const]) {
    const [mine, theirs] = [a.key[name] ?? '', b.key[name] ?? ''];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

function rowOf({ key, lines, sums, held }: Group, isHeldTold: boolean): CommissionReportRow {
  const { currency, ...names } = key;
  const minor = (figure: Figure | 'HELD') => sums.get(figure) ?? 0n;
  const money = (amount: bigint) => moneyOf(amount, currency);
  const moved = minor('TRANCHE') + minor('TRUE_UP') + minor('CLAWBACK') + minor('REVERSAL');
  return {
    ...(names as Pick<CommissionReportRow, 'payeeKey' | 'tranche' | 'status' | 'dealKey' | 'lineKind'>),
    lines,
    amount: money(moved),
    opening: money(minor('OPENING')),
    earned: isHeldTold ? money(minor('EARNED')) : null,
    released: money(minor('TRANCHE')),
    held: isHeldTold ? money(minor('HELD')) : null,
    heldBy: heldParts(held),
    truedUp: money(minor('TRUE_UP')),
    clawedBack: money(minor('CLAWBACK')),
    reversed: money(minor('REVERSAL')),
    paid: money(minor('PAID')),
    closing: money(minor('OPENING') + moved - minor('PAID')),
  };
}

/** What is held by which clock, and whose that is; a payment that two clocks hold is in both parts. */
function heldParts(held: readonly JudgedPayment[]): HeldPart[] {
  const parts = new Map<string, { part: Omit<HeldPart, 'amount'>; currency: string; minor: bigint }>();
  for (const { payment, currency } of held)
    for (const { sla, accountable } of payment.heldBy.length > 0 ? payment.heldBy : [NO_TRIGGER]) {
      const name = JSON.stringify([sla, accountable]);
      const known = parts.get(name);
      if (known) known.minor += payment.amount;
      else parts.set(name, { part: { sla, accountable }, currency, minor: payment.amount });
    }
  const names = [...parts.keys()].sort();
  return names.map((name) => {
    const { part, currency, minor } = parts.get(name)!;
    return { ...part, amount: moneyOf(minor, currency) };
  });
}

/** A deal whose handoff never began holds its tranches without a clock (rules.md §7). */
const NO_TRIGGER = { sla: null, accountable: null };
