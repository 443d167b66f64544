import type { FactInput } from '../facts';
import type { Day } from '../rules';
import { PROMISES_THAT_COME_UP } from './package/promises';
import { RISKS_THAT_COME_UP } from './package/risks';
import type { Telling } from './telling';

const DAYS_OF_ONBOARDING = 28;
const DAYS_A_WEEK = 7;

/** Tells the delivery of a deal that was handed over. */
export function tellDelivery(telling: Telling, triggered: Day, callDay: Day): void {
  const { days, random } = telling;
  const weekOne = days.mondayFrom(Math.max(triggered + DAYS_OF_ONBOARDING, callDay + DAYS_A_WEEK));
  const confirmed = telling.timeOn(days.after(callDay, random.between(1, 3)));
  telling.written(confirmed, { kickoffConfirmed: { weekOne: days.dateOf(weekOne) } });
  const on = (week: number) => days.from(weekOne + (week - 1) * DAYS_A_WEEK + random.between(1, 3));
  tellWorkshop(telling, on(2));
  telling.written(telling.timeOn(on(5)), { workshopDelivered: { week: 5, cohort: 1, attended: attendance(telling) } });
  telling.written(telling.timeOn(on(6)), { qualityGatePassed: { week: 6 } });
  tellDiscoveries(telling, on(7));
  telling.written(telling.timeOn(on(12)), { boardReportDelivered: { week: 12 } });
}

/** The workshop of week 2; where it was recorded wrongly, it was only planned for that day and happened later. */
function tellWorkshop(telling: Telling, day: Day): void {
  const { course, days, random } = telling;
  const delivered = telling.timeOn(day);
  const told =
    course.workshopToldDays > 0
      ? telling.writtenLate(delivered, course.workshopToldDays, cohort(telling))
      : telling.passedOn(delivered, cohort(telling));
  if (!course.isWorkshopRecordedWrongly) return;
  const reason = 'The workshop was postponed: the attendance list was the one of the registrations';
  const noticed = telling.timeOn(days.after(day, random.between(3, 8)));
  telling.passedOn(noticed, { eventRetracted: { retracts: told.key, reason } });
  telling.passedOn(telling.timeOn(days.after(day, random.between(9, 14))), cohort(telling));
}

function cohort(telling: Telling): FactInput {
  return { workshopDelivered: { week: 2, cohort: 1, attended: attendance(telling) } };
}

function tellDiscoveries(telling: Telling, day: Day): void {
  const { course, random } = telling;
  if (course.risk)
    telling.written(telling.timeOn(day), {
      riskMaterialised: { reference: random.pick(RISKS_THAT_COME_UP), ...course.risk },
    });
  if (course.commitment)
    telling.written(telling.timeOn(day), {
      commitmentDiscovered: { reference: random.pick(PROMISES_THAT_COME_UP), ...course.commitment },
    });
}

function attendance({ random }: Telling): number {
  return random.between(7, 24);
}
