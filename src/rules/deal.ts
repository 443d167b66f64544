import { type CommissionState, commissionState } from './commission/commission';
import type { CommissionPlan } from './commission/plan';
import type { DealEvent } from './facts';
import { type HandoffState, handoffState } from './handoff/handoff';
import type { SlaPolicy } from './handoff/policy';
import { type AsOf, type History, inForce } from './history';
import type { Calendar } from './time/calendar';
import { versionOn } from './time/versions';

/** What a deal is judged by: versions of plan and policy, oldest first, its calendar and its Account Executive. */
export interface Terms {
  plans: readonly CommissionPlan[];
  policies: readonly SlaPolicy[];
  calendar: Calendar;
  accountExecutive: string;
}

/** All that follows from a deal's facts for one question of time. */
export interface DealState {
  history: History;
  handoff: HandoffState;
  plan: CommissionPlan;
  commission: CommissionState;
}

/**
 * The state of a deal: a pure function of its events, its terms and the question (rules.md §1).
 * Throws a RuleError at `calendar` where working days beyond the calendar's years would have to be counted.
 */
export function dealState(events: readonly DealEvent[], terms: Terms, asOf: AsOf): DealState {
  const history = inForce(events, asOf);
  const handoff = handoffState(history, terms.policies, terms.calendar);
  const plan = planOf(terms, handoff, history);
  const ground = { history, plan, accountExecutive: terms.accountExecutive };
  return { history, handoff, plan, commission: commissionState(ground, handoff) };
}

/** The version in force on the local date on which both had signed; until then the one in force at E (rules.md §7). */
function planOf(
  { plans, calendar: { zone } }: Terms,
  { trigger }: HandoffState,
  { effectiveAt }: History,
): CommissionPlan {
  return versionOn(plans, zone.dateOf(zone.dayOf(trigger.conditions.SOW_SIGNED ?? effectiveAt)));
}
