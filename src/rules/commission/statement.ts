import type { DealState } from '../deal';
import type { DealEvent } from '../facts';
import { remedied, type SlaClock } from '../handoff/clocks';
import type { Minor } from '../money';
import type { Calendar } from '../time/calendar';
import { workingDaysBetween } from '../time/deadlines';
import type { Instant } from '../time/instant';
import { dateInWords, moneyInWords, percent } from '../words';
import type { TrancheState } from './commission';
import { type CommissionLine, cutBp, cuttingClocks } from './lines';
import type { TrancheCode } from './plan';
import { holdingClocks } from './release';
import { entitlementAt, feeAt, payeePart, splitAt } from './terms';

/** What a line is told from: the deal as at the line's instant, as it was known when the line was posted. */
export interface LineStory {
  state: DealState;
  line: CommissionLine;
  accountExecutive: string;
  currency: string;
  calendar: Calendar;
}

/** What a tranche is called. */
const TRANCHES: Readonly<Record<TrancheCode, string>> = {
  SOW_SIGNED: 'SoW signed',
  WEEK_2_WORKSHOP: 'Week 2 workshop',
  WEEK_12_BOARD_REPORT: 'Week 12 board report',
};

const MILESTONES: Readonly<Record<TrancheCode, string>> = {
  SOW_SIGNED: 'when both had signed',
  WEEK_2_WORKSHOP: 'when the Week 2 workshop was delivered',
  WEEK_12_BOARD_REPORT: 'when the Week 12 board report was delivered',
};

const DONE: Readonly<Record<string, string>> = {
  SUBMIT_PACKAGE: 'the handoff package came in',
  HOLD_CALL: 'the handoff call was held',
  SEND_INTRO: 'the introduction was sent',
};

/**
 * How a line came about, in a sentence that finance can read: `£1,440.00 = 30% of £4,800.00 (10% of £48,000.00, fee
 * agreed 2 April 2026, plan standard-1), released 20 May 2026 when the handoff package came in, 26 working days late`.
 */
export function lineInWords(story: LineStory): string {
  const { line, state } = story;
  const tranche = state.commission.tranches.find(({ tranche: code }) => code === line.tranche);
  if (!tranche || line.kind === 'REVERSAL') return moneyInWords(line.amount, story.currency);
  if (line.kind === 'CLAWBACK') return clawBackInWords(story);
  return line.kind === 'TRANCHE' ? releaseInWords(story, tranche) : trueUpInWords(story, tranche);
}

/** How a reversal came about: the line that it takes back, and the fact after which that was no longer true. */
export function reversalInWords(
  original: { amount: Minor; effectiveAt: Instant; tranche: TrancheCode },
  cause: DealEvent,
  withdrawn: DealEvent | undefined,
  { currency, calendar }: { currency: string; calendar: Calendar },
): string {
  const zone = calendar.zone.name;
  const taken = `${moneyInWords(original.amount, currency)} of ${dateInWords(original.effectiveAt, zone)}`;
  const { fact } = cause;
  if (fact.type === 'EVENT_RETRACTED' && withdrawn)
    return (
      `Takes back ${taken}: ${withdrawn.fact.type} of ${dateInWords(withdrawn.occurredAt, zone)} was withdrawn ` +
      `(${fact.reason})`
    );
  return `Takes back ${taken}: ${fact.type} of ${dateInWords(cause.occurredAt, zone)} has changed what is due`;
}

function releaseInWords(story: LineStory, tranche: TrancheState): string {
  const { line, calendar } = story;
  const released = `released ${dateInWords(line.effectiveAt, calendar.zone.name)}`;
  return `${calculationInWords(story, tranche, line.amount)}, ${released} ${reasonInWords(story, tranche)}`;
}

/** `£1,440.00 = 30% of £4,800.00 (10% of £48,000.00, fee agreed 2 April 2026, plan standard-1)`. */
function calculationInWords(story: LineStory, { releasedAt, trancheIndex }: TrancheState, amount: Minor): string {
  const { state, line, currency, calendar, accountExecutive } = story;
  const ground = { history: state.history, plan: state.plan, accountExecutive };
  const money = (minor: Minor) => moneyInWords(minor, currency);
  const fee = feeAt(state.history, line.effectiveAt);
  const agreed = fee ? `fee agreed ${dateInWords(fee.occurredAt, calendar.zone.name)}` : 'no fee agreed';
  const ofFee = `${percent(state.plan.rateBp)} of ${money(fee?.fact.amount ?? 0n)}`;
  const source = `(${ofFee}, ${agreed}, plan ${state.plan.version})`;
  const entitlement = entitlementAt(ground, line.effectiveAt);
  const split = splitAt(ground, releasedAt ?? line.effectiveAt);
  const shareBp = split.find(({ person }) => person === line.payee)?.shareBp ?? 0;
  const part = payeePart(ground, split, line.payee, line.effectiveAt);
  const whole =
    split.length === 1
      ? `${money(entitlement)} ${source}`
      : `${money(part)}, which is ${percent(shareBp)} of ${money(entitlement)} ${source}`;
  const trancheBp = state.plan.tranches[trancheIndex]?.shareBp ?? 0;
  return `${money(amount)} = ${percent(trancheBp)} of ${whole}${cutInWords(story, releasedAt)}`;
}

function cutInWords({ state, line, accountExecutive }: LineStory, releasedAt: Instant | null): string {
  if (releasedAt === null) return '';
  const ground = { history: state.history, plan: state.plan, accountExecutive };
  const bp = cutBp(releasedAt, line.effectiveAt, ground, state.handoff.slas);
  if (bp === 0) return '';
  const clocks = cuttingClocks(releasedAt, line.effectiveAt, state.handoff.slas).map(({ sla }) => sla);
  return `, less ${percent(bp)} for ${clocks.join(' and ')}`;
}

function reasonInWords({ state, line, calendar }: LineStory, { milestone, tranche }: TrancheState): string {
  const { handoff, plan } = state;
  if (tranche === 'SOW_SIGNED' || line.effectiveAt === milestone.at) return MILESTONES[tranche];
  const clock = holdingClocks({ plan, clocks: handoff.slas, triggeredAt: handoff.triggeredAt }).find(
    (held) => remedied(held) === line.effectiveAt,
  );
  if (!clock) return 'when the handoff was triggered';
  if (clock.metAt !== line.effectiveAt) return `when ${clock.sla} was waived`;
  return `when ${DONE[clock.sla] ?? `${clock.sla} was done`}, ${latenessInWords(clock, calendar)}`;
}

function latenessInWords({ dueAt, metAt }: SlaClock, calendar: Calendar): string {
  const days = workingDaysBetween(dueAt!, metAt!, calendar);
  if (days === null) return 'late';
  return days === 0 ? 'late on the day' : `${days} working ${days === 1 ? 'day' : 'days'} late`;
}

function trueUpInWords(story: LineStory, tranche: TrancheState): string {
  const { line, state, currency, calendar } = story;
  const lines = tranche.lines.find(({ payee }) => payee === line.payee)?.lines ?? [];
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const amended = state.history.all('FEE_AGREED').some(({ occurredAt }) => occurredAt === line.effectiveAt);
  const waived = state.history.all('SLA_WAIVED').find(({ occurredAt }) => occurredAt === line.effectiveAt);
  const because = amended || !waived ? 'the fee was amended' : `${waived.fact.sla} was waived`;
  const at = dateInWords(line.effectiveAt, calendar.zone.name);
  const difference = moneyInWords(line.amount < 0n ? -line.amount : line.amount, currency);
  const change = `${difference} ${line.amount < 0n ? 'less' : 'more'} for ${TRANCHES[line.tranche]}`;
  return `${change}, because ${because} ${at}: ${calculationInWords(story, tranche, total)}`;
}

function clawBackInWords({ line, state, currency, calendar }: LineStory): string {
  const taken = moneyInWords(-line.amount, currency);
  const cancelled = dateInWords(line.effectiveAt, calendar.zone.name);
  const released = `${taken} released for ${TRANCHES[line.tranche]}`;
  return `Takes back ${released}: the deal was cancelled ${cancelled}, and plan ${state.plan.version} claws back`;
}
