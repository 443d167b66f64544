import type { Role } from '../facts';
import type { History } from '../history';
import type { Calendar } from '../time/calendar';
import { clientHolds } from '../time/holds';
import type { Instant } from '../time/instant';
import { versionOn } from '../time/versions';
import type { LocalDate } from '../time/zone';
import { countingCall } from './call';
import type { SlaClock } from './clocks';
import { faults, type HandoffFault } from './faults';
import type { SlaPolicy } from './policy';
import { type ClockBasis, clockBases, slaClocks } from './slas';
import { type Trigger, type TriggerCondition, trigger, unmetConditions } from './trigger';
import { weekOne } from './weeks';

/** Where a handoff stands as at one instant (contract: `HandoffState`). */
export interface HandoffState {
  trigger: Trigger;
  triggeredAt: Instant | null;
  unmetConditions: TriggerCondition[];
  owner: Role;
  pointOfContact: Role;
  slas: SlaClock[];
  faults: HandoffFault[];
  weekOne: LocalDate | null;
  /** The clocks before anyone asks what time it is, for whoever stores them. */
  bases: ClockBasis[];
}

/** Where a handoff stands, from its facts in force (rules.md §2 to §4, §6). */
export function handoffState(history: History, policies: readonly SlaPolicy[], calendar: Calendar): HandoffState {
  const begun = trigger(history);
  const { triggeredAt } = begun;
  const { zone } = calendar;
  const policy = versionOn(policies, zone.dateOf(zone.dayOf(triggeredAt ?? history.effectiveAt)));
  const bases = clockBases({ history, triggeredAt, policy, calendar, holds: clientHolds(history) });
  const slas = slaClocks(bases, history);
  return {
    trigger: begun,
    triggeredAt,
    unmetConditions: unmetConditions(begun),
    owner: ownerOf(history, triggeredAt),
    pointOfContact: countingCall(history) ? 'ACCOUNT_MANAGER' : 'ACCOUNT_EXECUTIVE',
    slas,
    faults: faults(history, slas),
    weekOne: weekOne(history, triggeredAt, zone),
    bases,
  };
}

/**
 * The AE before the trigger; the Delivery Lead until somebody is assigned; the Account Manager from there
 * (rules.md §2).
 */
function ownerOf(history: History, triggeredAt: Instant | null): Role {
  if (triggeredAt === null) return 'ACCOUNT_EXECUTIVE';
  return history.first('AM_ASSIGNED') ? 'ACCOUNT_MANAGER' : 'DELIVERY_LEAD';
}
