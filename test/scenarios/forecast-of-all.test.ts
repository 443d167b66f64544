import { demonstrate } from '../../src/demonstration';
import { type Api, startApi } from '../harness/api';

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

  test('lies ahead: what is late or held is expected this month at the earliest, and is at risk', () => {
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
