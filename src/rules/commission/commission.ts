import { byCodeUnit } from '../facts';
import type { SlaClock } from '../handoff/clocks';
import type { HandoffState } from '../handoff/handoff';
import type { Minor } from '../money';
import type { Instant } from '../time/instant';
import { type CommissionLine, inOrder, type PayeeLines, sumOf, trancheLines } from './lines';
import { type Milestone, milestone } from './milestones';
import type { TrancheCode } from './plan';
import { heldBy, type ReleaseGround, releasedAt } from './release';
import type { PaymentStatus } from './statuses';
import { type CommissionGround, entitlementAt, feeAt, nominalParts, splitAt } from './terms';
import { waitingFor } from './waiting';

/** One tranche for one payee (contract: `CommissionPaymentState`). */
export interface CommissionPayment {
  tranche: TrancheCode;
  payee: string;
  status: PaymentStatus;
  amount: Minor;
  releasedToDate: Minor;
  earnedAt: Instant | null;
  releasedAt: Instant | null;
  heldBy: SlaClock[];
  waitingFor: string | null;
}

/** How far a tranche has come: milestone, release and the lines that follow. */
export interface TrancheState {
  tranche: TrancheCode;
  trancheIndex: number;
  milestone: Milestone;
  status: PaymentStatus;
  releasedAt: Instant | null;
  lines: PayeeLines[];
}

/** What is earned, held, released and taken back (contract: `CommissionState`). */
export interface CommissionState {
  fee: Minor | null;
  entitlement: Minor;
  planVersion: string;
  payments: CommissionPayment[];
  lines: CommissionLine[];
  tranches: TrancheState[];
}

/** A deal's commission from its facts in force (rules.md §7). */
export function commissionState(ground: CommissionGround, handoff: HandoffState): CommissionState {
  const { history, plan } = ground;
  const { effectiveAt } = history;
  const release: ReleaseGround = { plan, clocks: handoff.slas, triggeredAt: handoff.triggeredAt };
  const tranches = plan.tranches.map(({ code }, index) => trancheState(code, index, ground, handoff, release));
  return {
    fee: feeAt(history, effectiveAt)?.fact.amount ?? null,
    entitlement: entitlementAt(ground, effectiveAt),
    planVersion: plan.version,
    payments: tranches.flatMap((tranche) => payments(tranche, ground, handoff, release)),
    lines: inOrder(
      tranches.flatMap(({ lines }) => lines.flatMap((payee) => payee.lines)),
      plan.tranches.map(({ code }) => code),
    ),
    tranches,
  };
}

function trancheState(
  tranche: TrancheCode,
  trancheIndex: number,
  ground: CommissionGround,
  handoff: HandoffState,
  release: ReleaseGround,
): TrancheState {
  const reached = milestone(tranche, ground.history, handoff.trigger);
  const at = releasedAt(tranche, reached.at, release);
  const status = statusOf(reached, at, ground);
  const lines = at === null ? [] : trancheLines({ tranche, trancheIndex, releasedAt: at }, ground, handoff.slas);
  return { tranche, trancheIndex, milestone: reached, status, releasedAt: at, lines };
}

/** The first that applies (rules.md §7). */
function statusOf(reached: Milestone, releasedAt: Instant | null, { history, plan }: CommissionGround): PaymentStatus {
  if (releasedAt === null && history.cancellation) return 'FORFEITED';
  if (reached.at === null) return 'NOT_EARNED';
  if (releasedAt === null) return 'HELD';
  return history.cancellation && plan.onCancel === 'CLAW_BACK' ? 'CLAWED_BACK' : 'RELEASED';
}

function payments(
  state: TrancheState,
  ground: CommissionGround,
  handoff: HandoffState,
  release: ReleaseGround,
): CommissionPayment[] {
  const { effectiveAt } = ground.history;
  const split = splitAt(ground, state.releasedAt ?? effectiveAt);
  const nominal = nominalParts(ground, state.trancheIndex, split, effectiveAt);
  const isHeld = state.status === 'HELD' && handoff.triggeredAt !== null;
  const waiting = waitingFor(state.tranche, state.status, handoff);
  return split
    .map(({ person }, index) => ({
      tranche: state.tranche,
      payee: person,
      status: state.status,
      amount: nominal[index]!,
      releasedToDate: sumOf(state.lines[index]?.lines ?? []),
      earnedAt: state.milestone.at,
      releasedAt: state.releasedAt,
      heldBy: isHeld ? heldBy(release) : [],
      waitingFor: waiting,
    }))
    .sort((a, b) => byCodeUnit(a.payee, b.payee));
}
