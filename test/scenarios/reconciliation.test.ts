import { demonstrate } from '../../src/demonstration';
import { type Api, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { heldHandoff, openDeal, record } from '../harness/deals';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const QUERY = '{ reconciliation { code description isFine count deals lines } }';

interface Check {
  code: string;
  isFine: boolean;
  count: number;
  deals: string[];
  lines: string[];
}

const checks = async (api: Api) => (await api.ask<{ reconciliation: Check[] }>('fin-1', QUERY)).data!.reconciliation;
const broken = async (api: Api) => (await checks(api)).filter(({ isFine }) => !isFine).map(({ code }) => code);

describe('the books of the demonstration', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, TODAY));
  }, 60_000);
  afterAll(() => api.stop());

  test('hold every invariant, whatever was withdrawn, amended, split and cancelled', async () => {
    expect((await checks(api)).map(({ code, isFine, count }) => [code, isFine, count])).toEqual([
      ['LINES_BALANCE', true, 0],
      ['DEBITS_ARE_CREDITS', true, 0],
      ['POSTINGS_ARE_LINES', true, 0],
      ['HELD_BACK_IS_HELD', true, 0],
      ['REVERSALS_MIRROR', true, 0],
      ['RELEASES_HAVE_MILESTONES', true, 0],
      ['PAID_IS_POSTED', true, 0],
      ['BALANCES_ARE_CARRIED', true, 0],
      ['CLOSED_PERIODS_ARE_PAID', true, 0],
    ]);
  });
});

/** What only the owner of the database can do, past every rule and constraint, and what it breaks. */
const DAMAGE: readonly (readonly [what: string, statement: string, breaks: readonly string[]])[] = [
  [
    'a posting of another amount',
    `update posting set amount_minor = amount_minor + 1 where account = 'COMMISSION_EXPENSE'`,
    ['LINES_BALANCE', 'DEBITS_ARE_CREDITS'],
  ],
  ['a posting that is gone', `delete from posting where amount_minor < 0`, ['LINES_BALANCE', 'DEBITS_ARE_CREDITS']],
  [
    'a line of another amount, with its postings',
    `with line as (update commission_line set amount_minor = amount_minor * 2 returning deal_id, id)
     update posting set amount_minor = amount_minor * 2 from line where line_id = id`,
    ['POSTINGS_ARE_LINES'],
  ],
  [
    'a payment that says more than its lines',
    'update commission_payment set released_minor = released_minor + 100',
    ['POSTINGS_ARE_LINES'],
  ],
  [
    'held money that nobody holds',
    `insert into held_entry (deal_id, id, tranche, payee, currency, amount_minor, effective_at, recorded_at, period,
       event_id, plan_version)
     select deal_id, gen_random_uuid(), tranche, payee, currency, 100, effective_at, recorded_at, period, event_id,
       plan_version from commission_line limit 1`,
    ['HELD_BACK_IS_HELD'],
  ],
  [
    'a milestone that never was',
    `update deal_event set details = '{"party": "VENDOR"}', type = 'INTRO_SENT' where type = 'SOW_SIGNED'`,
    ['RELEASES_HAVE_MILESTONES'],
  ],
  [
    'a reversal of another line',
    `with posted as (
       insert into commission_line (deal_id, id, kind, tranche, payee, currency, amount_minor, effective_at,
         recorded_at, period, event_id, plan_version, reverses)
       select deal_id, gen_random_uuid(), 'REVERSAL', tranche, payee, currency, -amount_minor + 5, effective_at,
         recorded_at, period, event_id, plan_version, id from commission_line returning *)
     insert into posting select deal_id, id, account, amount_minor * sign from posted,
       (values ('COMMISSION_EXPENSE', 1), ('COMMISSION_ACCRUED', -1)) as side (account, sign)`,
    ['POSTINGS_ARE_LINES', 'REVERSALS_MIRROR'],
  ],
];

describe('reconciliation finds, and names the deal of,', () => {
  test.each(DAMAGE)('%s', async (_what, statement, breaks) => {
    const api = await startApi(introducePeople);
    try {
      const deal = await openDeal(api);
      await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
      expect(await broken(api)).toEqual([]);
      await onServer(api.databaseUrl, `set session_replication_role = replica; ${statement}`);
      expect(await broken(api)).toEqual(breaks);
      const found = (await checks(api)).filter(({ isFine }) => !isFine);
      for (const { deals, count } of found) {
        expect(deals).toEqual([deal.id]);
        expect(count).toBeGreaterThan(0);
      }
    } finally {
      await api.stop();
    }
  });
});
