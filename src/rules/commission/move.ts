import type { DealState } from '../deal';
import type { Role, SlaCode } from '../facts';
import type { TriggerCondition } from '../handoff/trigger';
import type { Instant } from '../time/instant';
import type { CommissionPayment } from './commission';
import type { TrancheCode } from './plan';

/** Whose move it is for a payment to go on, since when, and what is to be done. */
export interface Move {
  role: Role;
  /** Who of that role, where the deal names somebody. */
  person: string | null;
  /** From when on it has been their move; null where no fact says. */
  since: Instant | null;
  what: string;
}

const OF_CLOCK: Readonly<Record<SlaCode, string>> = {
  ASSIGN_AM: 'an account manager is to be assigned',
  SUBMIT_PACKAGE: 'the handoff package is to be submitted',
  HOLD_CALL: 'the handoff call is to be held',
  SEND_INTRO: 'the account manager is to be introduced to the client',
  FIRST_CONTACT: 'the client is to be contacted',
};

const OF_CONDITION: Readonly<Record<TriggerCondition, { role: Role; what: string }>> = {
  SOW_SIGNED: { role: 'ACCOUNT_EXECUTIVE', what: 'both parties are to sign the SoW' },
  DEPOSIT_INVOICED: { role: 'FINANCE', what: 'the deposit of 40% is to be invoiced' },
  CLOSED_WON: { role: 'ACCOUNT_EXECUTIVE', what: 'the deal is to be marked Closed Won with all fields complete' },
};

const OF_TRANCHE: Readonly<Record<TrancheCode, { role: Role; what: string }>> = {
  SOW_SIGNED: { role: 'ACCOUNT_EXECUTIVE', what: 'both parties are to sign the SoW' },
  WEEK_2_WORKSHOP: { role: 'ACCOUNT_MANAGER', what: 'the workshop of Week 2 is to be delivered' },
  WEEK_12_BOARD_REPORT: { role: 'ACCOUNT_MANAGER', what: 'the board report of Week 12 is to be delivered' },
};

/** Whose move it is for a payment that is not earned or held; null for any other (rules.md §7, "Why"). */
export function nextMove(
  payment: CommissionPayment,
  state: DealState,
  people: { accountExecutive: string; deliveryLead: string | null },
): Move | null {
  const move = moveOf(payment, state);
  return move && { ...move, person: personOf(move.role, state, people) };
}

function moveOf(
  { status, tranche, heldBy, earnedAt }: CommissionPayment,
  state: DealState,
): Omit<Move, 'person'> | null {
  const [clock] = heldBy;
  if (status === 'HELD' && clock)
    return { role: clock.accountable, since: clock.countsAgainstAeFrom, what: OF_CLOCK[clock.sla] };
  const [unmet] = state.handoff.unmetConditions;
  if (status === 'HELD' && unmet) return { ...OF_CONDITION[unmet], since: earnedAt };
  if (status !== 'NOT_EARNED') return null;
  // What is delivered follows a handoff: as long as that has not begun, the move is whose it is there.
  if (tranche !== 'SOW_SIGNED' && unmet) return { ...OF_CONDITION[unmet], since: null };
  return { ...OF_TRANCHE[tranche], since: tranche === 'SOW_SIGNED' ? null : state.handoff.triggeredAt };
}

function personOf(
  role: Role,
  { history }: DealState,
  { accountExecutive, deliveryLead }: { accountExecutive: string; deliveryLead: string | null },
): string | null {
  if (role === 'ACCOUNT_EXECUTIVE') return accountExecutive;
  if (role === 'DELIVERY_LEAD') return deliveryLead;
  return role === 'ACCOUNT_MANAGER' ? (history.latest('AM_ASSIGNED')?.fact.person ?? null) : null;
}
