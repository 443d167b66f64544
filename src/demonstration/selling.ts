import type { Day } from '../rules';
import { tellSplit } from './changes';
import { decimal, type Telling } from './telling';

const LOST_REASONS = [
  'The board has cut the training budget',
  'They went with an in-house programme',
  'Procurement chose another provider',
  'Their sponsor left and nobody took it over',
];
const CRM_FIELDS = ['companiesHouseNumber', 'purchaseOrder', 'financeContact', 'headcountInScope', 'itOwner'];

/** Tells a deal until its trigger, and gives the day of that; undefined where it never comes to it. */
export function tellSelling(telling: Telling, opened: Day): Day | undefined {
  const { course, days, random, premise } = telling;
  const feeDay = days.after(opened, course.feeDays);
  telling.passedOn(telling.timeOn(feeDay), { feeAgreed: { amount: decimal(premise.fee) } });
  if (course.lostDays !== null) {
    const reason = random.pick(LOST_REASONS);
    telling.written(telling.timeOn(days.after(feeDay, course.lostDays)), { dealCancelled: { reason } });
  }
  if (course.signingDays === null) return undefined;
  return tellClosing(telling, tellSigning(telling, days.after(feeDay, course.signingDays)));
}

function tellSigning(telling: Telling, clientDay: Day): Day {
  const { course, days, random } = telling;
  if (course.splitDays === 0) tellSplit(telling, clientDay);
  telling.passedOn(telling.timeOn(clientDay), { sowSigned: { party: 'CLIENT' } });
  const vendorDay = days.after(clientDay, random.between(1, 3));
  telling.passedOn(telling.timeOn(vendorDay), { sowSigned: { party: 'VENDOR' } });
  return vendorDay;
}

/** The deposit, at once or in two halves, and Closed Won. */
function tellClosing(telling: Telling, signedDay: Day): Day {
  const { course, days, random, premise } = telling;
  const deposit = (premise.fee * 2) / 5;
  let day = signedDay;
  for (const part of random.chance(0.1) ? [deposit / 2, deposit / 2] : [deposit]) {
    day = days.after(day, random.between(0, 2));
    telling.passedOn(telling.timeOn(day), { depositInvoiced: { amount: decimal(part) } });
  }
  if (course.incompleteDays > 0) {
    telling.passedOn(telling.timeOn(day), { closedWon: { missingFields: random.shuffled(CRM_FIELDS).slice(0, 2) } });
    day = days.after(day, course.incompleteDays);
  }
  telling.passedOn(telling.timeOn(day), { closedWon: { missingFields: [] } });
  return day;
}
