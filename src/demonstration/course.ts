import type { SlaCode } from '../rules';
import type { Random } from './random';

/**
 * How a deal goes, before its dates are known. Days are working days; null is for what never happens.
 * Those of the handoff count from the day of the trigger.
 */
export interface Course {
  plan: string;
  /** From opening to the fee, and from there to the client's signature. */
  feeDays: number;
  signingDays: number | null;
  lostDays: number | null;
  /** For how long CRM fields are missing. */
  incompleteDays: number;
  assignDays: number;
  packageDays: number | null;
  /** The call without the delivery lead, which does not count. */
  vainCallDays: number | null;
  callDays: number;
  /** From the call, and from the introduction; on the same day where 0. */
  introDays: number;
  contactDays: number;
  hold: { days: number; forDays: number } | null;
  waiver: { sla: SlaCode; days: number } | null;
  amendment: { days: number; direction: 1 | -1 } | null;
  /** Before signing where 0. */
  splitDays: number | null;
  cancelDays: number | null;
  /** An email of the client to the AE, after the call. */
  email: { isForwarded: boolean } | null;
  /** What comes up during delivery. */
  risk: { declared: boolean } | null;
  commitment: { declared: boolean } | null;
  /** How many days after the workshop it is told. */
  workshopToldDays: number;
  isWorkshopRecordedWrongly: boolean;
}

/** A deal that goes as it should. */
export function usualCourse(random: Random): Course {
  const assignDays = random.between(1, 2);
  const packageDays = random.between(1, 3);
  return {
    plan: 'standard',
    feeDays: random.between(5, 25),
    signingDays: random.between(3, 15),
    lostDays: null,
    incompleteDays: 0,
    assignDays,
    packageDays,
    vainCallDays: null,
    callDays: random.between(Math.max(assignDays, packageDays) + 1, 5),
    introDays: 0,
    contactDays: 0,
    hold: null,
    waiver: null,
    amendment: null,
    splitDays: null,
    cancelDays: null,
    email: random.chance(0.15) ? { isForwarded: true } : null,
    risk: random.chance(0.12) ? { declared: true } : null,
    commitment: random.chance(0.12) ? { declared: true } : null,
    workshopToldDays: 0,
    isWorkshopRecordedWrongly: false,
  };
}
