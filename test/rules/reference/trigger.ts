import { type Instant, type LocalDate, type Role } from '../../../src/rules';
import { type Counted, firstAt, latest, ofType } from './history';
import { roundHalfUp } from './rounding';

const NEVER = Number.POSITIVE_INFINITY;
const AT_CALL: readonly Role[] = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'];

/**
 * When each condition of the trigger was first seen to hold, trying every instant at which anything happened
 * (rules.md §2).
 */
export function conditions(history: Counted): (Instant | null)[] {
  const signed = (party: string, at: Instant) =>
    ofType(history, 'SOW_SIGNED').some(({ fact, occurredAt }) => fact.party === party && occurredAt <= at);
  const isDeposited = (at: Instant) => {
    const fee = latest(history, 'FEE_AGREED', at)?.amount;
    const amounts = ofType(history, 'DEPOSIT_INVOICED').flatMap(({ fact, occurredAt }) =>
      occurredAt <= at ? fact.amount : [],
    );
    const sum = amounts.reduce((a, b) => a + b, 0n);
    return fee !== undefined && amounts.length > 0 && sum >= roundHalfUp(fee * 4_000n, 10_000n);
  };
  const isWon = (at: Instant) =>
    ofType(history, 'CLOSED_WON').some(({ fact, occurredAt }) => fact.missingFields.length === 0 && occurredAt <= at);
  const tests = [(at: Instant) => signed('CLIENT', at) && signed('VENDOR', at), isDeposited, isWon];
  return tests.map((test) => history.facts.find(({ occurredAt }) => test(occurredAt))?.occurredAt ?? null);
}

/** The trigger T: the latest of the three, or null. */
export function triggeredAt(history: Counted): Instant | null {
  const last = Math.max(...conditions(history).map((at) => at ?? NEVER));
  return last === NEVER ? null : last;
}

/** When the first call that counts was held. */
export function callAt(history: Counted): Instant | null {
  return firstAt(history, 'CALL_HELD', ({ attendees }) => AT_CALL.every((role) => attendees.includes(role)));
}

/** The version in force on a local date, of versions in order of time. */
export function versionOn<T extends { effectiveFrom: LocalDate }>(versions: readonly T[], date: LocalDate): T {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= date)!;
}
