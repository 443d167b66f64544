import type { Role, SlaCode } from '../facts';
import { earlier, type Instant } from '../time/instant';

/** The states of a clock (rules.md §4). */
export const SLA_STATUSES = [
  'NOT_STARTED',
  'RUNNING',
  'PAUSED',
  'MET',
  'MET_LATE',
  'BREACHED',
  'WAIVED',
  'STOPPED',
] as const;
export type SlaStatus = (typeof SLA_STATUSES)[number];

/** What a clock's state at any later instant follows from: it changes with facts alone, never with time. */
export interface ClockFacts {
  sla: SlaCode;
  startedAt: Instant | null;
  /** Null: no deadline, or none yet. */
  dueAt: Instant | null;
  metAt: Instant | null;
  waivedAt: Instant | null;
}

/** A clock as at one instant (contract: `SlaClock`). */
export interface SlaClock extends ClockFacts {
  status: SlaStatus;
  accountable: Role;
  breachedAt: Instant | null;
  /** From when the breach touches the AE's commission; null while it does not. */
  countsAgainstAeFrom: Instant | null;
}

/** When the question is asked: E, and whether the deal was cancelled then. */
export interface Moment {
  effectiveAt: Instant;
  isCancelled: boolean;
}

const ACCOUNTABLE: Readonly<Record<SlaCode, Role>> = {
  ASSIGN_AM: 'DELIVERY_LEAD',
  SUBMIT_PACKAGE: 'ACCOUNT_EXECUTIVE',
  HOLD_CALL: 'ACCOUNT_EXECUTIVE',
  SEND_INTRO: 'ACCOUNT_EXECUTIVE',
  FIRST_CONTACT: 'ACCOUNT_MANAGER',
};

/**
 * The clock's state at a moment (rules.md §4). `blameAt` is when a breach begins to count against the AE if nothing
 * happens before it, null for never; it is worked out only for a clock that has breached.
 */
export function judge(clock: ClockFacts, moment: Moment, blameAt: () => Instant | null): SlaClock {
  const status = statusOf(clock, moment);
  const breachedAt = hasBreached(clock, status) ? clock.dueAt : null;
  const blame = breachedAt === null ? null : blameAt();
  const countsAgainstAeFrom = blame !== null && (blame === breachedAt || moment.effectiveAt > blame) ? blame : null;
  const isAnothersDelay = clock.sla === 'HOLD_CALL' && breachedAt !== null && countsAgainstAeFrom === null;
  const accountable = isAnothersDelay ? 'DELIVERY_LEAD' : ACCOUNTABLE[clock.sla];
  const { sla, startedAt, dueAt, metAt, waivedAt } = clock;
  return { sla, status, accountable, startedAt, dueAt, metAt, waivedAt, breachedAt, countsAgainstAeFrom };
}

/** When a breach ended: by the deed or by a waiver, whichever came first; null while it lasts. */
export function remedied({ metAt, waivedAt }: Pick<ClockFacts, 'metAt' | 'waivedAt'>): Instant | null {
  return earlier(metAt, waivedAt);
}

function statusOf({ startedAt, dueAt, metAt, waivedAt }: ClockFacts, moment: Moment): SlaStatus {
  const unfinished = moment.isCancelled ? 'STOPPED' : undefined;
  if (startedAt === null) return 'NOT_STARTED';
  if (metAt !== null && (dueAt === null || metAt <= dueAt)) return 'MET';
  if (dueAt === null) return unfinished ?? 'PAUSED';
  if (waivedAt !== null && (metAt === null || metAt > waivedAt)) return 'WAIVED';
  if (metAt !== null) return 'MET_LATE';
  if (moment.effectiveAt > dueAt) return 'BREACHED';
  return unfinished ?? 'RUNNING';
}

function hasBreached({ dueAt, waivedAt }: ClockFacts, status: SlaStatus): boolean {
  if (status === 'WAIVED') return dueAt !== null && waivedAt !== null && waivedAt > dueAt;
  return status === 'BREACHED' || status === 'MET_LATE';
}
