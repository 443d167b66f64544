import type { Day } from '../rules';
import { decimal, type Telling } from './telling';

const AMENDMENT_STEP = 500;
const CANCEL_REASONS = [
  'The client was taken over and stopped all projects',
  'The client ended the contract within its notice period',
  'Budget frozen by the client’s parent company',
];
const HOLD_REASONS = [
  'The client’s year-end close',
  'The HR sponsor is on leave',
  'An office move',
  'Works council consultation',
];
const WAIVER_REASONS = [
  'The client’s office was closed that week',
  'The client asked for a later date in writing',
  'Illness; the lead covered it by phone',
];

/** Tells what changes a deal after its trigger: fee, split, holds, waivers and its end. */
export function tellChanges(telling: Telling, triggered: Day): void {
  const { course, days } = telling;
  const on = (count: number) => days.after(triggered, count);
  if (course.hold) tellHold(telling, on(course.hold.days), on(course.hold.days + course.hold.forDays));
  if (course.waiver) tellWaiver(telling, on(course.waiver.days));
  if (course.amendment) tellAmendment(telling, on(course.amendment.days));
  if (course.splitDays !== null && course.splitDays > 0) tellSplit(telling, on(course.splitDays));
  if (course.cancelDays !== null) tellCancelling(telling, on(course.cancelDays));
}

/** Tells that another AE shares the commission from a day on. */
export function tellSplit(telling: Telling, day: Day): void {
  const { accountExecutive, otherExecutive } = telling.premise;
  const shareBp = telling.random.pick([5_000, 6_000, 6_667, 7_500, 8_000]);
  const payees = [
    { person: accountExecutive, shareBp },
    { person: otherExecutive, shareBp: 10_000 - shareBp },
  ];
  telling.written(telling.days.time(day, 545), { splitAgreed: { payees } });
}

function tellHold(telling: Telling, from: Day, to: Day): void {
  const reason = telling.random.pick(HOLD_REASONS);
  telling.written(telling.timeOn(from), { clientHoldStarted: { reason } });
  telling.written(telling.timeOn(to), { clientHoldEnded: { reason } });
}

function tellWaiver(telling: Telling, day: Day): void {
  const { course, premise, random } = telling;
  if (!course.waiver) return;
  const slaWaived = { sla: course.waiver.sla, approver: premise.approver, reason: random.pick(WAIVER_REASONS) };
  telling.passedOn(telling.timeOn(day), { slaWaived });
}

function tellAmendment(telling: Telling, day: Day): void {
  const { course, premise, random } = telling;
  const steps = Math.ceil((premise.fee / AMENDMENT_STEP) * (random.between(5, 25) / 100));
  const amended = premise.fee + (course.amendment?.direction ?? 0) * steps * AMENDMENT_STEP;
  telling.passedOn(telling.timeOn(day), { feeAgreed: { amount: decimal(amended) } });
}

function tellCancelling(telling: Telling, day: Day): void {
  telling.written(telling.timeOn(day), { dealCancelled: { reason: telling.random.pick(CANCEL_REASONS) } });
}
