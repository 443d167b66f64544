import type { HandoffState } from '../handoff/handoff';
import type { TriggerCondition } from '../handoff/trigger';
import type { TrancheCode } from './plan';
import type { PaymentStatus } from './statuses';

const MILESTONES: Readonly<Record<TrancheCode, string>> = {
  SOW_SIGNED: 'SOW_SIGNED by the client and by us',
  WEEK_2_WORKSHOP: 'WORKSHOP_DELIVERED in Week 2 with at least one person attending',
  WEEK_12_BOARD_REPORT: 'BOARD_REPORT_DELIVERED in Week 12',
};

const CONDITIONS: Readonly<Record<TriggerCondition, string>> = {
  SOW_SIGNED: 'SOW_SIGNED (by both parties)',
  DEPOSIT_INVOICED: 'DEPOSIT_INVOICED (40% of the fee)',
  CLOSED_WON: 'CLOSED_WON (with all fields complete)',
};

/** The fact that is missing for a tranche, in words that name it; null where none is (rules.md §7, "Why"). */
export function waitingFor(tranche: TrancheCode, status: PaymentStatus, handoff: HandoffState): string | null {
  if (status === 'NOT_EARNED') return MILESTONES[tranche];
  if (status !== 'HELD' || handoff.triggeredAt !== null) return null;
  return `the handoff's trigger: ${handoff.unmetConditions.map((condition) => CONDITIONS[condition]).join(', ')}`;
}
