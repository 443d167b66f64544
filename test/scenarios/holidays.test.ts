import { type Database, openDatabase } from '../../src/database';
import { recordFacts } from '../../src/recording';
import { isoOf } from '../../src/rules';
import { type Api, type Asker, startApi } from '../harness/api';
import { inHours, triggered } from '../harness/calls';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';

const CLOCKS = 'slas { sla status dueAt breachedAt metAt }';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const londonDate = (instant: number) => new Date(instant).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

interface Clock {
  sla: string;
  status: string;
  dueAt: string | null;
  breachedAt: string | null;
}
interface Proclaimed {
  deals: number | null;
  calendar: { versions: { version: number; recordedAt: string | null; holidays: { date: string }[] }[] } | null;
  errors: { code: string; message: string; path: string }[];
}

let api: Api;
let fresh: Opened;
let assigned: Opened;
let past: Opened;
/** The working days after that of an hour ago, when handoffs begin here, by the calendar as it is at first. */
let workdays: string[];

beforeAll(async () => {
  api = await startApi();
  workdays = await nextWorkdays(12);
  [fresh, assigned, past] = [await openDeal(api), await openDeal(api), await openDeal(api)];
  await record(api, fresh.key, triggered());
  await record(api, assigned.key, [...triggered(), [inHours(0), { amAssigned: { person: 'am-1' } }]]);
  await record(api, past.key, heldHandoff('ae-1', 'ae-2'));
});
afterAll(() => api.stop());

async function nextWorkdays(count: number): Promise<string[]> {
  const query = '{ calendars { code versions { holidays { date } } } }';
  const { calendars } = answered(
    await api.ask<{ calendars: (Proclaimed['calendar'] & { code: string })[] }>('an-1', query),
  );
  const england = calendars.find(({ code }) => code === 'england-and-wales')!;
  const holidays = new Set(england.versions.at(-1)!.holidays.map(({ date }) => date));
  const days: string[] = [];
  for (let ahead = 1; days.length < count; ahead++) {
    const date = londonDate(Date.now() - HOUR_MS + ahead * DAY_MS);
    if (new Date(date).getUTCDay() % 6 !== 0 && !holidays.has(date)) days.push(date);
  }
  return days;
}

async function proclaim(input: object = {}, asker: Asker = 'fin-1'): Promise<Proclaimed> {
  const query = `mutation ($input: ProclaimHolidayInput!) { proclaimHoliday(input: $input) { deals
    calendar { versions { version recordedAt holidays { date } } } errors { code message path } } }`;
  const whole = { calendar: 'england-and-wales', date: workdays[0], title: 'A day of thanks', ...input };
  return answered(await api.ask<{ proclaimHoliday: Proclaimed }>(asker, query, { input: whole })).proclaimHoliday;
}

async function clocks(key: string, when = ''): Promise<Clock[]> {
  const query = `{ deal(key: "${key}") { handoff${when} { ${CLOCKS} } } }`;
  return answered(await api.ask<{ deal: { handoff: { slas: Clock[] } } }>('an-1', query)).deal.handoff.slas;
}

async function nextDueOn(key: string): Promise<string> {
  const query = `{ deal(key: "${key}") { nextDueAt } }`;
  return answered(await api.ask<{ deal: { nextDueAt: string } }>('an-1', query)).deal.nextDueAt.slice(0, 10);
}

async function isReconciled(): Promise<boolean> {
  const query = '{ reconciliation { code isFine } }';
  const { reconciliation } = answered(await api.ask<{ reconciliation: { isFine: boolean }[] }>('fin-1', query));
  return reconciliation.every(({ isFine }) => isFine);
}

const dateOf = (clock: Clock | undefined) => clock?.dueAt?.slice(0, 10);
const dueOf = (all: Clock[], sla: string) => dateOf(all.find((clock) => clock.sla === sla));

const MARCH = `{ commissionReport(period: "2026-03", groupBy: [DEAL, PAYEE, STATUS], knownAt: "KNOWN") {
  rows { dealKey payeeKey status amount { amount } heldBy { sla amount { amount } } } }
  commissionStatement(payee: "ae-1", period: "2026-03", knownAt: "KNOWN") { lines { nodes { words } } } }`;

const marchKnownAt = async (knownAt: string) =>
  JSON.stringify(await api.ask('fin-1', MARCH.replaceAll('KNOWN', knownAt)));

describe('a holiday that is proclaimed while three handoffs are under way', () => {
  let before: Record<string, Clock[]>;
  let instant: string;
  let march: string;
  let answer: Proclaimed;

  beforeAll(async () => {
    before = {};
    for (const { key } of [fresh, assigned, past]) before[key] = await clocks(key);
    instant = new Date().toISOString();
    march = await marchKnownAt(instant);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answer = await proclaim();
  });

  test('makes a version of the calendar that has the day, and keeps the one before', () => {
    expect(answer.errors).toEqual([]);
    const [first, second, ...others] = answer.calendar!.versions;
    expect([first!.version, second!.version, others]).toEqual([1, 2, []]);
    expect([first!.recordedAt, Boolean(second!.recordedAt)]).toEqual([null, true]);
    expect(second!.holidays.map(({ date }) => date)).toContain(workdays[0]);
    expect(first!.holidays.map(({ date }) => date)).not.toContain(workdays[0]);
  });

  test('moves the clocks that are running by a working day', async () => {
    expect(answer.deals).toBe(2);
    expect(dueOf(before[fresh.key]!, 'ASSIGN_AM')).toBe(workdays[1]);
    const now = await clocks(fresh.key);
    expect(dueOf(now, 'ASSIGN_AM')).toBe(workdays[2]);
    expect([dueOf(before[fresh.key]!, 'HOLD_CALL'), dueOf(now, 'HOLD_CALL')]).toEqual([workdays[4], workdays[5]]);
    expect(await nextDueOn(fresh.key)).toBe(workdays[2]);
  });

  test('leaves what was judged: a clock that was met, and a handoff of the past', async () => {
    const now = await clocks(assigned.key);
    const assign = (all: Clock[]) => all.find(({ sla }) => sla === 'ASSIGN_AM');
    expect(assign(now)).toEqual(assign(before[assigned.key]!));
    expect(dueOf(now, 'HOLD_CALL')).toBe(workdays[5]);
    expect(await clocks(past.key)).toEqual(before[past.key]);
  });

  test('is stored as the rules judge it', async () => {
    for (const { key } of [fresh, assigned, past])
      expect(await clocks(key)).toEqual(await clocks(key, `(effectiveAt: "${new Date().toISOString()}")`));
  });

  test('was not known before', async () => {
    for (const { key } of [fresh, assigned, past])
      expect(await clocks(key, `(knownAt: "${instant}")`)).toEqual(before[key]);
  });

  test('lets both verdicts be asked for', async () => {
    expect(dueOf(await clocks(assigned.key, '(calendarVersion: 1)'), 'ASSIGN_AM')).toBe(workdays[1]);
    expect(dueOf(await clocks(assigned.key, '(calendarVersion: 2)'), 'ASSIGN_AM')).toBe(workdays[2]);
    expect(dueOf(await clocks(fresh.key, '(calendarVersion: 1)'), 'HOLD_CALL')).toBe(workdays[4]);
    const { errors } = await api.ask('an-1', `{ deal(key: "${fresh.key}") { handoff(calendarVersion: 3) { owner } } }`);
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'calendarVersion' });
  });

  test('changes no report and no statement of what was known, and posts nothing', async () => {
    expect(await marchKnownAt(instant)).toBe(march);
    const nowKnown = JSON.parse(await marchKnownAt(new Date().toISOString()));
    expect(nowKnown).toEqual(JSON.parse(march));
    expect(await isReconciled()).toBe(true);
  });

  test('counts for what starts later', async () => {
    const { key } = await openDeal(api);
    await record(api, key, triggered());
    expect(dueOf(await clocks(key), 'ASSIGN_AM')).toBe(workdays[2]);
  });

  test('lets a fact that is learned later be judged by what counted then', async () => {
    await record(api, fresh.key, [[inHours(-0.5), { amAssigned: { person: 'am-2' } }]]);
    const now = await clocks(fresh.key);
    expect(now.find(({ sla }) => sla === 'ASSIGN_AM')).toMatchObject({ status: 'MET' });
    expect(now).toEqual(await clocks(fresh.key, `(effectiveAt: "${new Date().toISOString()}")`));
  });
});

describe('what cannot be proclaimed', () => {
  test.each([
    ['a day that is one already', () => ({ date: workdays[0] }), 'CONFLICT', 'date'],
    ['a Saturday', () => ({ date: '2029-06-02' }), 'CONFLICT', 'date'],
    ['a day that has passed', () => ({ date: '2026-01-06' }), 'BAD_USER_INPUT', 'date'],
    ['a day beyond the calendar', () => ({ date: '2099-01-06' }), 'BAD_USER_INPUT', 'date'],
    ['a day of no calendar', () => ({ calendar: 'atlantis' }), 'NOT_FOUND', 'calendar'],
    ['a day without a name', () => ({ date: workdays[9], title: '  ' }), 'BAD_USER_INPUT', 'title'],
  ])('is %s', async (_name, input, code, path) => {
    const { calendar, errors } = await proclaim(input());
    expect([calendar, errors[0]]).toEqual([null, expect.objectContaining({ code, path })]);
  });

  test('is anything, by those who do not pay', async () => {
    for (const asker of ['ae-1', 'dl-1', 'am-1', 'an-1'] as const) {
      const query = `mutation { proclaimHoliday(input: { calendar: "scotland", date: "${workdays[9]}", title: "x" })
        { errors { code } } }`;
      expect((await api.ask(asker, query)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('at the same time', () => {
  test('two who proclaim the same day make one version of it', async () => {
    const both = await Promise.all([proclaim({ date: workdays[7] }), proclaim({ date: workdays[7] }, 'ad-1')]);
    expect(both.map(({ errors }) => errors.map(({ code }) => code)).sort()).toEqual([[], ['CONFLICT']]);
  });

  test('facts and a proclamation leave what the rules make of both', async () => {
    const deals = await Promise.all(Array.from({ length: 8 }, () => openDeal(api)));
    const writing = deals.map(async ({ key }, index) => {
      await record(api, key, triggered());
      if (index % 2 === 0) await record(api, key, [[inHours(0), { amAssigned: { person: 'am-1' } }]]);
    });
    await Promise.all([...writing, proclaim({ date: workdays[8] })]);
    for (const { key } of deals)
      expect(await clocks(key)).toEqual(await clocks(key, `(effectiveAt: "${new Date().toISOString()}")`));
  });
});

describe('another server, which has read the calendars before,', () => {
  let other: Database;
  beforeAll(async () => {
    other = await openDatabase({ url: api.databaseUrl, poolSize: 2 });
  });
  afterAll(() => other.close());

  test('judges by the version that was proclaimed elsewhere', async () => {
    const [known, told] = [await openDeal(api), await openDeal(api)];
    const viewer = { personKey: 'fin-1', role: 'FINANCE' } as const;
    const state = async (deal: Opened) =>
      recordFacts(
        other,
        viewer,
        triggered().map(([occurredAt, fact]) => ({
          deal: deal.key,
          event: { occurredAt: Date.parse(occurredAt), fact } as never,
        })),
      );
    await state(known);
    await proclaim({ date: workdays[2] });
    await state(told);
    for (const { key } of [known, told])
      expect(await clocks(key)).toEqual(await clocks(key, `(effectiveAt: "${isoOf(Date.now())}")`));
    expect((await clocks(told.key)).map(dateOf)).toEqual((await clocks(known.key)).map(dateOf));
  });
});
