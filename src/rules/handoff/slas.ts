import { SLA_CODES, type SlaCode } from '../facts';
import type { History } from '../history';
import type { Calendar } from '../time/calendar';
import { hoursFrom, workingDaysFrom } from '../time/deadlines';
import type { ClientHold } from '../time/holds';
import { earlier, type Instant, later } from '../time/instant';
import { countingCall } from './call';
import { type ClockFacts, judge, remedied, type SlaClock } from './clocks';
import type { SlaPolicy } from './policy';
import { byCalendar, type IsJudged } from './verdicts';

/** What a deal's clocks are worked out from. */
export interface ClockGround {
  history: History;
  triggeredAt: Instant | null;
  policy: SlaPolicy;
  calendar: Calendar;
  holds: readonly ClientHold[];
}

/** A clock's facts, and when its breach would begin to count against the AE (rules.md §4). */
export interface ClockBasis {
  facts: ClockFacts;
  blameAt: () => Instant | null;
}

/** The five clocks, in the order of SLA_CODES, before anyone asks what time it is. */
export function clockBases(ground: ClockGround): ClockBasis[] {
  return SLA_CODES.map((sla) => {
    const facts = clockFacts(sla, ground);
    return { facts, blameAt: () => blameAt(facts, ground) };
  });
}

/** The five clocks as at the history's instant (rules.md §4). */
export function slaClocks(bases: readonly ClockBasis[], { effectiveAt, cancellation }: History): SlaClock[] {
  const moment = { effectiveAt, isCancelled: cancellation !== undefined };
  return bases.map(({ facts, blameAt }) => judge(facts, moment, blameAt));
}

function clockFacts(sla: SlaCode, ground: ClockGround): ClockFacts {
  const startedAt = startOf(sla, ground);
  if (startedAt === null) return { sla, startedAt, dueAt: null, metAt: null, waivedAt: null };
  const { history } = ground;
  const waivedAt = history.first('SLA_WAIVED', (fact) => fact.sla === sla)?.occurredAt ?? null;
  const ends = { metAt: metAt(sla, history), waivedAt };
  const due = byCalendar(
    history,
    ground.calendar,
    (calendar) => dueAt(sla, startedAt, { ...ground, calendar }),
    judgedBy(remedied(ends)),
  );
  return { sla, startedAt, dueAt: due, ...ends };
}

/** A clock is judged once it has ended, or its deadline has passed. */
function judgedBy(endedAt: Instant | null): IsJudged {
  return (dueAt, at) => (endedAt !== null && endedAt <= at) || (dueAt !== null && dueAt < at);
}

function startOf(sla: SlaCode, { history, triggeredAt }: ClockGround): Instant | null {
  if (sla === 'SEND_INTRO') return later(triggeredAt, countingCall(history)?.occurredAt ?? null);
  if (sla === 'FIRST_CONTACT') return later(triggeredAt, history.first('INTRO_SENT')?.occurredAt ?? null);
  return triggeredAt;
}

function dueAt(sla: SlaCode, startedAt: Instant, { history, policy, holds, calendar }: ClockGround): Instant | null {
  const allowance = policy.allowances[sla];
  const deadline =
    'hours' in allowance
      ? hoursFrom(startedAt, allowance.hours, holds)
      : workingDaysFrom(startedAt, allowance.workingDays, holds, calendar);
  if (sla !== 'SUBMIT_PACKAGE') return deadline;
  const call = countingCall(history);
  return earlier(deadline, call ? Math.max(call.occurredAt, startedAt) : null);
}

function metAt(sla: SlaCode, history: History): Instant | null {
  const met = {
    ASSIGN_AM: () => history.first('AM_ASSIGNED'),
    SUBMIT_PACKAGE: () => history.first('PACKAGE_SUBMITTED'),
    HOLD_CALL: () => countingCall(history),
    SEND_INTRO: () => history.first('INTRO_SENT'),
    FIRST_CONTACT: () => history.first('AM_CONTACTED_CLIENT'),
  };
  return met[sla]()?.occurredAt ?? null;
}

function blameAt(clock: ClockFacts, ground: ClockGround): Instant | null {
  if (clock.sla === 'SUBMIT_PACKAGE' || clock.sla === 'SEND_INTRO') return clock.dueAt;
  return clock.sla === 'HOLD_CALL' ? blameForCallAt(clock, ground) : null;
}

/** The AE's own deadline for the call, unless the call was held, waived or attended by the AE by then (rules.md §4). */
function blameForCallAt(clock: ClockFacts, { history, policy, holds, calendar }: ClockGround): Instant | null {
  const assigned = history.first('AM_ASSIGNED');
  if (!assigned) return null;
  const attended = history.first('CALL_HELD', ({ attendees }) => attendees.includes('ACCOUNT_EXECUTIVE'));
  const excused = earlier(remedied(clock), attended?.occurredAt ?? null);
  const ownDays = (version: Calendar) =>
    workingDaysFrom(assigned.occurredAt, policy.callAfterAssignment, holds, version);
  const ownDeadline = later(clock.dueAt, byCalendar(history, calendar, ownDays, judgedBy(excused)));
  return ownDeadline !== null && excused !== null && excused <= ownDeadline ? null : ownDeadline;
}
