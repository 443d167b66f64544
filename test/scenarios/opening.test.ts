import type { Database } from '../../src/database';
import { openDeals, recordFacts } from '../../src/recording';
import { introducePeople } from '../harness/api';
import { openFreshDatabase } from '../harness/database';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const FINANCE = { personKey: 'fin-1', role: 'FINANCE' } as const;
const DEAL = { clientName: 'Ravensmoor Rail', accountExecutive: 'ae-1', currency: 'GBP', calendar: 'scotland' };

describe('a deal just opened', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openFreshDatabase();
    await introducePeople(db);
  });
  afterAll(() => db.close());

  test.each([
    ['in the same millisecond', NOON],
    ['when the clock was put back an hour', NOON - 3_600_000],
  ])('learns its first fact after that, even %s', async (_, clock) => {
    const [deal] = await openDeals(db, FINANCE, [{ ...DEAL, plan: 'standard' }], () => NOON);
    const fee = { occurredAt: NOON - 7_200_000, fact: { feeAgreed: { amount: '40000.00' } } };
    const [recorded] = await recordFacts(db, FINANCE, [{ deal: deal!.key, event: fee }], () => clock);
    expect(recorded!.event.recordedAt).toBe(NOON + 1);
    const versions = await db.query(
      `select amount_minor as amount from commission_payment_version
       where deal_id = $1 and tranche = 'SOW_SIGNED' order by recorded_at`,
      [deal!.dealId],
    );
    expect(versions).toEqual([{ amount: '0' }, { amount: '200000' }]);
  });
});
