import { demonstrate } from '../../src/demonstration';
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
const inWords = ({ payeeKey, unpaid, held, notYetEarned, accrued }: Owed) =>
  [payeeKey, unpaid.amount, held.amount, notYetEarned.amount, accrued.amount].join(' ');

describe('what is owed at the end of a month', () => {
  let api: Api;
  let finance: Finance;
  let deal: Opened;
  beforeEach(async () => {
    api = await startApi(introducePeople);
    finance = new Finance(api);
    deal = await openDeal(api);
    await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z'`);
    await onServer(api.databaseUrl, `update commission_payment_version set recorded_at = '2025-12-01Z'`);
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

  test('is what was released, what a clock holds, and what is still to be earned', async () => {
    const at = async (day: string) => (await owed(api, `at: "${day}"`)).map(inWords);
    expect(await at('2025-12-31')).toEqual([]);
    expect(await at('2026-01-31')).toEqual(['ae-1 2000.00 0.00 2000.00 2000.00']);
    expect(await at('2026-02-28')).toEqual(['ae-1 2000.00 1200.00 800.00 3200.00']);
    expect(await at('2026-03-31')).toEqual(['ae-1 3200.00 0.00 800.00 3200.00']);
  });

  test('is told as it was known, to the byte, and an AE is told of their own', async () => {
    const asked = 'at: "2026-02-28", knownAt: "2026-03-02T00:00:00Z"';
    const before = JSON.stringify(await owed(api, asked));
    await finance.paysMonth('2026-01');
    await finance.learns(deal, [['2026-04-01T09:00:00Z', { feeAgreed: { amount: '50000.00' } }]]);
    expect(JSON.stringify(await owed(api, asked))).toBe(before);
    expect(await owed(api, asked, 'ae-2')).toEqual([]);
    expect(await owed(api, asked, 'ae-1')).toHaveLength(1);
  });

  test('is less what was paid, once it was, and is what the report closes with', async () => {
    const today = new Date().toISOString().slice(0, 10);
    await finance.paysMonth('2026-01');
    const [{ unpaid }] = (await owed(api, `at: "${today}"`)) as [Owed];
    const query = '{ commissionReport(period: "2026-03", groupBy: []) { rows { closing { amount } } } }';
    const { data } = await api.ask<{ commissionReport: { rows: { closing: { amount: string } }[] } }>('fin-1', query);
    expect(unpaid.amount).toBe('1200.00');
    expect(data!.commissionReport.rows).toEqual([{ closing: unpaid }]);
  });
});

describe('what is to come, in the demonstration', () => {
  interface Row {
    month: string | null;
    payeeKey: string;
    tranche: string;
    payments: number;
    expected: { amount: string; currency: string };
    atRisk: { amount: string };
    reasons: { reason: string; payments: number; amount: { amount: string } }[];
  }
  const minor = ({ amount }: { amount: string }) => BigInt(amount.replace('.', ''));
  const FORECAST = `{ commissionForecast { rows { month payeeKey tranche payments expected { amount currency }
    atRisk { amount } reasons { reason payments amount { amount } } } } }`;
  let api: Api;
  let rows: Row[];
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, Date.now()));
    rows = (await api.ask<{ commissionForecast: { rows: Row[] } }>('fin-1', FORECAST)).data!.commissionForecast.rows;
  }, 60_000);
  afterAll(() => api.stop());

  test('is every payment of a live deal that is not released, once', async () => {
    const stored = await api.db.query<{ payments: number; minor: string }>(
      `select count(*)::int as payments, sum(amount_minor)::text as minor
       from commission_payment p join deal d on d.id = p.deal_id
       where p.status in ('NOT_EARNED', 'HELD') and not p.withdrawn and d.cancelled_at is null and p.amount_minor > 0`,
    );
    const sum = rows.reduce((total, { expected }) => total + minor(expected), 0n);
    expect(sum).toBe(BigInt(stored[0]!.minor));
    const counted = rows.filter(({ expected }) => minor(expected) > 0n);
    expect(counted.reduce((total, { payments }) => total + payments, 0)).toBeGreaterThanOrEqual(stored[0]!.payments);
  });

  test('lies ahead: what is late or held is expected this month at the earliest, and is said to be at risk', () => {
    const thisMonth = new Date().toISOString().slice(0, 7);
    const dated = rows.flatMap(({ month }) => month ?? []);
    expect(dated.length).toBeGreaterThan(10);
    expect(dated.every((month) => month >= thisMonth)).toBe(true);
    expect([...dated]).toEqual([...dated].sort());
    const reasons = new Set(rows.flatMap((row) => row.reasons.map(({ reason }) => reason)));
    expect(reasons).toContain('HELD');
    expect(reasons).toContain('RISK');
    for (const { expected, atRisk } of rows) expect(minor(atRisk)).toBeLessThanOrEqual(minor(expected));
  });

  test("of an AE is that AE's part", async () => {
    const { data } = await api.ask<{ commissionForecast: { rows: Row[] } }>('ae-3', FORECAST);
    expect(data!.commissionForecast.rows).toEqual(rows.filter(({ payeeKey }) => payeeKey === 'ae-3'));
  });
});
