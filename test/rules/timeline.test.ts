import {
  type DealEvent,
  dealState,
  type Fact,
  STANDARD_PLAN,
  STANDARD_POLICY,
  type TimelineStepCode,
  timeline,
} from '../../src/rules';
import { CALENDARS } from './scenarios';

const calendar = CALENDARS.get('england-and-wales')!;
const terms = {
  plans: [{ ...STANDARD_PLAN, version: '1', effectiveFrom: '1970-01-01' }],
  policies: [{ ...STANDARD_POLICY, version: '1', effectiveFrom: '1970-01-01' }],
  calendar,
  accountExecutive: 'ae-1',
};

type Told = readonly [occurredAt: string, fact: Fact];

/** Triggered on Thursday 2 April 2026: Week 1 is planned from 30 April. */
const TRIGGERED: Told[] = [
  ['2026-04-01T09:00:00Z', { type: 'FEE_AGREED', amount: 4_800_000n }],
  ['2026-04-01T10:00:00Z', { type: 'SOW_SIGNED', party: 'CLIENT' }],
  ['2026-04-01T11:00:00Z', { type: 'SOW_SIGNED', party: 'VENDOR' }],
  ['2026-04-02T09:00:00Z', { type: 'DEPOSIT_INVOICED', amount: 1_920_000n }],
  ['2026-04-02T09:00:00Z', { type: 'CLOSED_WON', missingFields: [] }],
];
const KICKED_OFF: Told = ['2026-04-10T09:00:00Z', { type: 'KICKOFF_CONFIRMED', weekOne: '2026-05-04' }];

function weeksAt(at: string, told: readonly Told[]) {
  const events = told.map(([occurredAt, fact], index): DealEvent => {
    const instant = Date.parse(occurredAt);
    return { id: `e${index}`, occurredAt: instant, recordedAt: instant, fact };
  });
  const { history, handoff } = dealState(events, terms, { effectiveAt: Date.parse(at), knownAt: null });
  return timeline(history, handoff, calendar.zone);
}

const stepsAt = (at: string, told: readonly Told[]) =>
  weeksAt(at, told).flatMap(({ week, steps }) => steps.map((step) => ({ ...step, standsAt: week })));
const stepAt = (code: TimelineStepCode, at: string, told: readonly Told[]) =>
  stepsAt(at, told).find((step) => step.code === code)!;

describe('the weeks of a timeline', () => {
  test('are sixteen, from -4 to 12 without a 0, and have dates as soon as there is a trigger', () => {
    const weeks = weeksAt('2026-04-07T00:00:00Z', TRIGGERED);
    expect(weeks.map(({ week }) => week)).toEqual([-4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(weeks[0]).toMatchObject({ startsOn: '2026-04-02', endsOn: '2026-04-08', isCurrent: true });
    expect(weeks[3]).toMatchObject({ week: -1, startsOn: '2026-04-23', endsOn: '2026-04-29', isCurrent: false });
    expect(weeks[4]).toMatchObject({ week: 1, startsOn: '2026-04-30', endsOn: '2026-05-06' });
    expect(weeks.at(-1)).toMatchObject({ week: 12, startsOn: '2026-07-16', endsOn: '2026-07-22' });
  });

  test('from 1 on move with the kickoff, those before stay', () => {
    const weeks = weeksAt('2026-05-05T00:00:00Z', [...TRIGGERED, KICKED_OFF]);
    expect(weeks[3]).toMatchObject({ week: -1, startsOn: '2026-04-23', endsOn: '2026-04-29' });
    expect(weeks[4]).toMatchObject({ week: 1, startsOn: '2026-05-04', endsOn: '2026-05-10', isCurrent: true });
  });

  test('have no dates before anything says when they are, and then only those that it says', () => {
    expect(weeksAt('2026-04-01T12:00:00Z', TRIGGERED).every(({ startsOn }) => startsOn === null)).toBe(true);
    const [first, , , last, one] = weeksAt('2026-04-11T00:00:00Z', [KICKED_OFF]);
    expect([first!.startsOn, last!.startsOn, one!.startsOn]).toEqual([null, null, '2026-05-04']);
  });
});

describe('the steps of a timeline', () => {
  test('stand at their weeks, planned', () => {
    const steps = stepsAt('2026-04-07T00:00:00Z', TRIGGERED);
    expect(steps.map(({ standsAt, code, status, plannedFor }) => [standsAt, code, status, plannedFor])).toEqual([
      [-3, 'HANDOFF_CALL', 'PLANNED', '2026-04-13'],
      [1, 'KICKOFF', 'PLANNED', '2026-04-30'],
      [2, 'WEEK_2_WORKSHOP', 'PLANNED', '2026-05-13'],
      [4, 'WEEK_4_WALKTHROUGH', 'PLANNED', '2026-05-27'],
      [6, 'WEEK_6_QUALITY_GATE', 'PLANNED', '2026-06-10'],
      [8, 'WEEK_8_WALKTHROUGH', 'PLANNED', '2026-06-24'],
      [12, 'WEEK_12_BOARD_REPORT', 'PLANNED', '2026-07-22'],
    ]);
  });

  test('are done by their facts, in time or late', () => {
    const told: Told[] = [
      ...TRIGGERED,
      KICKED_OFF,
      ['2026-05-12T10:00:00Z', { type: 'WORKSHOP_DELIVERED', week: 2, cohort: 1, attended: 0 }],
      ['2026-05-14T10:00:00Z', { type: 'WORKSHOP_DELIVERED', week: 2, cohort: 2, attended: 9 }],
      ['2026-06-01T10:00:00Z', { type: 'WALKTHROUGH_HELD', week: 4 }],
      ['2026-06-09T10:00:00Z', { type: 'QUALITY_GATE_PASSED', week: 5 }],
    ];
    const at = '2026-06-20T00:00:00Z';
    expect(stepAt('KICKOFF', at, told)).toMatchObject({ status: 'DONE', plannedFor: '2026-05-04', eventId: 'e5' });
    expect(stepAt('WEEK_2_WORKSHOP', at, told)).toMatchObject({
      status: 'DONE',
      eventId: 'e7',
      plannedFor: '2026-05-17',
    });
    expect(stepAt('WEEK_4_WALKTHROUGH', at, told)).toMatchObject({ status: 'DONE_LATE', plannedFor: '2026-05-31' });
    expect(stepAt('WEEK_6_QUALITY_GATE', at, told)).toMatchObject({ status: 'LATE', doneAt: null, eventId: null });
    expect(stepAt('WEEK_8_WALKTHROUGH', at, told).status).toBe('PLANNED');
  });

  test('are late only once their last day has passed', () => {
    const told = [...TRIGGERED, KICKED_OFF];
    const report = (at: string) => stepAt('WEEK_12_BOARD_REPORT', at, told).status;
    expect(report('2026-07-26T22:59:59.999Z')).toBe('PLANNED');
    expect(report('2026-07-26T23:00:00Z')).toBe('LATE');
  });

  test('a kickoff that nobody confirmed is late once its day has passed', () => {
    expect(stepAt('KICKOFF', '2026-04-30T09:00:00Z', TRIGGERED).status).toBe('PLANNED');
    expect(stepAt('KICKOFF', '2026-05-01T09:00:00Z', TRIGGERED).status).toBe('LATE');
    expect(stepAt('KICKOFF', '2026-04-11T09:00:00Z', [...TRIGGERED, KICKED_OFF])).toMatchObject({
      status: 'PLANNED',
      eventId: 'e5',
    });
  });

  test('are dropped, not late, once the deal is cancelled', () => {
    const told: Told[] = [...TRIGGERED, ['2026-04-20T09:00:00Z', { type: 'DEAL_CANCELLED', reason: 'Budget' }]];
    const statuses = stepsAt('2026-12-01T00:00:00Z', told).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['DROPPED']));
  });
});

describe('the call on a timeline', () => {
  test('stands where it is arranged, and then where it was held', () => {
    const startsAt = Date.parse('2026-04-16T13:00:00Z');
    const arranged: Told = ['2026-04-03T09:00:00Z', { type: 'CALL_SCHEDULED', startsAt, minutes: 60 }];
    const call = stepAt('HANDOFF_CALL', '2026-04-07T00:00:00Z', [...TRIGGERED, arranged]);
    expect(call).toMatchObject({ standsAt: -2, status: 'PLANNED', plannedFor: '2026-04-16', eventId: 'e5' });
    const held: Told = [
      '2026-04-08T09:00:00Z',
      { type: 'CALL_HELD', attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] },
    ];
    const after = stepAt('HANDOFF_CALL', '2026-04-09T00:00:00Z', [...TRIGGERED, arranged, held]);
    expect(after).toMatchObject({ standsAt: -4, status: 'DONE', eventId: 'e6', plannedFor: '2026-04-16' });
    const again: Told = [
      '2026-04-08T10:00:00Z',
      { type: 'CALL_SCHEDULED', startsAt: startsAt + 7 * 86_400_000, minutes: 60 },
    ];
    expect(stepAt('HANDOFF_CALL', '2026-04-09T00:00:00Z', [...TRIGGERED, arranged, held, again])).toEqual(after);
  });

  test('is never late where it was waived in time, not even when it is held after all', () => {
    const waiver = { type: 'SLA_WAIVED', sla: 'HOLD_CALL', approver: 'dl-1', reason: 'They are away' } as const;
    const waived: Told = ['2026-04-10T09:00:00Z', waiver];
    const held: Told = [
      '2026-04-20T09:00:00Z',
      { type: 'CALL_HELD', attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] },
    ];
    const call = (at: string, ...told: Told[]) => stepAt('HANDOFF_CALL', at, [...TRIGGERED, ...told]).status;
    expect(call('2026-04-15T00:00:00Z', waived)).toBe('PLANNED');
    expect(call('2026-04-21T00:00:00Z', waived, held)).toBe('DONE');
    expect(call('2026-04-21T00:00:00Z', held)).toBe('DONE_LATE');
    const late: Told = ['2026-04-16T09:00:00Z', waiver];
    expect(call('2026-04-15T00:00:00Z', late)).toBe('LATE');
    expect(call('2026-04-21T00:00:00Z', late, held)).toBe('DONE_LATE');
  });

  test('moves with its clock in a client hold, which moves no week', () => {
    const hold: Told[] = [
      ['2026-04-08T09:00:00Z', { type: 'CLIENT_HOLD_STARTED', reason: 'Audit' }],
      ['2026-04-10T09:00:00Z', { type: 'CLIENT_HOLD_ENDED', reason: 'Audited' }],
    ];
    const planned = (at: string, told: readonly Told[]) =>
      stepsAt(at, [...TRIGGERED, ...told]).map(({ plannedFor }) => plannedFor);
    const [call, ...others] = planned('2026-04-11T00:00:00Z', hold);
    expect(call).toBe('2026-04-16');
    expect(others).toEqual(planned('2026-04-11T00:00:00Z', []).slice(1));
    expect(stepAt('HANDOFF_CALL', '2026-04-09T00:00:00Z', [...TRIGGERED, hold[0]!])).toMatchObject({
      status: 'PLANNED',
      plannedFor: null,
    });
  });
});
