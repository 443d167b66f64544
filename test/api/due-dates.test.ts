import { dayOfDate, type LocalDate, Zone } from '../../src/rules';
import { weekDays } from '../../src/rules/handoff/weeks';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal, record } from '../harness/deals';
import {
  ChangeCommitmentDocument,
  ChangeRiskDocument,
  type CommitmentFilter,
  CommitmentsDocument,
  CreateCommitmentDocument,
  type CreateCommitmentInput,
  CreateRiskDocument,
  ReportRiskMaterialisedDocument,
  type RiskFilter,
  RisksDocument,
} from './generated/operations';

const LONDON = Zone.named('Europe/London');
const TODAY = LONDON.dayOf(Date.now());
const dateIn = (days: number): LocalDate => LONDON.dateOf(TODAY + days);
/** Days from today to the Sunday of this week. */
const TO_SUNDAY = 6 - ((TODAY + 3) % 7);

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function promise(deal: string, input: Partial<CreateCommitmentInput>) {
  const whole = { deal, words: '"We will"', promisedTo: 'Dana', promisedBy: 'ae-1', ...input };
  return answered(await api.run('dl-1', CreateCommitmentDocument, { input: whole })).createCommitment.commitment!;
}

/** A deal triggered on Friday 27 March 2026, two days before clocks go forward: Week 1 starts on 24 April. */
async function triggered(calendar = 'england-and-wales') {
  const deal = await openDeal(api, { calendar });
  const at = '2026-03-27T23:30:00Z';
  await record(api, deal.key, [
    [at, { feeAgreed: { amount: '48000.00' } }],
    [at, { sowSigned: { party: 'CLIENT' } }],
    [at, { sowSigned: { party: 'VENDOR' } }],
    [at, { depositInvoiced: { amount: '19200.00' } }],
    [at, { closedWon: {} }],
  ]);
  return deal;
}

const dueDates = async (deal: string) => {
  const { commitments } = answered(await api.run('fin-1', CommitmentsDocument, { filter: { deal }, first: 100 }));
  return Object.fromEntries(commitments.nodes.map(({ dueWeek, dueOn, dueDate }) => [dueWeek ?? dueOn ?? '', dueDate]));
};

describe('what is due in a week', () => {
  test('is due on its last day, and follows the weeks of the deal when they move', async () => {
    const { key } = await openDeal(api);
    for (const dueWeek of [-4, -1, 1, 4, 12]) await promise(key, { dueWeek });
    await promise(key, { dueOn: '2026-06-01' });
    await promise(key, {});
    const undated = { '-4': null, '-1': null, 1: null, 4: null, 12: null, '2026-06-01': '2026-06-01', '': null };
    expect(await dueDates(key)).toEqual(undated);
    const at = '2026-03-27T23:30:00Z';
    await record(api, key, [
      [at, { feeAgreed: { amount: '48000.00' } }],
      [at, { sowSigned: { party: 'CLIENT' } }],
      [at, { sowSigned: { party: 'VENDOR' } }],
      [at, { depositInvoiced: { amount: '19200.00' } }],
      [at, { closedWon: {} }],
    ]);
    const planned = { '-4': '2026-04-02', '-1': '2026-04-23', 1: '2026-04-30', 4: '2026-05-21', 12: '2026-07-16' };
    expect(await dueDates(key)).toEqual({ ...undated, ...planned });
    const [event] = await record(api, key, [['2026-04-10T09:00:00Z', { kickoffConfirmed: { weekOne: '2026-05-04' } }]]);
    const moved = { 1: '2026-05-10', 4: '2026-05-31', 12: '2026-07-26' };
    expect(await dueDates(key)).toEqual({ ...undated, ...planned, ...moved });
    const retracted = { eventRetracted: { retracts: event!, reason: 'They have not confirmed' } };
    await record(api, key, [['2026-04-11T09:00:00Z', retracted]]);
    expect(await dueDates(key)).toEqual({ ...undated, ...planned });
  });

  test('changes with the week or date that somebody gives it', async () => {
    const { key } = await triggered();
    const { id } = await promise(key, { dueWeek: 2 });
    const change = async (expectedVersion: number, due: { dueWeek?: number; dueOn?: string | null }) =>
      answered(await api.run('am-1', ChangeCommitmentDocument, { input: { commitment: id, expectedVersion, ...due } }))
        .changeCommitment.commitment?.dueDate;
    expect(await change(1, { dueWeek: 3 })).toBe('2026-05-14');
    expect(await change(2, { dueOn: '2026-12-24' })).toBe('2026-12-24');
    expect(await change(3, { dueOn: null })).toBeNull();
  });

  test('is what the rules say, in every week', async () => {
    const { key } = await triggered('scotland');
    const weeks = [-4, -3, -2, -1, ...Array.from({ length: 30 }, (_, index) => index + 1), 520];
    for (const dueWeek of weeks) await promise(key, { dueWeek });
    const ground = { triggeredOn: dayOfDate('2026-03-27'), weekOne: '2026-04-24' };
    const byRules = weeks.map((week) => [String(week), LONDON.dateOf(weekDays(week, ground)!.last)]);
    expect(await dueDates(key)).toEqual(Object.fromEntries(byRules));
  });
});

describe('lists across deals', () => {
  const listed = async (filter: CommitmentFilter, asker: 'fin-1' | 'ae-2' = 'fin-1') =>
    answered(await api.run(asker, CommitmentsDocument, { filter, first: 50 })).commitments.nodes.map(({ id }) => id);
  const reviews = async (filter: RiskFilter) =>
    answered(await api.run('fin-1', RisksDocument, { filter, first: 50 })).risks.nodes.map(({ id }) => id);

  test('tell what is overdue, due this week and broken, by owner, those due first coming first', async () => {
    const deals = [await openDeal(api), await openDeal(api, { accountExecutive: 'ae-2' })];
    const late = await promise(deals[0]!.key, { owner: 'am-2', dueOn: dateIn(-1) });
    const later = await promise(deals[1]!.key, { owner: 'am-2', dueOn: dateIn(-9) });
    const sunday = await promise(deals[0]!.key, { owner: 'am-2', dueOn: dateIn(TO_SUNDAY) });
    const monday = await promise(deals[0]!.key, { owner: 'am-2', dueOn: dateIn(TO_SUNDAY + 1) });
    const kept = await promise(deals[0]!.key, { owner: 'am-2', dueOn: dateIn(-1) });
    for (const [{ id }, status] of [
      [kept, 'KEPT'],
      [monday, 'BROKEN'],
    ] as const) {
      const input = { commitment: id, expectedVersion: 1, status, evidence: 'Her mail of today' };
      answered(await api.run('am-2', ChangeCommitmentDocument, { input }));
    }
    const owner = 'am-2';
    expect(await listed({ owner, due: 'OVERDUE' })).toEqual([later.id, late.id]);
    const isThisWeek = TO_SUNDAY < 6;
    expect(await listed({ owner, due: 'THIS_WEEK' })).toEqual(isThisWeek ? [late.id, sunday.id] : [sunday.id]);
    expect(await listed({ owner, status: ['BROKEN'] })).toEqual([monday.id]);
    expect(await listed({ owner, due: 'OVERDUE', status: ['KEPT'] })).toEqual([]);
    expect(await listed({ owner, dueFrom: dateIn(TO_SUNDAY), dueBefore: dateIn(TO_SUNDAY + 2) })).toEqual([
      sunday.id,
      monday.id,
    ]);
    expect(await listed({ due: 'OVERDUE', owner }, 'ae-2')).toEqual([later.id]);
  });

  test('go on from a cursor in the order of due dates, and refuse one of another order', async () => {
    const { key } = await openDeal(api);
    for (const days of [3, 1, 2]) await promise(key, { owner: 'ad-1', dueOn: dateIn(days) });
    const page = async (filter: CommitmentFilter, after?: string) =>
      api.run('fin-1', CommitmentsDocument, { filter: { owner: 'ad-1', ...filter }, first: 2, after: after ?? null });
    const dated = { dueFrom: dateIn(0) };
    const first = answered(await page(dated)).commitments;
    const second = answered(await page(dated, first.pageInfo.endCursor!)).commitments;
    const dates = [...first.nodes, ...second.nodes].map(({ dueDate }) => dueDate);
    expect(dates).toEqual([dateIn(1), dateIn(2), dateIn(3)]);
    expect((await page({}, first.pageInfo.endCursor!)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('tell which risks are to be reviewed, and remember when they were', async () => {
    const { key } = await openDeal(api);
    const flag = async (reviewOn: string) => {
      const input = { deal: key, description: 'A new sponsor', likelihood: 'HIGH', owner: 'dl-2', reviewOn } as const;
      return answered(await api.run('am-1', CreateRiskDocument, { input })).createRisk.risk!;
    };
    const [overdue, soon] = [await flag(dateIn(-2)), await flag(dateIn(TO_SUNDAY))];
    expect(await reviews({ owner: 'dl-2', review: 'OVERDUE' })).toEqual([overdue.id]);
    expect(await reviews({ owner: 'dl-2', reviewFrom: dateIn(0) })).toEqual([soon.id]);
    const change = async (input: object) =>
      answered(await api.run('am-1', ChangeRiskDocument, { input: { risk: overdue.id, expectedVersion: 1, ...input } }))
        .changeRisk;
    const tomorrow = await change({ reviewedOn: dateIn(1) });
    expect(tomorrow.errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'reviewedOn' }]);
    const reviewed = { reviewedOn: dateIn(0), reviewOn: dateIn(30), agreedMitigation: 'A call every Friday' };
    expect((await change(reviewed)).risk).toMatchObject({ ...reviewed, status: 'OPEN', version: 2 });
    expect(await reviews({ owner: 'dl-2', review: 'OVERDUE' })).toEqual([]);
  });
});

test('nothing is due of a cancelled deal, and a risk that has materialised is still to be reviewed', async () => {
  const [live, cancelled] = [await openDeal(api), await openDeal(api)];
  const dueOn = dateIn(-3);
  for (const { key } of [live, cancelled]) {
    await promise(key, { dueOn });
    const risk = { deal: key, description: 'A new sponsor', likelihood: 'HIGH', reviewOn: dueOn } as const;
    const { createRisk } = answered(await api.run('dl-1', CreateRiskDocument, { input: risk }));
    const reported = { deal: key, occurredAt: new Date().toISOString(), risk: createRisk.risk!.id };
    answered(await api.run('dl-1', ReportRiskMaterialisedDocument, { input: reported }));
  }
  await record(api, cancelled.key, [[new Date().toISOString(), { dealCancelled: { reason: 'Insolvent' } }]]);
  const overdue = async (deal: string) => [
    answered(await api.run('fin-1', CommitmentsDocument, { filter: { deal, due: 'OVERDUE' } })).commitments.nodes
      .length,
    answered(await api.run('fin-1', RisksDocument, { filter: { deal, review: 'OVERDUE' } })).risks.nodes.length,
  ];
  expect([await overdue(live.key), await overdue(cancelled.key)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

test('what was broken before a deal was cancelled is still told, by day too; what was open is not due', async () => {
  const { key: deal } = await openDeal(api);
  const [dueFrom, dueBefore] = [dateIn(-3), dateIn(-2)];
  const { id: commitment } = await promise(deal, { dueOn: dueFrom });
  await promise(deal, { dueOn: dueFrom });
  const broken = { commitment, expectedVersion: 1, status: 'BROKEN', evidence: 'Her mail of today' } as const;
  answered(await api.run('am-2', ChangeCommitmentDocument, { input: broken }));
  await record(api, deal, [[new Date().toISOString(), { dealCancelled: { reason: 'Insolvent' } }]]);
  const filter = { deal, dueFrom, dueBefore };
  const { commitments } = answered(await api.run('fin-1', CommitmentsDocument, { filter }));
  expect(commitments.nodes.map(({ id, status }) => [id, status])).toEqual([[commitment, 'BROKEN']]);
});
