import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';
import { refused, type Stated, state, written } from '../harness/refused';
import {
  CommissionPaymentsDocument,
  DealHeadsDocument,
  type FactInput,
  OpenDealDocument,
  type OpenDealInput,
  RisksDocument,
} from './generated/operations';

let api: Api;
let deal: Opened;
let other: Opened;
beforeAll(async () => {
  api = await startApi();
  [deal, other] = [await openDeal(api), await openDeal(api, { accountExecutive: 'ae-3' })];
  await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
});
afterAll(() => api.stop());

const AT = '2026-03-25T09:00:00Z';
const GOOD = { introSent: { note: 'A good one' } };
const fee = (amount: string) => ({ feeAgreed: { amount } });
const recorded = async (...stated: Stated[]) => {
  const { events, errors } = answered(await state(api, 'ad-1', stated)).recordEvents;
  expect(errors).toEqual([]);
  return events!;
};

describe('a fact with a key at its source', () => {
  const keyed = (sourceEventId: string, fact: FactInput = GOOD) => ({
    of: deal.key,
    source: 'crm',
    sourceEventId,
    fact,
  });

  test('is one event, stated twice in a call or in two', async () => {
    const [first, second] = await recorded(keyed('k-1'), keyed('k-1'));
    expect(second).toEqual(first);
    const before = await written(api);
    expect(await recorded(keyed('k-1'))).toEqual([first]);
    expect(await written(api)).toEqual(before);
  });

  test('is another event under the key of another source, and of another deal', async () => {
    const all = await recorded(keyed('k-2'), { ...keyed('k-2'), source: 'erp' }, { ...keyed('k-2'), of: other.key });
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  });

  test.each([
    ['another amount', fee('47000.00'), AT],
    ['another time', fee('48000.00'), '2026-03-25T09:00:00.001Z'],
    ['another fact', GOOD, AT],
  ])('is a conflict that shows both, with %s', async (name, fact, occurredAt) => {
    await recorded(keyed(name, fee('48000.00')));
    const problem = await refused(api, 'ad-1', [
      { of: deal.key, fact: GOOD },
      { ...keyed(name, fact), occurredAt },
    ]);
    const given = `${JSON.stringify(fact)} at ${new Date(occurredAt).toISOString()}`;
    expect(problem).toEqual({
      code: 'CONFLICT',
      path: 'events.1.event.sourceEventId',
      message:
        `("crm", "${name}") is recorded already with other content: recorded is ` +
        `{"feeAgreed":{"amount":"48000.00"}} at 2026-03-25T09:00:00.000Z; given is ${given}`,
    });
  });

  test('is a conflict with what the same call has stated before', async () => {
    const path = 'events.1.event.sourceEventId';
    expect(await refused(api, 'ad-1', [keyed('k-3'), keyed('k-3', fee('1.00'))])).toMatchObject({
      code: 'CONFLICT',
      path,
    });
    expect(await recorded(keyed('k-3', fee('1.00')))).toHaveLength(1);
  });
});

describe('a call', () => {
  const facts = (count: number): Stated[] => Array.from({ length: count }, () => ({ of: deal.key, fact: GOOD }));
  const LIMIT = { code: 'BAD_USER_INPUT', path: 'events' };

  test('of no fact, and of 1,001, is refused', async () => {
    expect(await refused(api, 'ad-1', facts(0))).toMatchObject(LIMIT);
    expect(await refused(api, 'ad-1', facts(1_001))).toMatchObject(LIMIT);
    expect(await recorded(...facts(1_000))).toHaveLength(1_000);
  });

  test.each(['D-2020-0001', 'd-2026-0001', '', 'RGVhbDox'])('that names %j as a deal is refused', async (of) => {
    const problem = await refused(api, 'ad-1', [...facts(1), { of, fact: GOOD }]);
    expect(problem).toMatchObject({
      path: 'events.1.deal',
      message: expect.stringMatching(/no deal|not an id|neither/),
    });
  });
});

describe('a deal is not opened', () => {
  const UNKNOWN = 'There is no person "x-1"';
  test.each<[Partial<OpenDealInput>, string]>([
    [{ calendar: 'atlantis' }, 'there is no calendar "atlantis"'],
    [{ plan: 'generous' }, 'there is no commission plan "generous"'],
    [{ currency: 'XYZ' }, '"XYZ" is not a currency of ISO 4217, for example GBP'],
    [{ currency: 'gbp' }, '"gbp" is not a currency of ISO 4217, for example GBP'],
    [{ accountExecutive: 'x-1' }, UNKNOWN],
    [{ deliveryLead: 'x-1' }, UNKNOWN],
    [{ accountExecutive: 'dl-1' }, 'dl-1 is DELIVERY_LEAD, not ACCOUNT_EXECUTIVE'],
    [{ deliveryLead: 'am-1' }, 'am-1 is ACCOUNT_MANAGER, not DELIVERY_LEAD'],
    [{ clientName: '  ' }, 'a client has a name'],
  ])('with %j', async (wrong, message) => {
    const input = { clientName: 'Wren Ltd', accountExecutive: 'ae-1', deliveryLead: 'dl-1', ...wrong };
    const before = await written(api);
    const { openDeal: payload } = answered(await api.run('ad-1', OpenDealDocument, { input }));
    expect(payload).toEqual({ deal: null, errors: [{ code: 'BAD_USER_INPUT', path: Object.keys(wrong)[0], message }] });
    expect(await written(api)).toEqual(before);
  });
});

describe('a page', () => {
  const LISTS = [DealHeadsDocument, CommissionPaymentsDocument, RisksDocument];

  test.each([0, -1, 101, 10 ** 9])('of %d is refused', async (first) => {
    for (const list of LISTS) {
      const { errors } = await api.ask('ad-1', list.toString(), { first });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'first' });
    }
  });

  test('after the cursor of another list, or of another order of this one, is refused', async () => {
    const { deals } = answered(await api.run('ad-1', DealHeadsDocument, { first: 1 }));
    const after = deals.pageInfo.endCursor!;
    for (const [list, variables] of [
      [CommissionPaymentsDocument, {}],
      [RisksDocument, {}],
      [DealHeadsDocument, { orderBy: { field: 'FEE' } }],
    ] as const) {
      const { errors } = await api.ask('ad-1', list.toString(), { after, ...variables });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'after' });
    }
    expect(answered(await api.run('ad-1', DealHeadsDocument, { after })).deals.nodes).toMatchObject([
      { key: other.key },
    ]);
  });
});
