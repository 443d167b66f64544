import { demonstrate } from '../../src/demonstration';
import { eventGlobalId } from '../../src/facts';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
interface Balance {
  account: string;
  payeeKey: string | null;
  balance: { amount: string; currency: string };
}
const balances = async (api: Api, by: 'fin-1' | 'ae-1' | 'ae-2' = 'fin-1') => {
  const query = '{ accountBalances { account payeeKey balance { amount currency } } }';
  return (await api.ask<{ accountBalances: Balance[] }>(by, query)).data!.accountBalances;
};
const inWords = (all: readonly Balance[]) =>
  all.map(({ account, payeeKey, balance }) => `${payeeKey ?? 'company'} ${account} ${balance.amount}`);

let api: Api;
let finance: Finance;
let deal: Opened;

/** Sold in January for 40,000.00, and handed over but for the package. */
async function begin(): Promise<void> {
  api = await startApi(introducePeople);
  finance = new Finance(api);
  deal = await openDeal(api);
  await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z'`);
  await finance.learns(deal, [
    ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
    ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
    ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-01-15T14:00:00Z', { callHeld: { attendees: [...ALL] } }],
    ['2026-01-15T15:00:00Z', { introSent: {} }],
  ]);
}

const workshop = async () =>
  (
    await finance.learns(deal, [['2026-02-17T16:00:00Z', { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }]])
  )[0]!;
const entries = async () =>
  (
    await api.db.query<{ minor: string; period: string; type: string }>(
      `select h.amount_minor::text as minor, h.period, e.type from held_entry h
       join deal_event e on e.deal_id = h.deal_id and e.id = h.event_id order by h.recorded_at`,
    )
  ).map(({ minor, period, type }) => `${minor} in ${period} by ${type}`);

describe('money on its way through the accounts', () => {
  beforeEach(begin);
  afterEach(() => api.stop());

  test('is held back while a clock holds it, then accrued, payable, and paid', async () => {
    expect(inWords(await balances(api))).toEqual([
      'company COMMISSION_EXPENSE 2000.00',
      'company COMMISSION_LIABILITY 2000.00',
      'ae-1 COMMISSION_ACCRUED 2000.00',
    ]);
    await workshop();
    expect(inWords(await balances(api))).toEqual([
      'company COMMISSION_EXPENSE 3200.00',
      'company COMMISSION_LIABILITY 3200.00',
      'ae-1 COMMISSION_ACCRUED 2000.00',
      'ae-1 COMMISSION_HELD_BACK 1200.00',
    ]);
    await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
    expect(await entries()).toEqual([
      '120000 in 2026-02 by WORKSHOP_DELIVERED',
      '-120000 in 2026-03 by PACKAGE_SUBMITTED',
    ]);
    const { payRun } = await finance.creates('2026-01');
    await finance.approves(payRun!.id);
    expect(inWords(await balances(api))).toContain('ae-1 COMMISSION_PAYABLE 2000.00');
    await finance.pays(payRun!.id);
    expect(inWords(await balances(api))).toEqual([
      'company COMMISSION_EXPENSE 3200.00',
      'company COMMISSION_LIABILITY 1200.00',
      'ae-1 COMMISSION_ACCRUED 1200.00',
      'ae-1 COMMISSION_PAID 2000.00',
    ]);
  });
});

describe('held money', () => {
  beforeEach(begin);
  afterEach(() => api.stop());

  test('is let go by a retraction, an amendment and a cancellation, by differences alone', async () => {
    const { dealId, id } = await workshop();
    await finance.learns(deal, [['2026-02-20T09:00:00Z', { feeAgreed: { amount: '50000.00' } }]]);
    const retracts = eventGlobalId(dealId, id);
    await finance.learns(deal, [['2026-02-25T09:00:00Z', { eventRetracted: { retracts, reason: 'Nobody came' } }]]);
    expect(await entries()).toEqual([
      '120000 in 2026-02 by WORKSHOP_DELIVERED',
      '30000 in 2026-02 by FEE_AGREED',
      '-150000 in 2026-02 by EVENT_RETRACTED',
    ]);
    await workshop();
    await finance.learns(deal, [['2026-02-27T09:00:00Z', { dealCancelled: { reason: 'Insolvent' } }]]);
    expect((await entries()).slice(-2)).toEqual([
      '150000 in 2026-02 by WORKSHOP_DELIVERED',
      '-150000 in 2026-02 by DEAL_CANCELLED',
    ]);
    expect(inWords(await balances(api)).filter((line) => line.includes('HELD_BACK'))).toEqual([]);
  });

  test('is posted to the open month when its own is closed', async () => {
    await finance.learns(deal, [['2026-03-03T09:00:00Z', { clientEmailedAe: {} }]]);
    await finance.paysMonth('2026-01');
    await finance.paysMonth('2026-02');
    await finance.learns(deal, [
      ['2026-02-17T16:00:00Z', { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }, '2026-03-09T09:00:00Z'],
    ]);
    expect(await entries()).toEqual(['120000 in 2026-03 by WORKSHOP_DELIVERED']);
  });

  test('is shown to an AE where it is their own, and the company to none', async () => {
    expect(inWords(await balances(api, 'ae-1'))).toEqual(['ae-1 COMMISSION_ACCRUED 2000.00']);
    expect(await balances(api, 'ae-2')).toEqual([]);
  });
});

test('In the demonstration what is held back is what the liability says is held, for every payee', async () => {
  api = await startApi((db) => demonstrate(db, Date.now()));
  const today = new Date().toISOString().slice(0, 10);
  const query = `{ commissionLiability(at: "${today}") { rows { payeeKey held { amount currency } } } }`;
  const { data } = await api.ask<{
    commissionLiability: { rows: { payeeKey: string; held: { amount: string; currency: string } }[] };
  }>('fin-1', query);
  const held = data!.commissionLiability.rows.filter((row) => !/^0[.0]*$/.test(row.held.amount));
  const booked = (await balances(api)).filter(({ account }) => account === 'COMMISSION_HELD_BACK');
  expect(booked.map(({ payeeKey, balance }) => ({ payeeKey, held: balance }))).toEqual(held);
  expect(booked.length).toBeGreaterThan(3);
  await api.stop();
}, 60_000);
