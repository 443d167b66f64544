import { eventGlobalId } from '../../src/facts';
import { PayRunsDocument, SetEmployeeNumberDocument } from '../api/generated/operations';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

let api: Api;
let finance: Finance;
let deal: Opened;
beforeEach(async () => {
  api = await startApi(introducePeople);
  finance = new Finance(api);
  deal = await openDeal(api);
  await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z' where key = '${deal.key}'`);
});
afterEach(() => api.stop());

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;

/** Sold in January for 40,000.00: 2,000.00 at signing, 1,200.00 at the workshop, 800.00 at the board report. */
const sold = () =>
  finance.learns(deal, [
    ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
    ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
    ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-01-14T09:00:00Z', { packageSubmitted: { revision: 1 } }],
    ['2026-01-15T14:00:00Z', { callHeld: { attendees: [...ALL] } }],
    ['2026-01-15T15:00:00Z', { introSent: {} }],
  ]);
const workshop = async (at: string) =>
  (await finance.learns(deal, [[at, { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }]]))[0]!;
const statuses = async () =>
  (
    await api.db.query<{ tranche: string; status: string }>(
      'select tranche, status from commission_payment order by released_at',
    )
  ).map(({ tranche, status }) => `${tranche} ${status}`);
const broken = async () => {
  const { data } = await api.ask<{ reconciliation: { code: string; isFine: boolean }[] }>(
    'fin-1',
    '{ reconciliation { code isFine } }',
  );
  return data!.reconciliation.filter(({ isFine }) => !isFine).map(({ code }) => code);
};
const report = async (period: string, knownAt: string) =>
  JSON.stringify(
    await api.ask(
      'fin-1',
      `{ commissionReport(period: "${period}", groupBy: [DEAL, LINE_KIND, STATUS], knownAt: "${knownAt}") {
      knownAt rows { dealKey lineKind status lines amount { amount } } totals { amount } } }`,
    ),
  );

test('A quarter is paid month by month; what is withdrawn later is taken from what comes', async () => {
  await sold();
  expect(await finance.paysMonth('2026-01')).toEqual({ 'ae-1': ['0.00', '2000.00', '2000.00', '0.00'] });
  const delivered = await workshop('2026-02-17T12:30:00Z');
  expect(await finance.paysMonth('2026-02')).toEqual({ 'ae-1': ['0.00', '1200.00', '1200.00', '0.00'] });
  expect(await statuses()).toEqual(['SOW_SIGNED PAID', 'WEEK_2_WORKSHOP PAID', 'WEEK_12_BOARD_REPORT NOT_EARNED']);
  const knownAt = '2026-03-01T00:00:00.000Z';
  const before = await report('2026-02', knownAt);

  // In March it turns out that nobody came. February is closed: March takes it back, and pays nothing.
  const retracts = eventGlobalId(delivered.dealId, delivered.id);
  await finance.learns(deal, [['2026-03-10T09:00:00Z', { eventRetracted: { retracts, reason: 'Nobody came' } }]]);
  expect(await statuses()).toEqual([
    'SOW_SIGNED PAID',
    'WEEK_12_BOARD_REPORT NOT_EARNED',
    'WEEK_2_WORKSHOP NOT_EARNED',
  ]);
  expect(await finance.paysMonth('2026-03')).toEqual({ 'ae-1': ['0.00', '-1200.00', '0.00', '-1200.00'] });

  // What is below zero is carried on, even through a month in which nothing happens.
  expect(await finance.paysMonth('2026-04')).toEqual({ 'ae-1': ['-1200.00', '0.00', '0.00', '-1200.00'] });
  await workshop('2026-05-05T12:30:00Z');
  await finance.learns(deal, [['2026-05-20T09:00:00Z', { boardReportDelivered: { week: 12 } }]]);
  expect(await finance.paysMonth('2026-05')).toEqual({ 'ae-1': ['-1200.00', '2000.00', '800.00', '0.00'] });
  expect(await statuses()).toEqual(['SOW_SIGNED PAID', 'WEEK_2_WORKSHOP PAID', 'WEEK_12_BOARD_REPORT PAID']);
  expect(await report('2026-02', knownAt)).toBe(before);
  expect(await broken()).toEqual([]);
});

test('A raise after the payment makes the difference due, and nothing that was paid is touched', async () => {
  await sold();
  await finance.paysMonth('2026-01');
  await finance.learns(deal, [['2026-01-20T09:00:00Z', { feeAgreed: { amount: '50000.00' } }, '2026-02-03T09:00:00Z']]);
  expect(await statuses()).toContain('SOW_SIGNED RELEASED');
  const lines = await api.db.query(
    'select kind, period, amount_minor::text as minor from commission_line order by recorded_at',
  );
  expect(lines).toEqual([
    { kind: 'TRANCHE', period: '2026-01', minor: '200000' },
    { kind: 'TRUE_UP', period: '2026-02', minor: '50000' },
  ]);
  expect(await finance.paysMonth('2026-02')).toEqual({ 'ae-1': ['0.00', '500.00', '500.00', '0.00'] });
  expect(await statuses()).toContain('SOW_SIGNED PAID');
});

describe('four eyes', () => {
  test('A run is approved by another than its creator and by nobody whom it pays; who tries is noted', async () => {
    const payees = [
      { person: 'ae-1', shareBp: 9_000 },
      { person: 'fin-2', shareBp: 1_000 },
    ];
    await finance.learns(deal, [['2026-01-09T09:00:00Z', { splitAgreed: { payees } }]]);
    await sold();
    const { payRun } = await finance.creates('2026-01');
    const { id } = payRun!;
    expect((await finance.approves(id, 'fin-1')).errors).toMatchObject([
      { code: 'FORBIDDEN', path: 'payRun', message: 'you have created it: another must approve it' },
    ]);
    expect((await finance.approves(id, 'fin-2')).errors).toMatchObject([
      { code: 'FORBIDDEN', message: 'it pays you: another must approve it' },
    ]);
    expect((await finance.pays(id)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    const approved = await finance.approves(id, 'ad-1');
    expect(approved.payRun).toMatchObject({ status: 'APPROVED', approvedBy: { key: 'ad-1' } });
    expect(approved.payRun!.history).toEqual([
      { by: { key: 'fin-1' }, action: 'CREATE', refusal: null },
      { by: { key: 'fin-1' }, action: 'APPROVE', refusal: 'you have created it: another must approve it' },
      { by: { key: 'fin-2' }, action: 'APPROVE', refusal: 'it pays you: another must approve it' },
      { by: { key: 'fin-1' }, action: 'PAY', refusal: 'it is DRAFT: only what is APPROVED goes on from here' },
      { by: { key: 'ad-1' }, action: 'APPROVE', refusal: null },
    ]);
  });

  test('The database refuses it, too', async () => {
    await sold();
    const { payRun } = await finance.creates('2026-01');
    await expect(
      api.db.query(`update pay_run set status = 'APPROVED', approved_at = now(), approved_by = created_by`),
    ).rejects.toMatchObject({ code: '23514' });
    expect(payRun!.status).toBe('DRAFT');
  });
});

describe('a step', () => {
  beforeEach(async () => {
    await sold();
  });

  test('Taken twice is taken once', async () => {
    const { payRun } = await finance.creates('2026-01');
    expect((await finance.creates('2026-01', 'fin-2')).payRun!.id).toBe(payRun!.id);
    for (const _twice of [1, 2]) expect((await finance.approves(payRun!.id)).errors).toEqual([]);
    for (const _twice of [1, 2]) expect((await finance.pays(payRun!.id, 'BACS-7')).errors).toEqual([]);
    expect((await finance.pays(payRun!.id, 'BACS-8')).errors).toMatchObject([{ code: 'CONFLICT', path: 'reference' }]);
    const sums = await api.db.query(
      'select account, sum(amount_minor)::text as minor from pay_run_posting group by account order by account',
    );
    expect(sums).toEqual([
      { account: 'COMMISSION_ACCRUED', minor: '200000' },
      { account: 'COMMISSION_PAID', minor: '-200000' },
      { account: 'COMMISSION_PAYABLE', minor: '0' },
    ]);
  });

  test('Of a month that was paid is refused, and so is a month that has not ended', async () => {
    await finance.paysMonth('2026-01');
    const again = await finance.creates('2026-01');
    expect(again).toMatchObject({ payRun: { status: 'PAID' }, errors: [{ code: 'CONFLICT', path: 'period' }] });
    expect((await finance.discards(again.payRun!.id)).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await finance.creates('2999-01')).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'period' }]);
  });

  test('Is refused when lines have come since, until the run is made anew', async () => {
    const { payRun } = await finance.creates('2026-01');
    await finance.learns(deal, [['2026-01-28T09:00:00Z', { feeAgreed: { amount: '41000.00' } }]]);
    expect((await finance.approves(payRun!.id)).errors).toMatchObject([
      {
        code: 'CONFLICT',
        message: '1 lines were posted to 2026-01 since it was created: discard it and create another',
      },
    ]);
    expect((await finance.discards(payRun!.id)).payRun!.status).toBe('DISCARDED');
    expect(await finance.paysMonth('2026-01')).toEqual({ 'ae-1': ['0.00', '2050.00', '2050.00', '0.00'] });
  });

  test('Back from an approved run makes its payments what they were', async () => {
    const { payRun } = await finance.creates('2026-01');
    await finance.approves(payRun!.id);
    expect(await statuses()).toContain('SOW_SIGNED APPROVED');
    await finance.discards(payRun!.id);
    expect(await statuses()).toContain('SOW_SIGNED RELEASED');
    const [sum] = await api.db.query(
      'select sum(amount_minor)::text as minor, count(*)::int as postings from pay_run_posting',
    );
    expect(sum).toEqual({ minor: '0', postings: 4 });
    expect(await finance.paysMonth('2026-01')).toEqual({ 'ae-1': ['0.00', '2000.00', '2000.00', '0.00'] });
  });

  test.each(['ae-1', 'dl-1', 'am-1', 'an-1'] as const)('Is not for %s', async (asker) => {
    const { errors } = await api.ask(
      asker,
      'mutation { createPayRun(input: { period: "2026-01" }) { errors { code } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

const numbered = async (person: string, number: string) =>
  answered(await api.run('fin-1', SetEmployeeNumberDocument, { input: { person, number } })).setEmployeeNumber;

test('A number of payroll is one person each, and can be corrected', async () => {
  expect(await numbered('ae-1', 'UK/00417')).toMatchObject({ employeeNumber: 'UK/00417', errors: [] });
  expect((await numbered('ae-2', 'UK/00417')).errors).toMatchObject([{ code: 'CONFLICT', path: 'number' }]);
  expect((await numbered('ae-1', 'UK/00418')).errors).toEqual([]);
  expect((await numbered('ae-2', 'UK/00417')).errors).toEqual([]);
  for (const number of ['', '=1+1', 'x'.repeat(21), 'ä'])
    expect((await numbered('ae-3', number)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'number' }]);
  expect((await numbered('nobody', '7')).errors).toMatchObject([{ code: 'BAD_USER_INPUT', path: 'person' }]);
});

test('The payroll file has everybody who is paid, and no formula', async () => {
  await onServer(api.databaseUrl, `update person set name = '=HYPERLINK("http://x","y")' where key = 'ae-1'`);
  await sold();
  await finance.paysMonth('2026-01');
  await numbered('ae-1', 'UK/00417');
  const { payRuns } = answered(await api.run('an-1', PayRunsDocument, {}));
  expect(payRuns.nodes.map(({ payroll }) => payroll)).toEqual([
    'payee,employee number,name,amount,currency,reference,period\r\n' +
      `ae-1,UK/00417,"'=HYPERLINK(""http://x"",""y"")",2000.00,GBP,BACS-1,2026-01\r\n`,
  ]);
});
