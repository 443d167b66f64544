import { PAYMENT_STATUSES, TRANCHE_CODES } from '../../src/rules';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';
import {
  type CommissionPaymentFilter,
  CommissionPaymentsDocument,
  type CommissionPaymentsQuery,
} from './generated/operations';

type Payment = CommissionPaymentsQuery['commissionPayments']['nodes'][number];

let api: Api;
let payments: Payment[];

beforeAll(async () => {
  api = await startApi();
  for (const [ae, second] of [['ae-1', 'ae-2'] as const, ['ae-2', 'ae-3'] as const, ['ae-3', 'ae-1'] as const]) {
    const { key } = await openDeal(api, { accountExecutive: ae });
    const facts = heldHandoff(ae, second);
    await record(api, key, ae === 'ae-1' ? facts : facts.slice(0, 8));
    if (ae === 'ae-2') await record(api, key, [['2026-03-12T09:00:00Z', { introSent: {} }]]);
    if (ae === 'ae-3') await record(api, key, [['2026-03-27T09:00:00Z', { dealCancelled: { reason: 'No budget' } }]]);
  }
  const { key } = await openDeal(api, { accountExecutive: 'ae-4' });
  await record(api, key, heldHandoff('ae-4', 'ae-5').slice(0, 2));
  const alone = [{ person: 'ae-4', shareBp: 10_000 }];
  await record(api, key, [['2026-03-02T09:02:00Z', { splitAgreed: { payees: alone } }]]);
  payments = await found({});
});
afterAll(() => api.stop());

/** The whole list, read in pages of four. */
async function found(filter: CommissionPaymentFilter, asker: Asker = 'fin-1'): Promise<Payment[]> {
  const nodes: Payment[] = [];
  let after: string | null = null;
  do {
    const answer = await api.run(asker, CommissionPaymentsDocument, { filter, first: 4, after });
    const page: CommissionPaymentsQuery['commissionPayments'] = answered(answer).commissionPayments;
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}

/** Asks for the payments that a filter lets through; compares them with those of which it is true by what they say. */
async function expectJust(filter: CommissionPaymentFilter, isTrueOf: (payment: Payment) => boolean): Promise<number> {
  const nodes = await found(filter);
  expect(nodes.map(({ id }) => id)).toEqual(payments.filter(isTrueOf).map(({ id }) => id));
  return nodes.length;
}

describe('payments are restricted to', () => {
  test('those of payees as they are now, each once, when nothing is said', () => {
    expect(new Set(payments.map(({ id }) => id)).size).toBe(3 * 2 * 3 + 3);
    expect(payments.filter(({ payee }) => payee.key === 'ae-5')).toEqual([]);
  });

  test('each status', async () => {
    const counts = [];
    for (const status of PAYMENT_STATUSES)
      counts.push(await expectJust({ status: [status] }, (payment) => payment.status === status));
    expect(counts.reduce((sum, count) => sum + count)).toBe(payments.length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(2);
    await expectJust({ status: ['HELD', 'RELEASED'] }, ({ status }) => status === 'HELD' || status === 'RELEASED');
    await expectJust({ status: [] }, () => false);
  });

  test('each tranche', async () => {
    for (const tranche of TRANCHE_CODES)
      expect(await expectJust({ tranche: [tranche] }, (payment) => payment.tranche === tranche)).toBe(7);
    await expectJust(
      { tranche: ['SOW_SIGNED', 'WEEK_2_WORKSHOP'] },
      ({ tranche }) => tranche !== 'WEEK_12_BOARD_REPORT',
    );
  });

  test('a payee', async () => {
    expect(await expectJust({ payee: 'ae-2' }, ({ payee }) => payee.key === 'ae-2')).toBe(6);
    expect(await expectJust({ payee: 'nobody' }, () => false)).toBe(0);
  });

  test('those released from an instant on, and before one', async () => {
    const instants = [...new Set(payments.flatMap(({ releasedAt }) => releasedAt ?? []))];
    expect(instants.length).toBeGreaterThan(0);
    for (const at of instants) {
      const released = { releasedFrom: at, releasedBefore: new Date(Date.parse(at) + 1).toISOString() };
      expect(await expectJust(released, ({ releasedAt }) => releasedAt === at)).toBeGreaterThan(0);
      await expectJust({ releasedFrom: at }, ({ releasedAt }) => releasedAt !== null && releasedAt >= at);
      await expectJust({ releasedBefore: at }, ({ releasedAt }) => releasedAt !== null && releasedAt < at);
    }
    await expectJust({ releasedBefore: '2020-01-01T00:00:00Z' }, () => false);
  });

  test('all of several conditions', async () => {
    const filter = { payee: 'ae-1', tranche: ['SOW_SIGNED' as const], releasedFrom: '2026-01-01T00:00:00Z' };
    const isTrue = ({ payee, tranche, releasedAt }: Payment) =>
      payee.key === 'ae-1' && tranche === 'SOW_SIGNED' && releasedAt !== null;
    expect(await expectJust(filter, isTrue)).toBeGreaterThan(0);
  });

  test("an AE's own, whatever they ask for", async () => {
    const own = payments.filter(({ payee }) => payee.key === 'ae-1').map(({ id }) => id);
    expect((await found({}, 'ae-1')).map(({ id }) => id)).toEqual(own);
    expect(await found({ payee: 'ae-2' }, 'ae-1')).toEqual([]);
  });
});
