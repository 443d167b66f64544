import { DEAL_STAGES, FAULT_CODES, SLA_CODES, SLA_STATUSES } from '../../src/rules';
import { type Api, startApi } from '../harness/api';
import { answered, heldHandoff, openDeal, record } from '../harness/deals';
import {
  type DealFilter,
  DealHandoffDocument,
  type DealHandoffQuery,
  DealHeadsDocument,
  type FactInput,
} from './generated/operations';

type Deal = NonNullable<DealHandoffQuery['deal']>;

const CALL: FactInput = { callHeld: { attendees: ['ACCOUNT_EXECUTIVE', 'DELIVERY_LEAD', 'ACCOUNT_MANAGER'] } };

let api: Api;
/**
 * One that is not triggered, one that went wrong, one whose call is late by now, one whose call was late, one that
 * ended.
 */
let deals: Deal[];

beforeAll(async () => {
  api = await startApi();
  const keys = await Promise.all(
    ['ae-1', 'ae-1', 'ae-2', 'ae-2', 'ae-3'].map(async (accountExecutive) => {
      const { key } = await openDeal(api, { accountExecutive });
      return key;
    }),
  );
  const [, wrong, overdue, late, ended] = keys as [string, string, string, string, string];
  const facts = heldHandoff('ae-1', 'ae-2');
  const triggered = facts.slice(0, 6);
  await record(api, wrong, [
    ...facts,
    ['2026-03-26T09:00:00Z', { riskMaterialised: { reference: 'R', declared: false } }],
  ]);
  await record(api, overdue, triggered);
  await record(api, late, [...triggered, ['2026-03-16T09:00:00Z', CALL]]);
  await record(api, ended, [...facts, ['2026-03-27T09:00:00Z', { dealCancelled: { reason: 'No budget' } }]]);
  deals = await Promise.all(
    keys.map(async (key) => answered(await api.run('fin-1', DealHandoffDocument, { key })).deal!),
  );
});
afterAll(() => api.stop());

/** Asks for the deals that a filter lets through, and compares them with those of which it is true by what they say. */
async function expectJust(filter: DealFilter, isTrueOf: (deal: Deal) => boolean): Promise<number> {
  const found = answered(await api.run('fin-1', DealHeadsDocument, { filter })).deals.nodes.map(({ key }) => key);
  expect(found).toEqual(
    deals
      .filter(isTrueOf)
      .map(({ key }) => key)
      .sort(),
  );
  return found.length;
}

describe('deals are restricted to', () => {
  test('each stage', async () => {
    let found = 0;
    for (const stage of DEAL_STAGES) found += await expectJust({ stage: [stage] }, (deal) => deal.stage === stage);
    expect(found).toBe(deals.length);
    await expectJust({ stage: ['SELLING', 'CANCELLED'] }, ({ stage }) => stage === 'SELLING' || stage === 'CANCELLED');
  });

  test.each(FAULT_CODES)('the fault %s', async (fault) => {
    await expectJust({ fault }, ({ handoff }) => handoff.faults.some(({ code }) => code === fault));
  });

  test('a call that has become late without a fact, and one that was late', async () => {
    expect(await expectJust({ fault: 'CALL_LATE' }, ({ key }) => [deals[2]!.key, deals[3]!.key].includes(key))).toBe(2);
  });

  test.each(SLA_STATUSES)('a clock that is %s', async (status) => {
    await expectJust({ sla: { status } }, ({ handoff }) => handoff.slas.some((clock) => clock.status === status));
    for (const sla of SLA_CODES)
      await expectJust({ sla: { status, sla } }, ({ handoff }) =>
        handoff.slas.some((clock) => clock.status === status && clock.sla === sla),
      );
  });

  test('people, and the time of the trigger', async () => {
    await expectJust({ accountExecutive: 'ae-2' }, (deal) => deal.accountExecutive.key === 'ae-2');
    await expectJust({ accountManager: 'am-1' }, (deal) => deal.accountManager?.key === 'am-1');
    const at = '2026-03-03T10:00:00.000Z';
    expect(
      await expectJust({ triggeredFrom: at }, ({ triggeredAt }) => triggeredAt !== null && triggeredAt >= at),
    ).toBe(4);
    expect(await expectJust({ triggeredBefore: at }, () => false)).toBe(0);
  });

  test('all of several conditions', async () => {
    await expectJust(
      {
        accountExecutive: 'ae-2',
        fault: 'CALL_LATE',
        sla: { status: 'BREACHED', sla: 'ASSIGN_AM' },
        stage: ['HANDOFF'],
      },
      ({ key }) => key === deals[2]!.key,
    );
  });
});
