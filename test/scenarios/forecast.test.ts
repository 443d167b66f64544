import { demonstrate } from '../../src/demonstration';
import type { FactInput } from '../../src/facts';
import { type Api, introducePeople, startApi } from '../harness/api';
import { openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

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

describe('what is to come of three deals, on 17 February', () => {
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

  test('goes by their timelines, names the clock that will hold it, and what nothing says the month of', async () => {
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

  test('that is earned and held is expected now, and says by which clock', async () => {
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
});
