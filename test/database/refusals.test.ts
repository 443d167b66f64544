import { type Api, startApi } from '../harness/api';
import { heldHandoff, openDeal, record } from '../harness/deals';

/** PostgreSQL's codes for what a check and a foreign key refuse. */
const CHECK = '23514';
const FOREIGN_KEY = '23503';

const NEW_ID = 'aaaaaaaa-0000-7000-8000-000000000000';

type Refused = readonly [constraint: string, table: string, change: object];

/** What the rows that are there cannot be changed to. */
const UPDATES: readonly Refused[] = [
  ['deal_owner_check', 'deal', { owner: 'FINANCE' }],
  ['deal_point_of_contact_check', 'deal', { point_of_contact: 'DELIVERY_LEAD' }],
  ['deal_unmet_conditions_check', 'deal', { unmet_conditions: ['SOW_SIGNED', 'PAID'] }],
  ['deal_currency_check', 'deal', { currency: 'gbp' }],
  ['deal_currency_check', 'deal', { currency: 'GB' }],
  ['deal_key_check', 'deal', { key: 'D-2026-1' }],
  ['deal_key_check', 'deal', { key: 'D-2026-0001\n' }],
  ['deal_stage_check', 'deal', { stage: 'LOST' }],
  ['deal_fee_check', 'deal', { fee_minor: -1 }],
  ['commission_payment_currency_check', 'commission_payment', { currency: '£' }],
  ['commission_payment_amount_check', 'commission_payment', { amount_minor: -1 }],
];

const payee = (person: string, shareBp: number) => ({ person, shareBp });
const split = (...payees: object[]) => ({ details: { payees } });
const parts = (...tranches: [code: string, shareBp: number][]) => ({
  tranches: tranches.map(([code, shareBp]) => ({ code, shareBp })),
});

/** What a row like one that is there cannot be written with. */
const INSERTS: readonly Refused[] = [
  ['deal_event_split_check', 'deal_event', split()],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 9_999))],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 5_000), payee('ae-2', 5_001))],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 5_000), payee('ae-1', 5_000))],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 10_000), payee('ae-2', 0))],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 10_001), payee('ae-2', -1))],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 10_000), { person: 'ae-2' })],
  ['deal_event_split_check', 'deal_event', split(payee('ae-1', 5_000), { shareBp: 5_000 })],
  ['deal_event_split_check', 'deal_event', { details: {} }],
  ['deal_event_split_check', 'deal_event', { details: { payees: 'ae-1' } }],
  ['commission_plan_tranches_check', 'commission_plan', parts()],
  ['commission_plan_tranches_check', 'commission_plan', parts(['SOW_SIGNED', 9_999])],
  ['commission_plan_tranches_check', 'commission_plan', parts(['SOW_SIGNED', 5_000], ['SOW_SIGNED', 5_000])],
  ['commission_plan_tranches_check', 'commission_plan', parts(['SOW_SIGNED', -1], ['WEEK_2_WORKSHOP', 10_001])],
  ['commission_plan_rate_check', 'commission_plan', { rate_bp: 10_001 }],
  ['commission_plan_rate_check', 'commission_plan', { rate_bp: -1 }],
  ['commission_plan_on_cancel_check', 'commission_plan', { on_cancel: 'ASK' }],
  ['commission_payment_version_status_check', 'commission_payment_version', { status: 'LOST' }],
  ['commission_payment_version_tranche_check', 'commission_payment_version', { tranche: 'WEEK_3' }],
  ['commission_payment_version_currency_check', 'commission_payment_version', { currency: 'gbp' }],
  ['commission_payment_version_amount_check', 'commission_payment_version', { amount_minor: -1 }],
  ['commission_line_currency_check', 'commission_line', { currency: 'EU1' }],
];

describe('whatever the application writes, the database refuses', () => {
  let api: Api;
  let keys: string[];
  beforeAll(async () => {
    api = await startApi();
    keys = [(await openDeal(api)).key, (await openDeal(api)).key];
    await record(api, keys[0]!, heldHandoff('ae-1', 'ae-2'));
  });
  afterAll(() => api.stop());

  const update = (table: string, change: object) => {
    const sets = Object.keys(change).map((column) => `${column} = wanted.${column}`);
    const statement = `update ${table} set ${sets} from jsonb_populate_record(null::${table}, $1::jsonb) as wanted`;
    return api.db.query(statement, [JSON.stringify(change)]);
  };

  /** Writes a row like one that is there; of facts, like the split. */
  const insert = (table: string, change: object) => {
    const one = table === 'deal_event' ? `where type = 'SPLIT_AGREED'` : '';
    const statement = `insert into ${table}
      select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t ${one} limit 1`;
    return api.db.query(statement, [JSON.stringify(change)]);
  };

  test.each(UPDATES)('by %s: %s changed to %j', async (constraint, table, change) => {
    await expect(update(table, change)).rejects.toMatchObject({ code: CHECK, constraint });
  });

  test.each(INSERTS)('by %s: %s with %j', async (constraint, table, change) => {
    await expect(insert(table, change)).rejects.toMatchObject({ code: CHECK, constraint });
  });

  test('a share that is no whole number', async () => {
    await expect(insert('deal_event', split(payee('ae-1', 5_000.5), payee('ae-2', 4_999.5)))).rejects.toThrow('5000.5');
  });

  test.each([
    ['a key that is not in the registry', () => 'D-2026-9999'],
    ["another deal's key", () => keys[1]],
  ])('a deal with %s', async (_name, key) => {
    const refused = { code: FOREIGN_KEY, constraint: 'deal_key_fkey' };
    const renamed = api.db.query('update deal set key = $1 where key = $2', [key(), keys[0]]);
    await expect(renamed).rejects.toMatchObject(refused);
    await expect(insert('deal', { id: NEW_ID, key: key() })).rejects.toMatchObject(refused);
  });

  test('but not a split whose shares add up', async () => {
    const later = { id: NEW_ID, recorded_at: '2100-01-01T00:00:00Z' };
    const whole = split(payee('ae-1', 9_999), payee('ae-2', 1));
    await insert('deal_event', { ...later, ...whole });
    expect(await api.db.query('select details from deal_event where id = $1', [NEW_ID])).toEqual([whole]);
  });
});
