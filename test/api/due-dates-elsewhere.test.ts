import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import { dayOfDate, type LocalDate, Zone } from '../../src/rules';
import { weekDays } from '../../src/rules/handoff/weeks';
import { type Api, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, openDeal, record } from '../harness/deals';
import { ChangeCommitmentDocument, CommitmentsDocument, CreateCommitmentDocument } from './generated/operations';

/** Calendars with the bank holidays of England in other places. */
const CALENDARS = `
  insert into calendar (code, version, zone, covers_from, covers_to, holidays)
  select place, 1, its_zone, covers_from, covers_to, holidays from calendar,
    (values ('new-york', 'America/New_York'), ('auckland', 'Pacific/Auckland')) as elsewhere (place, its_zone)
  where code = 'england-and-wales'
  order by version desc limit 2`;

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await onServer(api.databaseUrl, CALENDARS);
});
afterAll(() => api.stop());

const promised = { words: '"We will"', promisedTo: 'Dana', promisedBy: 'ae-1' };
const promise = async (deal: string, due: { dueWeek?: number } = {}) =>
  answered(await api.run('dl-1', CreateCommitmentDocument, { input: { deal, ...promised, ...due } })).createCommitment
    .commitment!;
const dueDates = async (deal: string) => {
  const { commitments } = answered(await api.run('fin-1', CommitmentsDocument, { filter: { deal }, first: 50 }));
  return Object.fromEntries(commitments.nodes.map(({ dueWeek, dueDate }) => [dueWeek, dueDate]));
};
const trigger = (key: string, at: string) =>
  record(api, key, [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
  ]);

/** Instants shortly before and after midnights, among them those of the nights in which clocks change. */
const TRIGGERS: readonly (readonly [calendar: string, zone: string, at: string, triggeredOn: LocalDate])[] = [
  ['england-and-wales', 'Europe/London', '2025-03-29T23:59:59.999Z', '2025-03-29'],
  ['england-and-wales', 'Europe/London', '2025-03-30T22:59:59.999Z', '2025-03-30'],
  ['england-and-wales', 'Europe/London', '2025-03-30T23:00:00.000Z', '2025-03-31'],
  ['england-and-wales', 'Europe/London', '2025-10-25T23:00:00.000Z', '2025-10-26'],
  ['england-and-wales', 'Europe/London', '2025-10-26T23:59:59.999Z', '2025-10-26'],
  ['new-york', 'America/New_York', '2025-03-09T04:59:59.999Z', '2025-03-08'],
  ['new-york', 'America/New_York', '2025-03-10T03:59:59.999Z', '2025-03-09'],
  ['new-york', 'America/New_York', '2025-11-03T05:00:00.000Z', '2025-11-03'],
  ['auckland', 'Pacific/Auckland', '2025-09-27T12:00:00.000Z', '2025-09-28'],
  ['auckland', 'Pacific/Auckland', '2025-09-28T10:59:59.999Z', '2025-09-28'],
  ['auckland', 'Pacific/Auckland', '2025-09-28T11:00:00.000Z', '2025-09-29'],
];
const WEEKS = [-4, -1, 1, 12, 40];

describe('what is due in a week is due by the days of the deal’s own calendar, as the rules count them', () => {
  test.each(TRIGGERS)('%s (%s), triggered at %s, on %s', async (calendar, place, at, date) => {
    const { key } = await openDeal(api, { calendar });
    for (const dueWeek of WEEKS) await promise(key, { dueWeek });
    await trigger(key, at);
    const zone = Zone.named(place);
    const triggeredOn = dayOfDate(date);
    expect(zone.dayOf(Date.parse(at))).toBe(triggeredOn);
    const ground = { triggeredOn, weekOne: zone.dateOf(triggeredOn + 28) };
    const byRules = WEEKS.map((week) => [week, zone.dateOf(weekDays(week, ground)!.last)]);
    expect(await dueDates(key)).toEqual(Object.fromEntries(byRules));
  });

  test('and a trigger that is withdrawn takes the dates away, but not those of a confirmed Week 1', async () => {
    const { key } = await openDeal(api, { calendar: 'auckland' });
    for (const dueWeek of [-1, 1]) await promise(key, { dueWeek });
    const signed = (await trigger(key, '2025-09-28T11:00:00Z'))[1]!;
    expect(await dueDates(key)).toEqual({ '-1': '2025-10-26', 1: '2025-11-02' });
    await record(api, key, [['2025-10-01T11:00:00Z', { kickoffConfirmed: { weekOne: '2025-11-03' } }]]);
    await record(api, key, [['2025-10-02T11:00:00Z', { eventRetracted: { retracts: signed, reason: 'Not signed' } }]]);
    expect(await dueDates(key)).toEqual({ '-1': null, 1: '2025-11-09' });
  });
});

describe('what is written down while the weeks move is due by where they have moved to:', () => {
  const WEEK_ONE = '2026-02-02';
  const SUNDAY_OF_WEEK_2 = '2026-02-15';

  /** Has something written while another writer has the deal's row, and has moved its weeks, but has not committed. */
  async function whileWeeksMove<Answer>(key: string, write: () => Promise<Answer>): Promise<Answer> {
    const mover = new pg.Client({ connectionString: api.databaseUrl });
    await mover.connect();
    try {
      await mover.query('begin');
      await mover.query('select from deal where key = $1 for update', [key]);
      await mover.query('update deal set week_one = $2 where key = $1', [key, WEEK_ONE]);
      const writing = write();
      while ((await waiting()) === 0) await later(10);
      await mover.query('commit');
      return await writing;
    } finally {
      await mover.end();
    }
  }

  const waiting = async () =>
    (
      await onServer<object>(
        api.databaseUrl,
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length;

  test('a new commitment', async () => {
    const { key } = await openDeal(api);
    const { dueDate } = await whileWeeksMove(key, () => promise(key, { dueWeek: 2 }));
    expect(dueDate).toBe(SUNDAY_OF_WEEK_2);
  });

  test('one that had no date until then', async () => {
    const { key } = await openDeal(api);
    const { id } = await promise(key);
    const input = { commitment: id, expectedVersion: 1, dueWeek: 2 };
    const answer = await whileWeeksMove(key, () => api.run('am-1', ChangeCommitmentDocument, { input }));
    expect(answered(answer).changeCommitment.commitment?.dueDate).toBe(SUNDAY_OF_WEEK_2);
  });
});
