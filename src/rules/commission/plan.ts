import { SLA_CODES, type SlaCode } from '../facts';
import { WHOLE_BP } from '../money';
import { RuleError } from '../problem';
import type { LocalDate } from '../time/zone';

/** The tranches that Baton knows, each with its milestone (rules.md §7). */
export const TRANCHE_CODES = ['SOW_SIGNED', 'WEEK_2_WORKSHOP', 'WEEK_12_BOARD_REPORT'] as const;
export type TrancheCode = (typeof TRANCHE_CODES)[number];

/** What a breach does to money. */
export const BREACH_EFFECTS = ['NONE', 'HOLD', 'REDUCE', 'FORFEIT'] as const;
export type BreachEffect = (typeof BREACH_EFFECTS)[number];

/** What cancelling does to money that was released. */
export const CANCEL_EFFECTS = ['KEEP', 'CLAW_BACK'] as const;
export type CancelEffect = (typeof CANCEL_EFFECTS)[number];

/** A part of the commission, paid for a milestone; `shareBp` of 10000. */
export interface Tranche {
  code: TrancheCode;
  shareBp: number;
}

/** The effect of one clock; `reduceBp` is read for REDUCE alone. */
export interface SlaEffect {
  sla: SlaCode;
  effect: BreachEffect;
  reduceBp?: number | null;
}

/** A version of a commission plan (rules.md §7). */
export interface CommissionPlan {
  version: string;
  effectiveFrom: LocalDate;
  rateBp: number;
  tranches: readonly Tranche[];
  effects: readonly SlaEffect[];
  onCancel: CancelEffect;
}

/** The standard plan at 10% (rules.md §7). */
export const STANDARD_PLAN: CommissionPlan = {
  version: 'standard-1',
  effectiveFrom: '1970-01-01',
  rateBp: 1_000,
  tranches: [
    { code: 'SOW_SIGNED', shareBp: 5_000 },
    { code: 'WEEK_2_WORKSHOP', shareBp: 3_000 },
    { code: 'WEEK_12_BOARD_REPORT', shareBp: 2_000 },
  ],
  effects: [
    { sla: 'SUBMIT_PACKAGE', effect: 'HOLD' },
    { sla: 'HOLD_CALL', effect: 'HOLD' },
    { sla: 'SEND_INTRO', effect: 'HOLD' },
  ],
  onCancel: 'KEEP',
};

/** The basis points by which a breach of the clock cuts a tranche under a plan; 0 where it does not. */
export function reductionBp(plan: CommissionPlan, sla: SlaCode): number {
  const found = plan.effects.find((effect) => effect.sla === sla);
  if (found?.effect === 'FORFEIT') return WHOLE_BP;
  return found?.effect === 'REDUCE' ? (found.reduceBp ?? 0) : 0;
}

/** Whether a breach of the clock holds tranches under a plan. */
export function isHolding(plan: CommissionPlan, sla: SlaCode): boolean {
  return plan.effects.some((effect) => effect.sla === sla && effect.effect === 'HOLD');
}

/** Throws a RuleError with a path from `plan` for what is no plan (rules.md §7). */
export function checkPlan(plan: Omit<CommissionPlan, 'version' | 'effectiveFrom'>): void {
  if (!isBetween(plan.rateBp, 0, WHOLE_BP))
    throw new RuleError('plan.rateBp', 'a rate is between 0 and 10000 basis points');
  checkTranches(plan.tranches);
  checkEffects(plan.effects);
}

function checkTranches(tranches: readonly Tranche[]): void {
  tranches.forEach(({ shareBp }, index) => {
    if (!isBetween(shareBp, 0, WHOLE_BP))
      throw new RuleError(`plan.tranches.${index}.shareBp`, 'a share is between 0 and 10000 basis points');
  });
  const codes = new Set(tranches.map(({ code }) => code));
  if (codes.size < tranches.length) throw new RuleError('plan.tranches', 'a tranche is named twice');
  const sum = tranches.reduce((total, { shareBp }) => total + shareBp, 0);
  if (sum !== WHOLE_BP) throw new RuleError('plan.tranches', `the shares add up to ${sum}, not to 10000 basis points`);
}

function checkEffects(effects: readonly SlaEffect[]): void {
  const named = new Set(effects.map(({ sla }) => sla));
  if (named.size < effects.length) throw new RuleError('plan.effects', 'a clock is named twice');
  effects.forEach(({ sla, effect, reduceBp }, index) => {
    if (!SLA_CODES.includes(sla)) throw new RuleError(`plan.effects.${index}.sla`, `"${sla}" is not a clock`);
    if (effect !== 'NONE' && (sla === 'ASSIGN_AM' || sla === 'FIRST_CONTACT'))
      throw new RuleError('plan.effects', `${sla} is not the AE's clock: nobody loses money over another's delay`);
    if (effect === 'REDUCE' && !isBetween(reduceBp, 1, WHOLE_BP))
      throw new RuleError(`plan.effects.${index}.reduceBp`, 'REDUCE needs reduceBp between 1 and 10000 basis points');
  });
}

function isBetween(value: number | null | undefined, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}
