import { readPayrollColumns } from '../../src/payruns';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal } from '../harness/deals';
import { Finance } from '../harness/finance';

const ALL = ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] as const;
const WANTED = readPayrollColumns('EMPLOYEE_NUMBER=Emp no,AMOUNT=Net pay,REFERENCE');

let api: Api;
let finance: Finance;
let deal: Opened;
beforeEach(async () => {
  api = await startApi(introducePeople, { payrollColumns: WANTED! });
  finance = new Finance(api);
  deal = await openDeal(api);
  await onServer(api.databaseUrl, `update deal set opened_at = '2025-12-01Z' where key = '${deal.key}'`);
  // Sold in January for 40,000.00, of which two share the commission: 1,500.00 and 500.00 at signing.
  await finance.learns(deal, [
    ['2026-01-10T09:00:00Z', { feeAgreed: { amount: '40000.00' } }],
    ['2026-01-10T10:00:00Z', { splitAgreed: { payees: [share('ae-1', 7_500), share('ae-2', 2_500)] } }],
    ['2026-01-12T09:00:00Z', { sowSigned: { party: 'CLIENT' } }],
    ['2026-01-12T10:00:00Z', { sowSigned: { party: 'VENDOR' } }],
    ['2026-01-12T11:00:00Z', { depositInvoiced: { amount: '16000.00' } }],
    ['2026-01-12T12:00:00Z', { closedWon: { missingFields: [] } }],
    ['2026-01-13T09:00:00Z', { amAssigned: { person: 'am-1' } }],
    ['2026-01-14T09:00:00Z', { packageSubmitted: { revision: 1 } }],
    ['2026-01-15T14:00:00Z', { callHeld: { attendees: [...ALL] } }],
    ['2026-01-15T15:00:00Z', { introSent: {} }],
  ]);
});
afterEach(() => api.stop());

const share = (person: string, shareBp: number) => ({ person, shareBp });

async function history(id: string): Promise<string[]> {
  const query = `query ($id: ID!) { node(id: $id) { ... on PayRun { history { action refusal by { key } } } } }`;
  interface Event {
    action: string;
    refusal: string | null;
    by: { key: string };
  }
  const { node } = answered(await api.ask<{ node: { history: Event[] } }>('an-1', query, { id }));
  return node.history.map(({ action, refusal, by }) => `${by.key} ${action}${refusal ? `: ${refusal}` : ''}`);
}

async function broken(): Promise<string[]> {
  const query = '{ reconciliation { code isFine } }';
  const answer = await api.ask<{ reconciliation: { code: string; isFine: boolean }[] }>('fin-1', query);
  return answered(answer).reconciliation.flatMap(({ code, isFine }) => (isFine ? [] : [code]));
}

async function statuses(): Promise<string[]> {
  const rows = await api.db.query<{ status: string }>(
    `select status from commission_payment where tranche = 'SOW_SIGNED' order by payee`,
  );
  return rows.map(({ status }) => status);
}

async function paidSums(): Promise<string> {
  const rows = await api.db.query<{ sum: string }>(
    `select coalesce(sum(amount_minor), 0)::text as sum from pay_run_posting where step = 'PAY' and amount_minor > 0`,
  );
  return rows[0]!.sum;
}

test('Two who create the run of a month at once have the same one', async () => {
  const [one, other] = await Promise.all([finance.creates('2026-01'), finance.creates('2026-01', 'fin-2')]);
  expect(one.payRun!.id).toBe(other.payRun!.id);
  expect([...one.errors, ...other.errors]).toEqual([]);
  expect(await history(one.payRun!.id)).toHaveLength(1);
});

test('Two who approve it at once approve it once', async () => {
  const { payRun } = await finance.creates('2026-01');
  const both = await Promise.all([finance.approves(payRun!.id, 'fin-2'), finance.approves(payRun!.id, 'ad-1')]);
  expect(both.flatMap(({ errors }) => errors)).toEqual([]);
  expect((await history(payRun!.id)).filter((step) => step.includes('APPROVE'))).toHaveLength(1);
  expect([await statuses(), await broken()]).toEqual([['APPROVED', 'APPROVED'], []]);
});

test('Two who pay it at once with references of their own pay it once, and the other is told', async () => {
  const { payRun } = await finance.creates('2026-01');
  await finance.approves(payRun!.id);
  const both = await Promise.all([finance.pays(payRun!.id, 'BACS-1'), finance.pays(payRun!.id, 'BACS-2', 'fin-2')]);
  expect(both.map(({ errors }) => errors.map(({ code }) => code)).sort()).toEqual([[], ['CONFLICT']]);
  const paid = await paidSums();
  const [done] = both.filter(({ errors }) => errors.length === 0);
  expect((await finance.pays(payRun!.id, done!.payRun!.reference!)).errors).toEqual([]);
  expect([await paidSums(), await statuses(), await broken()]).toEqual([paid, ['PAID', 'PAID'], []]);
});

test.each([1, 2, 3, 4, 5])('It is discarded or paid, never both (%i)', async () => {
  const { payRun } = await finance.creates('2026-01');
  await finance.approves(payRun!.id);
  const [paid, discarded] = await Promise.all([finance.pays(payRun!.id), finance.discards(payRun!.id, 'fin-2')]);
  const done = [paid, discarded].filter(({ errors }) => errors.length === 0);
  expect(done).toHaveLength(1);
  const wasPaid = paid.errors.length === 0;
  expect(await statuses()).toEqual(wasPaid ? ['PAID', 'PAID'] : ['RELEASED', 'RELEASED']);
  expect((await paidSums()) === '0').toBe(!wasPaid);
  expect(await broken()).toEqual([]);
});

test('Facts that are learned while it is approved are in it, or refuse it', async () => {
  const { payRun } = await finance.creates('2026-01');
  const late = finance.learns(deal, [['2026-01-31T09:00:00Z', { feeAgreed: { amount: '44000.00' } }]]);
  const [approved] = await Promise.all([finance.approves(payRun!.id), late]);
  expect(approved.errors.map(({ code }) => code)).toEqual(approved.errors.length === 0 ? [] : ['CONFLICT']);
  expect(await broken()).toEqual([]);
});

test('A second run of a month that was paid is refused, and who tried is noted', async () => {
  await finance.paysMonth('2026-01');
  const { payRun, errors } = await finance.creates('2026-01', 'fin-2');
  expect(errors).toMatchObject([{ code: 'CONFLICT', path: 'period' }]);
  expect((await history(payRun!.id)).at(-1)).toBe('fin-2 CREATE: 2026-01 was paid, and is closed');
});

describe('the payroll file', () => {
  const file = async (search: string, asker: 'fin-1' | 'ae-1' = 'fin-1') => {
    const headers = { authorization: `Bearer ${await api.tokenOf(asker)}` };
    return fetch(`${api.url}/downloads/payroll.csv?${search}`, { headers });
  };

  test('has the columns that the company wants, with its headers', async () => {
    const { payRun } = await finance.creates('2026-01');
    const answer = await file(`payRun=${payRun!.id}`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="payroll-2026-01-draft.csv"');
    expect(await answer.text()).toBe('Emp no,Net pay,reference\r\n,1500.00,\r\n,500.00,\r\n');
    expect(await (await file(`payRun=${payRun!.id}&columns=PAYEE,AMOUNT`)).text()).toBe(
      'payee,Net pay\r\nae-1,1500.00\r\nae-2,500.00\r\n',
    );
  });

  test.each([
    ['columns=SALARY', 400],
    ['payRun=nonsense', 400],
    ['', 400],
  ])('is refused for %s', async (search, status) => {
    expect((await file(search)).status).toBe(status);
  });

  test('is not for those whom it pays', async () => {
    const { payRun } = await finance.creates('2026-01');
    expect((await file(`payRun=${payRun!.id}`, 'ae-1')).status).toBe(403);
  });

  test.each(['SALARY', 'AMOUNT,AMOUNT', `AMOUNT=${'x'.repeat(61)}`, ','])('is not set to %s', (text) => {
    expect(() => readPayrollColumns(text)).toThrow(RangeError);
  });
});
