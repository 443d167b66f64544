import {
  type Instant,
  type LocalDate,
  type Role,
  SLA_CODES,
  type SlaCode,
  type SlaPolicy,
  type SlaStatus,
  type Terms,
} from '../../../src/rules';
import { type Counted, firstAt, pauses } from './history';
import { hours, localDate, workingDays } from './time';
import { callAt, triggeredAt, versionOn } from './trigger';

/** A clock as rules.md §4 defines it. */
export interface ReferenceClock {
  sla: SlaCode;
  startedAt: Instant | null;
  dueAt: Instant | null;
  metAt: Instant | null;
  waivedAt: Instant | null;
  status: SlaStatus;
  accountable: Role;
  breachedAt: Instant | null;
  countsAgainstAeFrom: Instant | null;
}

type Facts = Pick<ReferenceClock, 'startedAt' | 'dueAt' | 'metAt' | 'waivedAt'>;
type Due = (from: Instant, allowance: { workingDays: number } | { hours: number }) => Instant | null;

const NEVER = Number.POSITIVE_INFINITY;
const ACCOUNTABLE: Record<SlaCode, Role> = {
  ASSIGN_AM: 'DELIVERY_LEAD',
  SUBMIT_PACKAGE: 'ACCOUNT_EXECUTIVE',
  HOLD_CALL: 'ACCOUNT_EXECUTIVE',
  SEND_INTRO: 'ACCOUNT_EXECUTIVE',
  FIRST_CONTACT: 'ACCOUNT_MANAGER',
};

/** The five clocks, each as it is defined (rules.md §4). */
export function clocks(history: Counted, { policies, calendar }: Terms, off: ReadonlySet<LocalDate>): ReferenceClock[] {
  const t = triggeredAt(history);
  const policy = versionOn(policies, localDate(t ?? history.effectiveAt, calendar.zone.name));
  const held = pauses(history);
  const due: Due = (from, allowance) =>
    'hours' in allowance
      ? hours(from, allowance.hours, held)
      : workingDays(from, allowance.workingDays, held, calendar, off);
  return SLA_CODES.map((sla) => {
    const facts = factsOf(sla, t, history, policy, due);
    return judged(sla, facts, history, () => blame(sla, facts, history, policy, due));
  });
}

function factsOf(sla: SlaCode, t: Instant | null, history: Counted, policy: SlaPolicy, due: Due): Facts {
  const call = callAt(history);
  const intro = firstAt(history, 'INTRO_SENT');
  const after = { SEND_INTRO: call, FIRST_CONTACT: intro, ASSIGN_AM: t, SUBMIT_PACKAGE: t, HOLD_CALL: t }[sla];
  if (t === null || after === null) return { startedAt: null, dueAt: null, metAt: null, waivedAt: null };
  const startedAt = Math.max(t, after);
  const allowed = due(startedAt, policy.allowances[sla]);
  const atCall = sla === 'SUBMIT_PACKAGE' && call !== null ? Math.max(call, t) : NEVER;
  const dueAt = Math.min(allowed ?? NEVER, atCall);
  const metAt = {
    ASSIGN_AM: firstAt(history, 'AM_ASSIGNED'),
    SUBMIT_PACKAGE: firstAt(history, 'PACKAGE_SUBMITTED'),
    HOLD_CALL: call,
    SEND_INTRO: intro,
    FIRST_CONTACT: firstAt(history, 'AM_CONTACTED_CLIENT'),
  }[sla];
  return {
    startedAt,
    dueAt: dueAt === NEVER ? null : dueAt,
    metAt,
    waivedAt: firstAt(history, 'SLA_WAIVED', (fact) => fact.sla === sla),
  };
}

function judged(
  sla: SlaCode,
  facts: Facts,
  { effectiveAt, isCancelled }: Counted,
  blamed: () => Instant | null,
): ReferenceClock {
  const { startedAt, dueAt } = facts;
  const met = facts.metAt ?? NEVER;
  const waived = facts.waivedAt ?? NEVER;
  const due = dueAt ?? NEVER;
  const status = ((): SlaStatus => {
    if (startedAt === null) return 'NOT_STARTED';
    if (met <= due && met !== NEVER) return 'MET';
    if (dueAt === null) return isCancelled ? 'STOPPED' : 'PAUSED';
    if (waived !== NEVER && !(met <= waived)) return 'WAIVED';
    if (met !== NEVER) return 'MET_LATE';
    if (effectiveAt > due) return 'BREACHED';
    return isCancelled ? 'STOPPED' : 'RUNNING';
  })();
  const hasBreached = ['BREACHED', 'MET_LATE'].includes(status) || (status === 'WAIVED' && waived > due);
  const countsAgainstAeFrom = hasBreached ? blamed() : null;
  const accountable =
    sla === 'HOLD_CALL' && hasBreached && countsAgainstAeFrom === null ? 'DELIVERY_LEAD' : ACCOUNTABLE[sla];
  return { sla, ...facts, status, accountable, breachedAt: hasBreached ? dueAt : null, countsAgainstAeFrom };
}

function blame(
  sla: SlaCode,
  { dueAt, metAt, waivedAt }: Facts,
  history: Counted,
  policy: SlaPolicy,
  due: Due,
): Instant | null {
  if (sla === 'SUBMIT_PACKAGE' || sla === 'SEND_INTRO') return dueAt;
  const assigned = firstAt(history, 'AM_ASSIGNED');
  if (sla !== 'HOLD_CALL' || assigned === null) return null;
  const own = Math.max(dueAt!, due(assigned, { workingDays: policy.callAfterAssignment }) ?? NEVER);
  const attended = firstAt(history, 'CALL_HELD', ({ attendees }) => attendees.includes('ACCOUNT_EXECUTIVE'));
  const isExcused = [metAt, waivedAt, attended].some((at) => at !== null && at <= own);
  return isExcused || history.effectiveAt <= own ? null : own;
}
