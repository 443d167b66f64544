import { type Course, usualCourse } from './course';
import { CLAW_BACK_PLAN } from './planCodes';
import { Random } from './random';

/** What can go wrong or otherwise than usual, as the difference that it makes to a deal's course. */
const TROUBLES: Readonly<Record<string, (random: Random) => Partial<Course>>> = {
  LATE_ASSIGNMENT: (random) => {
    const assignDays = random.between(4, 7);
    return { assignDays, callDays: assignDays + 2 };
  },
  LATE_PACKAGE: (random) => ({ callDays: random.between(3, 5), packageDays: random.between(6, 9) }),
  HELD_THEN_RELEASED: (random) => ({ callDays: random.between(3, 5), packageDays: random.between(36, 46) }),
  NO_PACKAGE: () => ({ packageDays: null }),
  LATE_CALL: (random) => ({ callDays: random.between(8, 12) }),
  CALL_WITHOUT_LEAD: (random) => ({ vainCallDays: 4, callDays: random.between(7, 9) }),
  LATE_INTRO: (random) => ({ introDays: random.between(2, 5) }),
  LATE_CONTACT: (random) => ({ contactDays: random.between(2, 4) }),
  WAIVED_IN_TIME: (random) => ({ callDays: random.between(7, 9), waiver: { sla: 'HOLD_CALL', days: 4 } }),
  WAIVED_LATE: (random) => ({ packageDays: null, waiver: { sla: 'SUBMIT_PACKAGE', days: random.between(34, 40) } }),
  AMENDED_UP: (random) => ({ amendment: { days: random.between(8, 60), direction: 1 } }),
  AMENDED_DOWN: (random) => ({ amendment: { days: random.between(8, 60), direction: -1 } }),
  SPLIT: () => ({ splitDays: 0 }),
  SPLIT_LATER: (random) => ({ splitDays: random.between(5, 15) }),
  WORKSHOP_RECORDED_WRONGLY: () => ({ isWorkshopRecordedWrongly: true }),
  CANCELLED: (random) => ({ cancelDays: random.between(12, 60) }),
  CLAWED_BACK: (random) => ({ plan: CLAW_BACK_PLAN, cancelDays: random.between(12, 60) }),
  CLIENT_HOLD: (random) => {
    const forDays = random.between(6, 15);
    return { hold: { days: 1, forDays }, assignDays: 1, packageDays: forDays + 3, callDays: forDays + 4 };
  },
  EMAIL_FORWARDED: () => ({ email: { isForwarded: true } }),
  EMAIL_KEPT: () => ({ email: { isForwarded: false } }),
  RISK_NOT_DECLARED: () => ({ risk: { declared: false } }),
  COMMITMENT_NOT_DECLARED: () => ({ commitment: { declared: false } }),
  LOST: (random) => ({ lostDays: random.between(8, 30), signingDays: null }),
  NEVER_SIGNED: () => ({ signingDays: null }),
  CRM_INCOMPLETE: (random) => ({ incompleteDays: random.between(3, 8) }),
  LEARNED_LATE: (random) => ({ workshopToldDays: random.between(15, 40) }),
};

/** Of so many deals in a row each kind of trouble befalls one; the others go as they should. */
const DEALS_A_ROUND = 50;
const PLACES = Array.from({ length: DEALS_A_ROUND }, (_, place) => place);

/** The course of the deal of that number. */
export function courseOf(index: number, random: Random): Course {
  const round = Math.floor(index / DEALS_A_ROUND);
  const place = new Random(-1 - round).shuffled(PLACES)[index % DEALS_A_ROUND]!;
  return { ...usualCourse(random), ...Object.values(TROUBLES)[place]?.(random) };
}
