import type { Day, Instant, Role } from '../rules';
import type { Telling } from './telling';

const MS_A_MINUTE = 60_000;
/** The seed's agenda introduces the account manager after fifty minutes of the call. */
const UNTIL_INTRO_MS = 50 * MS_A_MINUTE;
const EVERYBODY: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'];
const WITHOUT_LEAD: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'ACCOUNT_MANAGER'];

const EMAILS = [
  'Asks whether the dates of the second cohort can move',
  'Wants the facilitator to mention the merger',
  'Sends the list of participants',
];

/** Tells the handoff from the day of the trigger to the first contact, and gives the day of the call. */
export function tellHandoff(telling: Telling, triggered: Day): Day {
  const { course, days, premise } = telling;
  const on = (count: number) => days.after(triggered, count);
  telling.written(telling.timeOn(on(course.assignDays)), { amAssigned: { person: premise.accountManager } });
  if (course.packageDays !== null)
    telling.passedOn(telling.timeOn(on(course.packageDays)), { packageSubmitted: { revision: 1 } });
  if (course.vainCallDays !== null) tellCall(telling, on(course.vainCallDays), WITHOUT_LEAD);
  const callDay = on(course.callDays);
  const call = tellCall(telling, callDay, EVERYBODY);
  tellIntroduction(telling, call, callDay);
  if (course.email) tellEmail(telling, days.after(callDay, telling.random.between(3, 20)), course.email);
  return callDay;
}

function tellCall(telling: Telling, day: Day, attendees: readonly Role[]): Instant {
  const at = telling.slotOn(day);
  telling.written(at, { callHeld: { attendees: [...attendees] } });
  return at;
}

/** Usually within the call, and the account manager writes the same afternoon. */
function tellIntroduction(telling: Telling, call: Instant, callDay: Day): void {
  const { course, days, random } = telling;
  const introDay = days.after(callDay, course.introDays);
  const introduced = course.introDays === 0 ? call + UNTIL_INTRO_MS : telling.slotOn(introDay);
  telling.passedOn(introduced, { introSent: {} });
  const contactDay = days.after(introDay, course.contactDays);
  const soon = introduced + random.between(45, 180) * MS_A_MINUTE;
  telling.written(course.contactDays === 0 ? soon : telling.timeOn(contactDay), { amContactedClient: {} });
}

function tellEmail(telling: Telling, day: Day, { isForwarded }: { isForwarded: boolean }): void {
  const at = telling.slotOn(day);
  const email = telling.passedOn(at, { clientEmailedAe: { note: telling.random.pick(EMAILS) } });
  if (!isForwarded) return;
  const minutes = telling.random.between(40, 300);
  telling.passedOn(at + minutes * MS_A_MINUTE, { aeForwarded: { forwards: email.key } });
}
