import { eventGlobalId } from '../../src/facts';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

let api: Api;
let finance: Finance;
let deal: Opened;
beforeEach(async () => {
  api = await startApi(introducePeople);
  finance = new Finance(api);
  deal = await openDeal(api);
  await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z'`);
  await onServer(api.databaseUrl, `update commission_payment_version set recorded_at = '2025-12-01Z'`);
});
afterEach(() => api.stop());

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
const FIGURES = `opening { amount } released { amount } truedUp { amount } clawedBack { amount } reversed { amount }
  paid { amount } closing { amount } earned { amount } held { amount } heldBy { sla accountable amount { amount } }`;
type Money = { amount: string };
interface Row extends Record<string, unknown> {
  opening: Money;
  amount: Money;
  paid: Money;
  closing: Money;
  heldBy: { sla: string | null; accountable: string | null; amount: Money }[];
}

/** Sold in January for 40,000.00; without the package, which comes in March, the workshop's share is held. */
const sold = () =>
  finance.learns(deal, [
    ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
    ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
    ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-01-15T14:00:00Z', { callHeld: { attendees: [...ALL] } }],
    ['2026-01-15T15:00:00Z', { introSent: {} }],
    ['2026-02-17T16:00:00Z', { workshopDelivered: { week: 2, cohort: 1, attended: 9 } }],
  ]);
const text = async (args: string, fields = FIGURES, by: 'fin-1' | 'ae-1' | 'ae-2' = 'fin-1') =>
  JSON.stringify(
    await api.ask(by, `{ commissionReport(${args}) { knownAt rows { lines amount { amount } ${fields} } } }`),
  );
const rows = async (...asked: Parameters<typeof text>) =>
  (JSON.parse(await text(...asked)) as { data: { commissionReport: { rows: Row[] } } }).data.commissionReport.rows;
const figures = async (args: string) => {
  const [row] = await rows(args);
  return Object.fromEntries(
    Object.entries(row!).map(([name, value]) => [name, (value as Money | null)?.amount ?? value]),
  );
};
const NOTHING = { truedUp: '0.00', clawedBack: '0.00', reversed: '0.00' };

test('A balance goes from month to month: what is released is open until a run has paid it', async () => {
  await sold();
  expect(await figures('period: "2026-01", groupBy: [PAYEE]')).toMatchObject({
    ...{ ...NOTHING, opening: '0.00', earned: '2000.00', released: '2000.00', paid: '0.00', closing: '2000.00' },
  });
  await finance.paysMonth('2026-01');
  expect(await figures('period: "2026-01", groupBy: [PAYEE]')).toMatchObject({ paid: '2000.00', closing: '0.00' });
  expect(await figures('period: "2026-02", groupBy: [PAYEE]')).toMatchObject({
    ...{ ...NOTHING, opening: '0.00', earned: '1200.00', released: '0.00', held: '1200.00', closing: '0.00' },
    heldBy: [{ sla: 'SUBMIT_PACKAGE', accountable: 'ACCOUNT_EXECUTIVE', amount: { amount: '1200.00' } }],
  });
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  expect(await figures('period: "2026-03", groupBy: [PAYEE]')).toMatchObject({
    ...{ opening: '0.00', earned: '0.00', released: '1200.00', held: '0.00', heldBy: [], closing: '1200.00' },
  });
  expect(await figures('period: "2026-02", groupBy: [PAYEE]')).toMatchObject({ held: '1200.00' });
});

test('A range is its months together, and opens with what the month before it left open', async () => {
  await sold();
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  expect(await figures('period: "2026-01", until: "2026-03", groupBy: []')).toMatchObject({
    ...{ opening: '0.00', earned: '3200.00', released: '3200.00', closing: '3200.00', lines: 2 },
  });
  expect(await figures('period: "2026-02", until: "2026-04", groupBy: []')).toMatchObject({
    ...{ opening: '2000.00', earned: '1200.00', released: '1200.00', closing: '3200.00', lines: 1 },
  });
});

test('What a run could not take is carried forward: it opens the next month below zero', async () => {
  const [, , , , , , , , workshop] = await sold();
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  for (const month of ['2026-01', '2026-02', '2026-03']) await finance.paysMonth(month);
  const retracts = eventGlobalId(workshop!.dealId, workshop!.id);
  await finance.learns(deal, [['2026-04-02T09:00:00Z', { eventRetracted: { retracts, reason: 'Nobody came' } }]]);
  expect(await figures('period: "2026-04", groupBy: [PAYEE]')).toMatchObject({
    ...{ opening: '0.00', reversed: '-1200.00', paid: '0.00', closing: '-1200.00' },
  });
  await finance.paysMonth('2026-04');
  expect(await figures('period: "2026-04", groupBy: [PAYEE]')).toMatchObject({ paid: '0.00', closing: '-1200.00' });
  expect(await figures('period: "2026-05", groupBy: [PAYEE]')).toMatchObject({ opening: '-1200.00', lines: 0 });
});

test('Balances go from month to month whichever is paid first: what one run carried, another brought', async () => {
  await sold();
  await finance.learns(deal, [['2026-02-20T09:00:00Z', { feeAgreed: { amount: '30000.00' } }]]);
  await finance.paysMonth('2026-02');
  const months = ['2026-01', '2026-02', '2026-03'];
  const chain = async () =>
    (await Promise.all(months.map((month) => figures(`period: "${month}", groupBy: [PAYEE]`)))).map(
      ({ opening, amount, paid, closing }) => [opening, amount, paid, closing].join(' '),
    );
  expect(await chain()).toEqual([
    '0.00 2000.00 0.00 2000.00',
    '2000.00 -500.00 0.00 1500.00',
    '1500.00 0.00 0.00 1500.00',
  ]);
  await finance.paysMonth('2026-01');
  expect(await chain()).toEqual(['0.00 2000.00 1500.00 500.00', '500.00 -500.00 0.00 0.00', '0.00 0.00 0.00 0.00']);
});

test('A statement goes from opening to closing: what was paid when, and what is carried forward', async () => {
  const [, , , , , , , , workshop] = await sold();
  const balances = async (period: string, knownAt = new Date().toISOString(), by: 'fin-1' | 'ae-1' = 'fin-1') => {
    const query = `{ commissionStatement(payee: "ae-1", period: "${period}", knownAt: "${knownAt}") { balances {
      opening { amount } amount { amount } paid { amount } closing { amount } carriedForward { amount } paidAt } } }`;
    const { data } = await api.ask<{ commissionStatement: { balances: Row[] } }>(by, query);
    return data!.commissionStatement.balances.map((row) =>
      ['opening', 'amount', 'paid', 'closing', 'carriedForward', 'paidAt']
        .map((name) => (row[name] as Money | null)?.amount ?? (row[name] ? 'paid' : '-'))
        .join(' '),
    );
  };
  expect(await balances('2026-01')).toEqual(['0.00 2000.00 0.00 2000.00 - -']);
  expect(await balances('2026-02')).toEqual(['2000.00 0.00 0.00 2000.00 - -']);
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  for (const month of ['2026-01', '2026-02', '2026-03']) await finance.paysMonth(month);
  const retracts = eventGlobalId(workshop!.dealId, workshop!.id);
  await finance.learns(deal, [['2026-04-02T09:00:00Z', { eventRetracted: { retracts, reason: 'Nobody came' } }]]);
  await finance.paysMonth('2026-04');
  expect(await balances('2026-01')).toEqual(['0.00 2000.00 2000.00 0.00 0.00 paid']);
  expect(await balances('2026-04')).toEqual(['0.00 -1200.00 0.00 -1200.00 -1200.00 paid']);
  expect(await balances('2026-05', undefined, 'ae-1')).toEqual(['-1200.00 0.00 0.00 -1200.00 - -']);
  expect(await balances('2026-01', '2026-02-01T00:00:00Z')).toEqual(['0.00 2000.00 0.00 2000.00 - -']);
});

test('Asked again with the same instant a report is the same to the byte, whatever came since', async () => {
  const [, , , , , , , , workshop] = await sold();
  const asked = ['[PAYEE, STATUS]', '[DEAL, TRANCHE]', '[LINE_KIND]', '[]'].map(
    (groupBy) => `period: "2026-01", until: "2026-03", groupBy: ${groupBy}, knownAt: "2026-03-02T00:00:00Z"`,
  );
  const before = await Promise.all(asked.map((args) => text(args)));
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  await finance.paysMonth('2026-01');
  const retracts = eventGlobalId(workshop!.dealId, workshop!.id);
  await finance.learns(deal, [['2026-04-02T09:00:00Z', { eventRetracted: { retracts, reason: 'Nobody came' } }]]);
  expect(await Promise.all(asked.map((args) => text(args)))).toEqual(before);
});

test('By every dimension, opening and what moved, less what was paid, is closing', async () => {
  await sold();
  await finance.learns(deal, [['2026-03-03T09:00:00Z', { packageSubmitted: { revision: 1 } }]]);
  await finance.paysMonth('2026-01');
  const minor = ({ amount }: Money) => BigInt(amount.replace('.', ''));
  for (const groupBy of ['PAYEE', 'TRANCHE', 'STATUS', 'DEAL', 'LINE_KIND']) {
    const all = await rows(`period: "2026-01", until: "2026-03", groupBy: [${groupBy}]`);
    for (const { opening, amount, paid, closing } of all)
      expect(minor(opening) + minor(amount) - minor(paid)).toBe(minor(closing));
    expect(all.reduce((sum, { closing }) => sum + minor(closing), 0n)).toBe(120_000n);
  }
});

test('An AE is told of their own money alone, and nothing of months that end before they begin', async () => {
  await sold();
  expect(await rows('period: "2026-01", groupBy: [PAYEE]', FIGURES, 'ae-2')).toEqual([]);
  expect(await rows('period: "2026-01", groupBy: [PAYEE]', FIGURES, 'ae-1')).toHaveLength(1);
  const { errors } = await api.ask(
    'fin-1',
    '{ commissionReport(period: "2026-03", until: "2026-01", groupBy: []) { period } }',
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', path: 'until' } }]);
});
