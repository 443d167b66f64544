import { eventGlobalId } from '../../src/facts';
import type { OpenDealInput } from '../api/generated/operations';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
interface Owed {
  payeeKey: string | null;
  unpaid: { amount: string };
  held: { amount: string };
  notYetEarned: { amount: string };
  accrued: { amount: string };
}
const owed = async (api: Api, args: string, by: 'fin-1' | 'ae-1' | 'ae-2' = 'fin-1') => {
  const query = `{ commissionLiability(${args}) { rows { payeeKey unpaid { amount } held { amount }
    notYetEarned { amount } accrued { amount } } totals { accrued { amount currency } } } }`;
  return (await api.ask<{ commissionLiability: { rows: Owed[] } }>(by, query)).data!.commissionLiability.rows;
};
const openedBefore = async (api: Api, input: Partial<OpenDealInput> = {}) => {
  const opened = await openDeal(api, input);
  const id = `(select id from deal where key = '${opened.key}')`;
  await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z' where id = ${id}`);
  await onServer(
    api.databaseUrl,
    `update commission_payment_version set recorded_at = '2025-12-01Z' where deal_id = ${id}`,
  );
  return opened;
};
/** What the accounts of the ledger owe people: accrued, payable and carried forward; a credit is below zero. */
const liabilityOfTheBooks = async (api: Api) => {
  const [sum] = await api.db.query<{ minor: string }>(
    `select (-sum(amount_minor))::text as minor
     from (select account, amount_minor from posting union all select account, amount_minor from pay_run_posting) as p
     where account in ('COMMISSION_ACCRUED', 'COMMISSION_PAYABLE', 'CARRIED_FORWARD')`,
  );
  return BigInt(sum!.minor);
};
const inWords = ({ payeeKey, unpaid, held, notYetEarned, accrued }: Owed) =>
  [payeeKey, unpaid.amount, held.amount, notYetEarned.amount, accrued.amount].join(' ');

let api: Api;
let finance: Finance;
let deal: Opened;
beforeEach(async () => {
  api = await startApi(introducePeople);
  finance = new Finance(api);
  deal = await openedBefore(api);
  await finance.learns(deal, [
    ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
    ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
    ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-01-15T14:00:00Z', { callHeld: { attendees: [...ALL] } }],
    ['2026-01-15T15:00:00Z', { introSent: {} }],
    ['2026-02-17T16:00:00Z', { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }],
    ['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }],
  ]);
});
afterEach(() => api.stop());

test('At the end of a month is owed what was released, what a clock holds, and what is to be earned', async () => {
  const at = async (day: string) => (await owed(api, `at: "${day}"`)).map(inWords);
  expect(await at('2025-12-31')).toEqual([]);
  expect(await at('2026-01-31')).toEqual(['ae-1 2000.00 0.00 2000.00 2000.00']);
  expect(await at('2026-02-28')).toEqual(['ae-1 2000.00 1200.00 800.00 3200.00']);
  expect(await at('2026-03-31')).toEqual(['ae-1 3200.00 0.00 800.00 3200.00']);
});

test('What is owed is told as it was known, to the byte, and an AE is told of their own', async () => {
  const asked = 'at: "2026-02-28", knownAt: "2026-03-02T00:00:00Z"';
  const before = JSON.stringify(await owed(api, asked));
  await finance.paysMonth('2026-01');
  await finance.learns(deal, [['2026-04-01T09:00:00Z', { feeAgreed: { amount: '50000.00' } }]]);
  expect(JSON.stringify(await owed(api, asked))).toBe(before);
  expect(await owed(api, asked, 'ae-2')).toEqual([]);
  expect(await owed(api, asked, 'ae-1')).toHaveLength(1);
});

test('A deal owes what it stood at: its fee of then, not cancelled yet, even if that was withdrawn', async () => {
  const end = 'at: "2026-03-31"';
  const [cancelled] = await finance.learns(deal, [
    ['2026-04-02T09:00:00Z', { dealCancelled: { reason: 'They moved abroad' } }],
  ]);
  const known = `${end}, knownAt: "2026-04-03T00:00:00Z"`;
  const before = (await owed(api, known)).map(inWords);
  expect(before).toEqual(['ae-1 3200.00 0.00 800.00 3200.00']);
  const retracts = eventGlobalId(cancelled!.dealId, cancelled!.id);
  await finance.learns(deal, [
    ['2026-04-06T09:00:00Z', { eventRetracted: { retracts, reason: 'They stay' } }],
    ['2026-04-07T09:00:00Z', { feeAgreed: { amount: '50000.00' } }],
  ]);
  expect((await owed(api, known)).map(inWords)).toEqual(before);
  expect((await owed(api, end)).map(inWords)).toEqual(before);
  expect((await owed(api, 'at: "2026-04-30"')).map(inWords)).toEqual(['ae-1 4000.00 0.00 1000.00 4000.00']);
});

test('It is owed to the payees of then, to those who have left the split, too', async () => {
  const payees = [{ person: 'ae-2', shareBp: 10_000 }];
  await finance.learns(deal, [['2026-04-07T09:00:00Z', { splitAgreed: { payees } }]]);
  expect((await owed(api, 'at: "2026-02-28"')).map(inWords)).toEqual(['ae-1 2000.00 1200.00 800.00 3200.00']);
  expect((await owed(api, 'at: "2026-02-28"', 'ae-1')).map(inWords)).toEqual(['ae-1 2000.00 1200.00 800.00 3200.00']);
  expect((await owed(api, 'at: "2026-04-30"')).map(inWords)).toEqual([
    'ae-1 3200.00 0.00 0.00 3200.00',
    'ae-2 0.00 0.00 800.00 0.00',
  ]);
});

test('Nothing is owed for a deal whose signature was recorded by mistake', async () => {
  const other = await openedBefore(api, { clientName: 'Alder & Co', accountExecutive: 'ae-2' });
  const [, , signed] = await finance.learns(other, [
    ['2026-04-10T09:00:00Z', { feeAgreed: { amount: '10000.00' } }],
    ['2026-04-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-04-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
  ]);
  expect((await owed(api, 'at: "2026-04-30"')).map(inWords)).toContain('ae-2 500.00 0.00 500.00 500.00');
  const retracts = eventGlobalId(signed!.dealId, signed!.id);
  await finance.learns(other, [['2026-04-20T09:00:00Z', { eventRetracted: { retracts, reason: 'A draft' } }]]);
  expect((await owed(api, 'at: "2026-04-30"')).map(inWords)).toEqual(['ae-1 3200.00 0.00 800.00 3200.00']);
});

test('What is owed is less what was paid, once it was, and is what the report closes with', async () => {
  const today = new Date().toISOString().slice(0, 10);
  await finance.paysMonth('2026-01');
  const [{ unpaid }] = (await owed(api, `at: "${today}"`)) as [Owed];
  const query = '{ commissionReport(period: "2026-03", groupBy: []) { rows { closing { amount } } } }';
  const { data } = await api.ask<{ commissionReport: { rows: { closing: { amount: string } }[] } }>('fin-1', query);
  expect(unpaid.amount).toBe('1200.00');
  expect(data!.commissionReport.rows).toEqual([{ closing: unpaid }]);
  expect(await liabilityOfTheBooks(api)).toBe(120_000n);
});
