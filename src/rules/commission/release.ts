import { remedied, type SlaClock } from '../handoff/clocks';
import type { Instant } from '../time/instant';
import { type CommissionPlan, isHolding, type TrancheCode } from './plan';

/** What decides when a tranche is released. */
export interface ReleaseGround {
  plan: CommissionPlan;
  clocks: readonly SlaClock[];
  triggeredAt: Instant | null;
}

/** The HOLD clocks whose breach counts against the AE, remedied or not (rules.md §7). */
export function holdingClocks({ plan, clocks }: ReleaseGround): SlaClock[] {
  return clocks.filter(({ sla, countsAgainstAeFrom }) => countsAgainstAeFrom !== null && isHolding(plan, sla));
}

/** The HOLD clocks whose breach counts and lasts. */
export function heldBy(ground: ReleaseGround): SlaClock[] {
  return holdingClocks(ground).filter((clock) => remedied(clock) === null);
}

/** R: when a tranche whose milestone is M is released; null while it is not earned or held (rules.md §7). */
export function releasedAt(tranche: TrancheCode, milestoneAt: Instant | null, ground: ReleaseGround): Instant | null {
  if (milestoneAt === null || tranche === 'SOW_SIGNED') return milestoneAt;
  if (ground.triggeredAt === null) return null;
  return firstOpen(Math.max(milestoneAt, ground.triggeredAt), holdingClocks(ground));
}

/** The earliest instant from there on that lies in no open interval (countsAgainstAeFrom, remedied). */
function firstOpen(from: Instant, holding: readonly SlaClock[]): Instant | null {
  const closing = holding.find(
    (clock) => from > clock.countsAgainstAeFrom! && from < (remedied(clock) ?? Number.POSITIVE_INFINITY),
  );
  if (!closing) return from;
  const end = remedied(closing);
  return end === null ? null : firstOpen(end, holding);
}
