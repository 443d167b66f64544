import type { DealState } from '../deal';
import type { DealEvent } from '../facts';
import { remedied, type SlaClock } from '../handoff/clocks';
import { type Minor } from '../money';
import { dateInWords, momentInWords, moneyInWords, percent } from '../words';
import type { CommissionPayment, TrancheState } from './commission';
import { type CommissionLine, cutBp } from './lines';
import { holdingClocks } from './release';
import { entitlementAt, feeAt, splitAt } from './terms';

/** One step from the facts to an amount, or to the reason why there is none (contract: `DerivationStep`). */
export interface DerivationStep {
  rule: string;
  detail: string;
  amount: Minor | null;
  events: string[];
}

/** Everything that the steps of one payment are told from. */
interface Story {
  state: DealState;
  payment: CommissionPayment;
  tranche: TrancheState;
  accountExecutive: string;
  currency: string;
  zone: string;
}

/** How a payment came to its amount and its status, step by step (rules.md §7, "Why"). */
export function derivation(
  state: DealState,
  payment: CommissionPayment,
  about: { accountExecutive: string; currency: string; zone: string },
): DerivationStep[] {
  const tranche = state.commission.tranches.find((candidate) => candidate.tranche === payment.tranche);
  if (!tranche) throw new Error(`the plan has no tranche ${payment.tranche}`);
  const story: Story = { state, payment, tranche, ...about };
  return [
    feeStep(story),
    entitlementStep(story),
    splitStep(story),
    trancheStep(story),
    milestoneStep(story),
    ...triggerSteps(story),
    ...holdSteps(story),
    ...cutSteps(story),
    ...lineSteps(story),
    ...cancelSteps(story),
  ];
}

function feeStep({ state, currency, zone }: Story): DerivationStep {
  const fee = feeAt(state.history, state.history.effectiveAt);
  if (!fee) return step('§1 fee', 'No fee is agreed yet', 0n);
  const detail = `Fee of ${moneyInWords(fee.fact.amount, currency)}, agreed ${dateInWords(fee.occurredAt, zone)}`;
  return step('§1 fee', detail, fee.fact.amount, [fee]);
}

function entitlementStep({ state, accountExecutive, currency }: Story): DerivationStep {
  const ground = { history: state.history, plan: state.plan, accountExecutive };
  const amount = entitlementAt(ground, state.history.effectiveAt);
  const { rateBp, version } = state.plan;
  const words = moneyInWords(amount, currency);
  const detail = `${percent(rateBp)} of the fee under plan ${version}, rounded half up: ${words}`;
  return step('§7.1 entitlement', detail, amount);
}

function splitStep({ state, payment, tranche, accountExecutive }: Story): DerivationStep {
  const at = tranche.releasedAt ?? state.history.effectiveAt;
  const split = state.history.latest('SPLIT_AGREED', at);
  const shares = splitAt({ history: state.history, plan: state.plan, accountExecutive }, at);
  const shareBp = shares.find(({ person }) => person === payment.payee)?.shareBp ?? 0;
  const source = split ? 'the split in force' : 'no split: the Account Executive has all of it';
  return step('§7.2 split', `${payment.payee} has ${percent(shareBp)} (${source})`, null, split ? [split] : []);
}

function trancheStep({ state, payment, currency }: Story): DerivationStep {
  const shareBp = state.plan.tranches.find(({ code }) => code === payment.tranche)?.shareBp ?? 0;
  const share = `${payment.tranche} is ${percent(shareBp)} of that`;
  const detail = `${share}, cut cumulatively so that parts add up: ${moneyInWords(payment.amount, currency)}`;
  return step('§7.3 tranche share', detail, payment.amount);
}

function milestoneStep({ payment, tranche, zone }: Story): DerivationStep {
  const { at, evidence } = tranche.milestone;
  const detail =
    at === null
      ? `Not earned: waiting for ${payment.waitingFor ?? payment.tranche}`
      : `Earned ${momentInWords(at, zone)}`;
  return step('§7 milestone', detail, null, evidence);
}

function triggerSteps({ state: { handoff }, payment, tranche, zone }: Story): DerivationStep[] {
  if (payment.tranche === 'SOW_SIGNED' || tranche.milestone.at === null) return [];
  if (handoff.triggeredAt === null)
    return [step('§7 release', `Held: ${payment.waitingFor ?? 'the handoff was never triggered'}`, null)];
  return [step('§2 trigger', `The handoff was triggered ${momentInWords(handoff.triggeredAt, zone)}`, null)];
}

/** The clocks whose breach lay between the milestone and the release, or lies there now. */
function holdSteps({ state, payment, tranche, zone }: Story): DerivationStep[] {
  const { handoff, plan } = state;
  const from = Math.max(
    tranche.milestone.at ?? Number.POSITIVE_INFINITY,
    handoff.triggeredAt ?? Number.POSITIVE_INFINITY,
  );
  if (payment.tranche === 'SOW_SIGNED' || !Number.isFinite(from)) return [];
  const until = tranche.releasedAt ?? Number.POSITIVE_INFINITY;
  return holdingClocks({ plan, clocks: handoff.slas, triggeredAt: handoff.triggeredAt })
    .filter((clock) => clock.countsAgainstAeFrom! < until && (remedied(clock) ?? Number.POSITIVE_INFINITY) > from)
    .map((clock) => step('§7 hold', holdInWords(clock, zone), null, remedies(state, clock)));
}

function holdInWords(clock: SlaClock, zone: string): string {
  const since = momentInWords(clock.countsAgainstAeFrom!, zone);
  const held = `Held by ${clock.sla} (${clock.accountable}), which counts since ${since}`;
  const end = remedied(clock);
  if (end === null) return `${held} and is not remedied`;
  return `${held}, until ${end === clock.metAt ? 'it was done' : 'it was waived'} ${momentInWords(end, zone)}`;
}

function remedies({ history }: DealState, clock: SlaClock): DealEvent[] {
  const end = remedied(clock);
  const kinds = ['PACKAGE_SUBMITTED', 'CALL_HELD', 'INTRO_SENT', 'SLA_WAIVED'];
  return history.events.filter(
    ({ occurredAt, fact }) =>
      occurredAt === end && kinds.includes(fact.type) && (fact.type !== 'SLA_WAIVED' || fact.sla === clock.sla),
  );
}

function cutSteps({ state, tranche, accountExecutive }: Story): DerivationStep[] {
  if (tranche.releasedAt === null) return [];
  const ground = { history: state.history, plan: state.plan, accountExecutive };
  const bp = cutBp(tranche.releasedAt, state.history.effectiveAt, ground, state.handoff.slas);
  return bp === 0 ? [] : [step('§7 cut', `Cut by ${percent(bp)} for clocks that breached before the release`, null)];
}

function lineSteps({ payment, tranche, currency, zone }: Story): DerivationStep[] {
  const lines = tranche.lines.find(({ payee }) => payee === payment.payee)?.lines ?? [];
  return lines.map((line) => step('§7 line', lineInWords(line, currency, zone), line.amount));
}

function lineInWords({ kind, amount, effectiveAt }: CommissionLine, currency: string, zone: string): string {
  const verb = { TRANCHE: 'Released', TRUE_UP: 'Trued up', CLAWBACK: 'Clawed back', REVERSAL: 'Reversed' }[kind];
  return `${verb} ${moneyInWords(amount, currency)}, ${momentInWords(effectiveAt, zone)}`;
}

function cancelSteps({ state: { history, plan }, payment, zone }: Story): DerivationStep[] {
  if (!history.cancellation) return [];
  const consequence = {
    FORFEITED: 'it was not released by then and is forfeited',
    CLAWED_BACK: `plan ${plan.version} takes back what was released`,
  }[payment.status as string];
  const cancelled = `The deal was cancelled ${momentInWords(history.effectiveAt, zone)}`;
  const detail = `${cancelled}: ${consequence ?? 'what was released stays'}`;
  return [step('§7 cancelled', detail, null, [history.cancellation])];
}

function step(rule: string, detail: string, amount: Minor | null, events: readonly DealEvent[] = []): DerivationStep {
  return { rule: `rules.md ${rule}`, detail, amount, events: events.map(({ id }) => id) };
}
