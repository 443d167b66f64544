import { type CommissionPlan, type Instant, SLA_CODES, type Terms, type TrancheCode } from '../../../src/rules';
import type { ReferenceClock } from './clocks';
import { type Counted, firstAt, latest } from './history';
import { partAt, roundHalfUp } from './rounding';
import { localDate } from './time';
import { conditions, versionOn } from './trigger';

const WHOLE = 10_000n;
const NEVER = Number.POSITIVE_INFINITY;

/** The plan that a deal keeps: in force on the local date on which both had signed, until then on E's (rules.md §7). */
export function planOf(history: Counted, { plans, calendar }: Terms): CommissionPlan {
  const [signed] = conditions(history);
  return versionOn(plans, localDate(signed ?? history.effectiveAt, calendar.zone.name));
}

/** M: when a tranche's milestone was reached (rules.md §7). */
export function milestoneAt(tranche: TrancheCode, history: Counted): Instant | null {
  if (tranche === 'SOW_SIGNED') return conditions(history)[0]!;
  return tranche === 'WEEK_2_WORKSHOP'
    ? firstAt(history, 'WORKSHOP_DELIVERED', ({ week, attended }) => week === 2 && attended > 0)
    : firstAt(history, 'BOARD_REPORT_DELIVERED', ({ week }) => week === 12);
}

/** When a breach ended, Infinity while it lasts. */
export function remediedAt({ metAt, waivedAt }: ReferenceClock): Instant {
  return Math.min(metAt ?? NEVER, waivedAt ?? NEVER);
}

/** The clocks whose breach counts and holds money under the plan. */
export function holding(plan: CommissionPlan, clocks: readonly ReferenceClock[]): ReferenceClock[] {
  const codes = plan.effects.filter(({ effect }) => effect === 'HOLD').map(({ sla }) => sla);
  return clocks.filter(({ sla, countsAgainstAeFrom }) => codes.includes(sla) && countsAgainstAeFrom !== null);
}

/** R: the earliest of all instants that could be it, and lies in no interval that a breach closed (rules.md §7). */
export function releasedAt(
  tranche: TrancheCode,
  m: Instant | null,
  t: Instant | null,
  plan: CommissionPlan,
  clocks: readonly ReferenceClock[],
): Instant | null {
  if (tranche === 'SOW_SIGNED' || m === null) return m;
  if (t === null) return null;
  const from = Math.max(m, t);
  const held = holding(plan, clocks);
  const candidates = [from, ...held.map(remediedAt)].filter((at) => at >= from && at < NEVER).sort((a, b) => a - b);
  const isClosed = (at: Instant) => held.some((clock) => clock.countsAgainstAeFrom! < at && at < remediedAt(clock));
  return candidates.find((at) => !isClosed(at)) ?? null;
}

/** Who shares, at an instant. */
export function payeesAt(history: Counted, at: Instant, accountExecutive: string) {
  return latest(history, 'SPLIT_AGREED', at)?.payees ?? [{ person: accountExecutive, shareBp: 10_000 }];
}

/** Whose part of what is asked for: a payee by place in a split, of a tranche by place in the plan. */
export interface Place {
  payees: readonly { shareBp: number }[];
  who: number;
  tranche: number;
}

/** The entitlement with the fee in force at an instant. */
export function entitlementAt(history: Counted, plan: CommissionPlan, at: Instant): bigint {
  return roundHalfUp((latest(history, 'FEE_AGREED', at)?.amount ?? 0n) * BigInt(plan.rateBp), WHOLE);
}

/** The part of an entitlement at a place, before any cut. */
export function nominal(entitlement: bigint, { payees, who, tranche }: Place, plan: CommissionPlan): bigint {
  const [whose, which] = [payees, plan.tranches].map((parts) => parts.map(({ shareBp }) => shareBp));
  return partAt(partAt(entitlement, whose!, who), which!, tranche);
}

/** What is left of an amount at an instant after the cuts of a tranche released at R (rules.md §7). */
export function afterCuts(
  amount: bigint,
  r: Instant,
  at: Instant,
  plan: CommissionPlan,
  clocks: readonly ReferenceClock[],
): bigint {
  const cuts = SLA_CODES.flatMap((code) => {
    const clock = clocks.find(({ sla }) => sla === code)!;
    const effect = plan.effects.find(({ sla }) => sla === code);
    const isCut = clock.countsAgainstAeFrom !== null && clock.countsAgainstAeFrom < r && (clock.waivedAt ?? NEVER) > at;
    if (!isCut || effect === undefined) return [];
    return effect.effect === 'FORFEIT' ? [10_000] : effect.effect === 'REDUCE' ? [effect.reduceBp!] : [];
  });
  const bp = Math.min(
    10_000,
    cuts.reduce((a, b) => a + b, 0),
  );
  return amount - roundHalfUp(amount * BigInt(bp), WHOLE);
}
