import type { DealEvent } from '../facts';
import type { History } from '../history';
import type { Instant } from '../time/instant';
import { type Day, dayOfDate, type LocalDate, type Zone } from '../time/zone';
import { countingCall } from './call';
import type { SlaClock } from './clocks';
import type { HandoffState } from './handoff';
import { type WeekDays, type WeekGround, weekDays } from './weeks';

/** What stands on a deal's timeline, in the order of its weeks. */
export const TIMELINE_STEPS = [
  'HANDOFF_CALL',
  'KICKOFF',
  'WEEK_2_WORKSHOP',
  'WEEK_4_WALKTHROUGH',
  'WEEK_6_QUALITY_GATE',
  'WEEK_8_WALKTHROUGH',
  'WEEK_12_BOARD_REPORT',
] as const;
export type TimelineStepCode = (typeof TIMELINE_STEPS)[number];

/** Where a step stands: LATE is not done though its day has passed, DROPPED not done before the deal was cancelled. */
export const STEP_STATUSES = ['PLANNED', 'DONE', 'DONE_LATE', 'LATE', 'DROPPED'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** A step as at one instant. */
export interface TimelineStep {
  code: TimelineStepCode;
  week: number;
  status: StepStatus;
  /** The last local day on which it is in time; null while that is not known. */
  plannedFor: LocalDate | null;
  doneAt: Instant | null;
  /** The fact that did it, or by which it was arranged. */
  eventId: string | null;
}

/** A week of the timeline; its dates are null while nothing says when it is. */
export interface TimelineWeek {
  week: number;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  isCurrent: boolean;
  steps: TimelineStep[];
}

const WEEKS = [-4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What a step is judged by. */
interface Ground {
  history: History;
  handoff: HandoffState;
  zone: Zone;
  weeks: WeekGround;
  today: Day;
}

/** Weeks −4 to 12 of a deal with what stands at each, as at the history's instant (rules.md §3). */
export function timeline(history: History, handoff: HandoffState, zone: Zone): TimelineWeek[] {
  const { triggeredAt, weekOne } = handoff;
  const weeks = { triggeredOn: triggeredAt === null ? null : zone.dayOf(triggeredAt), weekOne };
  const ground: Ground = { history, handoff, zone, weeks, today: zone.dayOf(history.effectiveAt) };
  const steps = [callStep(ground), kickoffStep(ground), ...DELIVERED.map((step) => deliveredStep(step, ground))];
  return WEEKS.map((week) => {
    const days = weekDays(week, weeks);
    return {
      week,
      startsOn: days && zone.dateOf(days.first),
      endsOn: days && zone.dateOf(days.last),
      isCurrent: isWithin(ground.today, days),
      steps: steps.filter((step) => step.week === week),
    };
  });
}

/** The steps that are done by a fact within their week. */
const DELIVERED: readonly {
  code: TimelineStepCode;
  week: number;
  done: (history: History) => DealEvent | undefined;
}[] = [
  {
    code: 'WEEK_2_WORKSHOP',
    week: 2,
    done: (history) => history.first('WORKSHOP_DELIVERED', ({ week, attended }) => week === 2 && attended >= 1),
  },
  { code: 'WEEK_4_WALKTHROUGH', week: 4, done: (history) => history.first('WALKTHROUGH_HELD', inWeek(4)) },
  { code: 'WEEK_6_QUALITY_GATE', week: 6, done: (history) => history.first('QUALITY_GATE_PASSED', inWeek(6)) },
  { code: 'WEEK_8_WALKTHROUGH', week: 8, done: (history) => history.first('WALKTHROUGH_HELD', inWeek(8)) },
  { code: 'WEEK_12_BOARD_REPORT', week: 12, done: (history) => history.first('BOARD_REPORT_DELIVERED', inWeek(12)) },
];

function inWeek(wanted: number): (fact: { week: number }) => boolean {
  return ({ week }) => week === wanted;
}

function deliveredStep({ code, week, done }: (typeof DELIVERED)[number], ground: Ground): TimelineStep {
  const last = weekDays(week, ground.weeks)?.last ?? null;
  const event = done(ground.history);
  return stepOf(code, week, last, event?.occurredAt ?? null, event?.id ?? null, ground);
}

/**
 * Planned for the day that was arranged before it was held, else for the last one that its clock allows. Late is what
 * the clock says: a call that was waived in time never is.
 */
function callStep(ground: Ground): TimelineStep {
  const { history, handoff, zone } = ground;
  const held = countingCall(history);
  const arranged = history.latest('CALL_SCHEDULED', held?.occurredAt);
  const clock = handoff.slas.find(({ sla }) => sla === 'HOLD_CALL');
  const due = clock?.dueAt ?? null;
  const planned = arranged?.fact.startsAt ?? due;
  const dayOf = (instant: Instant | null) => (instant === null ? null : zone.dayOf(instant));
  const week = weekOf(held?.occurredAt ?? planned, ground);
  const eventId = (held ?? arranged)?.id ?? null;
  const last = isWaivedInTime(clock) ? null : dayOf(due ?? planned);
  const step = stepOf('HANDOFF_CALL', week, last, held?.occurredAt ?? null, eventId, ground);
  return { ...step, plannedFor: planned === null ? null : zone.dateOf(zone.dayOf(planned)) };
}

function isWaivedInTime(clock: SlaClock | undefined): boolean {
  return clock !== undefined && clock.waivedAt !== null && clock.breachedAt === null;
}

/** It is done once its day has come, if the client has confirmed that day. */
function kickoffStep(ground: Ground): TimelineStep {
  const { history, weeks, zone, today } = ground;
  const confirmed = history.latest('KICKOFF_CONFIRMED');
  const first = weeks.weekOne === null ? null : dayOfDate(weeks.weekOne);
  const doneAt = confirmed && first !== null && today >= first ? zone.startOf(first) : null;
  return stepOf('KICKOFF', 1, first, doneAt, confirmed?.id ?? null, ground);
}

function stepOf(
  code: TimelineStepCode,
  week: number,
  last: Day | null,
  doneAt: Instant | null,
  eventId: string | null,
  ground: Ground,
): TimelineStep {
  const status = statusOf(last, doneAt, ground);
  return { code, week, status, plannedFor: last === null ? null : ground.zone.dateOf(last), doneAt, eventId };
}

function statusOf(last: Day | null, doneAt: Instant | null, { history, zone, today }: Ground): StepStatus {
  if (doneAt !== null) return last !== null && zone.dayOf(doneAt) > last ? 'DONE_LATE' : 'DONE';
  if (history.cancellation) return 'DROPPED';
  return last !== null && today > last ? 'LATE' : 'PLANNED';
}

/** The week in which an instant lies: the first where it lies before all of them, or where nobody knows. */
function weekOf(instant: Instant | null, { weeks, zone }: Ground): number {
  if (instant === null) return WEEKS[0]!;
  const day = zone.dayOf(instant);
  return WEEKS.findLast((week) => (weekDays(week, weeks)?.first ?? Number.POSITIVE_INFINITY) <= day) ?? WEEKS[0]!;
}

function isWithin(day: Day, days: WeekDays | null): boolean {
  return days !== null && day >= days.first && day <= days.last;
}
