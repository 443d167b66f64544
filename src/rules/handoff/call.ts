import type { DealEvent, FactOf, Role } from '../facts';
import type { History } from '../history';

/** Who has to attend the handoff call for it to count (rules.md §1). */
export const ROLES_OF_THE_CALL: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'];

/** The first handoff call that counts: all three roles attended it (rules.md §1). */
export function countingCall(history: History): DealEvent<FactOf<'CALL_HELD'>> | undefined {
  return history.first('CALL_HELD', ({ attendees }) => ROLES_OF_THE_CALL.every((role) => attendees.includes(role)));
}
