import type { History } from '../history';
import type { Instant } from '../time/instant';
import { countingCall } from './call';

/** How far a deal has come. */
export const DEAL_STAGES = ['SELLING', 'HANDOFF', 'ONBOARDING', 'DELIVERY', 'COMPLETED', 'CANCELLED'] as const;
export type DealStage = (typeof DEAL_STAGES)[number];

/** The stage of a deal, from its facts in force; the last that it has reached. */
export function dealStage(history: History, triggeredAt: Instant | null): DealStage {
  if (history.cancellation) return 'CANCELLED';
  if (history.first('BOARD_REPORT_DELIVERED', ({ week }) => week === 12)) return 'COMPLETED';
  if (history.first('WORKSHOP_DELIVERED', ({ attended }) => attended >= 1)) return 'DELIVERY';
  if (triggeredAt === null) return 'SELLING';
  return countingCall(history) ? 'ONBOARDING' : 'HANDOFF';
}
