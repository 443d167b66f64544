import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record, type Told } from '../harness/deals';
import { MyCommissionDocument } from './generated/operations';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const mine = async (asker: Asker) =>
  answered(await api.run(asker, MyCommissionDocument, { first: 50 })).viewer.commission;
/** What a deal's payments wait for, by tranche, as their payee asks. */
const moves = async (asker: Asker, { key }: Opened) => {
  const { waiting } = (await mine(asker))!;
  const ofDeal = waiting.nodes.filter(({ deal }) => deal!.key === key);
  return Object.fromEntries(
    ofDeal.map(({ tranche, move }) => [tranche, [move!.what, move!.role, move!.person?.key ?? null, move!.since]]),
  );
};

const REPORT = 'the board report of Week 12 is to be delivered';
const WORKSHOP = 'the workshop of Week 2 is to be delivered';

const SOLD: Told[] = [
  ['2026-03-02T09:00:00Z', { feeAgreed: { amount: '48000.00' } }],
  ['2026-03-02T10:00:00Z', { sowSigned: { party: 'CLIENT' } }],
  ['2026-03-02T11:00:00Z', { sowSigned: { party: 'VENDOR' } }],
];

describe('why am I not paid yet?', () => {
  test('Because both have still to sign: that is the AE’s move', async () => {
    const deal = await openDeal(api, { accountExecutive: 'ae-3' });
    const sign = ['both parties are to sign the SoW', 'ACCOUNT_EXECUTIVE', 'ae-3', null];
    expect(await moves('ae-3', deal)).toEqual({ SOW_SIGNED: sign, WEEK_2_WORKSHOP: sign, WEEK_12_BOARD_REPORT: sign });
  });

  test('Because the deposit is not invoiced: that is finance’s move', async () => {
    const deal = await openDeal(api, { accountExecutive: 'ae-4' });
    await record(api, deal.key, SOLD);
    const invoice = ['the deposit of 40% is to be invoiced', 'FINANCE', null, null];
    expect(await moves('ae-4', deal)).toEqual({ WEEK_2_WORKSHOP: invoice, WEEK_12_BOARD_REPORT: invoice });
  });

  test('Because the workshop is delivered but the handoff never began: since the workshop', async () => {
    const deal = await openDeal(api, { accountExecutive: 'ae-4' });
    const workshop = '2026-03-20T15:00:00Z';
    await record(api, deal.key, [...SOLD, [workshop, { workshopDelivered: { week: 2, attended: 9 } }]]);
    expect((await moves('ae-4', deal)).WEEK_2_WORKSHOP).toEqual([
      ...['the deposit of 40% is to be invoiced', 'FINANCE', null, '2026-03-20T15:00:00.000Z'],
    ]);
  });

  test('Because my package is not in: since it began to count; the report is the account manager’s', async () => {
    const deal = await openDeal(api);
    await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
    const both = {
      WEEK_2_WORKSHOP: [
        'the handoff package is to be submitted',
        'ACCOUNT_EXECUTIVE',
        'ae-1',
        '2026-03-09T14:00:00.000Z',
      ],
      WEEK_12_BOARD_REPORT: [REPORT, 'ACCOUNT_MANAGER', 'am-1', '2026-03-03T10:00:00.000Z'],
    };
    expect(await moves('ae-1', deal)).toEqual(both);
    expect(await moves('ae-2', deal)).toEqual(both);
    expect((await mine('ae-2'))!.totals).toEqual([
      ...[total('HELD', 1, '432.00', '0.00'), total('NOT_EARNED', 1, '288.00', '0.00')],
      total('RELEASED', 1, '720.00', '720.00'),
    ]);
  });

  test('Because nothing was delivered yet: since the handoff began', async () => {
    const deal = await openDeal(api, { accountExecutive: 'ae-5' });
    const told = heldHandoff('ae-5', 'ae-1').filter(([, fact]) => !fact.splitAgreed && !fact.workshopDelivered);
    await record(api, deal.key, told);
    const since = '2026-03-03T10:00:00.000Z';
    expect(await moves('ae-5', deal)).toEqual({
      WEEK_2_WORKSHOP: [WORKSHOP, 'ACCOUNT_MANAGER', 'am-1', since],
      WEEK_12_BOARD_REPORT: [REPORT, 'ACCOUNT_MANAGER', 'am-1', since],
    });
  });
});

function total(status: string, payments: number, amount: string, released: string) {
  const money = (given: string) => ({ amount: given, currency: 'GBP' });
  return { status, payments, amount: money(amount), releasedToDate: money(released) };
}

describe("somebody's commission", () => {
  const OTHERS = '{ deals(first: 50) { nodes { accountExecutive { key commission { totals { payments } } } } } }';
  type Answer = { deals: { nodes: { accountExecutive: { key: string; commission: object | null } }[] } };

  test('is their own to see', async () => {
    const { data } = await api.ask<Answer>('ae-1', OTHERS);
    for (const { accountExecutive } of data!.deals.nodes)
      expect(accountExecutive.commission === null).toBe(accountExecutive.key !== 'ae-1');
    const seen = await api.ask<Answer>('fin-1', OTHERS);
    expect(seen.data!.deals.nodes.every(({ accountExecutive }) => accountExecutive.commission === null)).toBe(true);
  });

  test.each(['am-1', 'dl-1'] as const)('is not for %s', async (asker) => {
    const { errors } = await api.run(asker, MyCommissionDocument, {});
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('takes as many SQL statements for many payments as for one', async () => {
    const sent = async (first: number) => {
      const asked = () => api.run('ae-1', MyCommissionDocument, { first });
      const tries = [await api.statementsOf(asked), await api.statementsOf(asked)];
      return Math.min(...tries.map(({ length }) => length));
    };
    expect(await sent(50)).toBe(await sent(1));
  });

  test('of somebody who is paid nothing is nothing', async () => {
    expect(await mine('fin-1')).toMatchObject({ totals: [], waiting: { nodes: [] } });
  });
});
