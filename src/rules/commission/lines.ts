import { byCodeUnit, type DealEvent, type PayeeShare } from '../facts';
import type { SlaClock } from '../handoff/clocks';
import { type Minor, share, WHOLE_BP } from '../money';
import type { Instant } from '../time/instant';
import { reductionBp, type TrancheCode } from './plan';
import { type CommissionGround, nominalParts, splitAt } from './terms';

/** What a line does (rules.md §7; REVERSAL is a posting's, §8). */
export const LINE_KINDS = ['TRANCHE', 'TRUE_UP', 'CLAWBACK', 'REVERSAL'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Money released, corrected or taken back, effective at an instant (contract: `CommissionLine`). */
export interface CommissionLine {
  kind: LineKind;
  tranche: TrancheCode;
  payee: string;
  amount: Minor;
  effectiveAt: Instant;
}

/** A tranche that was released at R. */
export interface Released {
  tranche: TrancheCode;
  trancheIndex: number;
  releasedAt: Instant;
}

/**
 * A released tranche's lines for one payee of the split in force at R, in order of time; those of zero are left out.
 */
export interface PayeeLines {
  payee: string;
  lines: CommissionLine[];
}

/**
 * The lines of a released tranche: what was released at R, and a difference wherever fee or cuts changed since
 * (rules.md §7).
 */
export function trancheLines(released: Released, ground: CommissionGround, clocks: readonly SlaClock[]): PayeeLines[] {
  const split = splitAt(ground, released.releasedAt);
  const before = split.map(() => 0n);
  const byPayee = split.map(({ person }): PayeeLines => ({ payee: person, lines: [] }));
  for (const at of instantsOfChange(released.releasedAt, ground)) {
    const due = amountsDue(released, split, at, ground, clocks);
    const kind = at === released.releasedAt ? 'TRANCHE' : 'TRUE_UP';
    byPayee.forEach(({ payee, lines }, index) => {
      const amount = due[index]! - before[index]!;
      before[index] = due[index]!;
      if (amount !== 0n) lines.push({ kind, tranche: released.tranche, payee, amount, effectiveAt: at });
    });
  }
  return ground.plan.onCancel === 'CLAW_BACK' && ground.history.cancellation
    ? byPayee.map((lines) => clawedBack(lines, released.tranche, ground.history.effectiveAt))
    : byPayee;
}

/** What the lines add up to. */
export function sumOf(lines: readonly CommissionLine[]): Minor {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

/** The basis points by which a tranche released at R is cut at a later instant: waivers end cuts (rules.md §7). */
export function cutBp(
  releasedAt: Instant,
  at: Instant,
  { plan }: CommissionGround,
  clocks: readonly SlaClock[],
): number {
  const sum = cuttingClocks(releasedAt, at, clocks).reduce((total, { sla }) => total + reductionBp(plan, sla), 0);
  return Math.min(sum, WHOLE_BP);
}

/** Lines in the order in which they are always given: effectiveAt, tranche in plan order, kind, payee. */
export function inOrder(lines: CommissionLine[], tranches: readonly TrancheCode[]): CommissionLine[] {
  return lines.sort(
    (a, b) =>
      a.effectiveAt - b.effectiveAt ||
      tranches.indexOf(a.tranche) - tranches.indexOf(b.tranche) ||
      LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind) ||
      byCodeUnit(a.payee, b.payee),
  );
}

/** The clocks that cut a tranche released at R, at a later instant. */
export function cuttingClocks(releasedAt: Instant, at: Instant, clocks: readonly SlaClock[]): SlaClock[] {
  return clocks.filter(
    ({ countsAgainstAeFrom, waivedAt }) =>
      countsAgainstAeFrom !== null && releasedAt > countsAgainstAeFrom && (waivedAt === null || waivedAt > at),
  );
}

function amountsDue(
  { trancheIndex, releasedAt }: Released,
  split: readonly PayeeShare[],
  at: Instant,
  ground: CommissionGround,
  clocks: readonly SlaClock[],
): Minor[] {
  const bp = cutBp(releasedAt, at, ground, clocks);
  return nominalParts(ground, trancheIndex, split, at).map((part) => part - share(part, bp));
}

function instantsOfChange(releasedAt: Instant, { history }: CommissionGround): Instant[] {
  const changes: DealEvent[] = [...history.all('FEE_AGREED'), ...history.all('SLA_WAIVED')];
  const later = changes.map(({ occurredAt }) => occurredAt).filter((at) => at > releasedAt);
  return [releasedAt, ...new Set(later.sort((a, b) => a - b))];
}

function clawedBack({ payee, lines }: PayeeLines, tranche: TrancheCode, effectiveAt: Instant): PayeeLines {
  const amount = -sumOf(lines);
  return amount === 0n
    ? { payee, lines }
    : { payee, lines: [...lines, { kind: 'CLAWBACK', tranche, payee, amount, effectiveAt }] };
}
