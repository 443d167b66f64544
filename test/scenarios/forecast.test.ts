import type { FactInput } from '../../src/facts';
import { type Api, introducePeople, startApi } from '../harness/api';
import { openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

const FORECAST = `{ commissionForecast { rows { month payeeKey tranche expected { amount } atRisk { amount } waitingFor
  reasons { reason sla accountable payments amount { amount } deals } } } }`;
const CALL: FactInput = { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } };
const WORKSHOP = 'WORKSHOP_DELIVERED in Week 2 with at least one person attending';
const REPORT = 'BOARD_REPORT_DELIVERED in Week 12';
let api: Api;
beforeAll(async () => {
  api = await startApi(introducePeople);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.stop());

async function told(): Promise<void> {
  const finance = new Finance(api);
  const deal = async (accountExecutive: string, signedOnly: boolean, isHandedOver: boolean) => {
    const opened = await openDeal(api, { accountExecutive });
    await finance.learns(opened, [
      ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
      ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
      ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ]);
    if (signedOnly) return;
    await finance.learns(opened, [
      ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
      ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
      ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
      ['2026-01-15T14:00:00Z', CALL],
      ['2026-01-15T15:00:00Z', { introSent: {} }],
    ]);
    if (isHandedOver) await finance.learns(opened, [['2026-01-15T13:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  };
  await deal('ae-1', false, true);
  await deal('ae-2', false, false);
  await deal('ae-3', true, false);
}

const rows = async (by: 'fin-1' | 'ae-2') =>
  (await api.ask<{ commissionForecast: { rows: object[] } }>(by, FORECAST)).data!.commissionForecast.rows;
const row = (month: string | null, payeeKey: string, tranche: string, minor: string, waitingFor: string) => ({
  ...{ month, payeeKey, tranche, expected: { amount: minor }, atRisk: { amount: '0.00' } },
  ...{ waitingFor: [waitingFor], reasons: [] },
});

test('A forecast goes by the timelines, names the clock that will hold, and what has no month yet', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-10T08:00:00Z'));
  await told();
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-02-17T09:00:00Z'));
  const clock = { reason: 'CLOCK', sla: 'SUBMIT_PACKAGE', accountable: 'ACCOUNT_EXECUTIVE', payments: 1 };
  const deals = ['D-2026-0002'];
  const late = (tranche: string, month: string, amount: string, waitingFor: string) => ({
    ...row(month, 'ae-2', tranche, amount, waitingFor),
    ...{ atRisk: { amount }, reasons: [{ ...clock, amount: { amount }, deals }] },
  });
  const ofTheLate = [
    late('WEEK_2_WORKSHOP', '2026-02', '1200.00', WORKSHOP),
    late('WEEK_12_BOARD_REPORT', '2026-05', '800.00', REPORT),
  ];
  expect(await rows('fin-1')).toEqual([
    row('2026-02', 'ae-1', 'WEEK_2_WORKSHOP', '1200.00', WORKSHOP),
    ofTheLate[0],
    row('2026-05', 'ae-1', 'WEEK_12_BOARD_REPORT', '800.00', REPORT),
    ofTheLate[1],
    row(null, 'ae-3', 'WEEK_12_BOARD_REPORT', '800.00', REPORT),
    row(null, 'ae-3', 'WEEK_2_WORKSHOP', '1200.00', WORKSHOP),
  ]);
  expect(await rows('ae-2')).toEqual(ofTheLate);
});

test('What is earned and held is expected now, and says by which clock', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-03-02T09:00:00Z'));
  await new Finance(api).learns({ id: '', key: 'D-2026-0002' }, [
    ['2026-02-18T16:00:00Z', { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }],
  ]);
  const [held] = await rows('ae-2');
  expect(held).toMatchObject({
    ...{ month: '2026-03', tranche: 'WEEK_2_WORKSHOP', atRisk: { amount: '1200.00' }, waitingFor: [] },
    reasons: [{ reason: 'HELD', sla: 'SUBMIT_PACKAGE', accountable: 'ACCOUNT_EXECUTIVE', deals: ['D-2026-0002'] }],
  });
});
