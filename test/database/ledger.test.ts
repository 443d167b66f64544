import { v7 as uuidv7 } from 'uuid';
import type { Queryable } from '../../src/database';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';

/** PostgreSQL's code for a check that does not hold. */
const UNBALANCED = { code: '23514', message: expect.stringContaining('does not balance') };

describe('the ledger, whatever the application writes', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await record(api, (await openDeal(api)).key, heldHandoff('ae-1', 'ae-2'));
  });
  afterAll(() => api.stop());

  const counted = async () => {
    const [count] = await api.db.query('select count(*) as postings, sum(amount_minor) as sum from posting');
    return count;
  };

  /** A line like one that is there, and these postings of it, in one transaction. */
  const write = (postings: Readonly<Record<string, number>>) =>
    api.db.transaction(async (tx) => {
      const { dealId, lineId } = await anotherLine(tx);
      for (const [account, minor] of Object.entries(postings))
        await tx.query('insert into posting values ($1, $2, $3, $4)', [dealId, lineId, account, minor]);
    });

  test('has two postings for each line that was released, and they balance', async () => {
    expect(await counted()).toEqual({ postings: '4', sum: '0' });
  });

  test.each([
    ['a line without postings', {}],
    ['a debit without its credit', { COMMISSION_EXPENSE: 100 }],
    ['a credit that is less than its debit', { COMMISSION_EXPENSE: 100, COMMISSION_ACCRUED: -99 }],
    ['two debits', { COMMISSION_EXPENSE: 100, COMMISSION_ACCRUED: 100 }],
  ])('refuses %s at commit, and nothing of it stays', async (_name, postings) => {
    const before = await counted();
    await expect(write(postings)).rejects.toMatchObject(UNBALANCED);
    expect(await counted()).toEqual(before);
  });

  test('refuses a posting more to a line that balances', async () => {
    const posting = `insert into posting select deal_id, id, 'COMMISSION_EXPENSE', 100 from commission_line limit 1`;
    await expect(api.db.query(posting)).rejects.toMatchObject({ code: '23505' });
  });

  test('lets a line through that balances, checked only when all of it is there', async () => {
    const { postings } = (await counted()) as { postings: string };
    await write({ COMMISSION_EXPENSE: 100, COMMISSION_ACCRUED: -100 });
    expect(await counted()).toEqual({ postings: String(Number(postings) + 2), sum: '0' });
  });
});

async function anotherLine(tx: Queryable): Promise<{ dealId: string; lineId: string }> {
  const [line] = await tx.query<{ dealId: string; lineId: string }>(
    `insert into commission_line
     select deal_id, $1, kind, tranche, payee, currency, 100, effective_at, recorded_at, period, event_id, plan_version
     from commission_line limit 1 returning deal_id as "dealId", id as "lineId"`,
    [uuidv7()],
  );
  return line!;
}
