import { demonstrate } from '../../src/demonstration';
import { latestDateOf } from '../../src/plans/versions';
import { Zone } from '../../src/rules';
import { termsHaveChanged } from '../../src/terms';
import {
  CreatePlanVersionDocument,
  type CreatePlanVersionInput,
  PlansDocument,
  PlanWhatIfDocument,
  type PlanWhatIfQueryVariables,
} from '../api/generated/operations';
import { type Api, type Asker, introducePeople, startApi } from '../harness/api';
import { onServer } from '../harness/database';
import { answered, type Opened, openDeal, record, type Told } from '../harness/deals';

const TERMS = {
  rateBp: 800,
  tranches: [
    { code: 'SOW_SIGNED', shareBp: 4_000 },
    { code: 'WEEK_2_WORKSHOP', shareBp: 4_000 },
    { code: 'WEEK_12_BOARD_REPORT', shareBp: 2_000 },
  ],
  effects: [{ sla: 'SUBMIT_PACKAGE', effect: 'HOLD' }],
} as const;

/** A stored deal under the later version. */
const SUPPOSED = `query ($key: ID!) { whatIf(deal: $key, events: [], planVersion: "standard-2") {
  commission { lines { amount { amount currency } effectiveAt } } } }`;
interface SupposedLines extends Record<string, unknown> {
  whatIf: { commission: { lines: { amount: { amount: string; currency: string }; effectiveAt: string }[] } };
}

let api: Api;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const create = async (input: Partial<CreatePlanVersionInput> = {}, by: Asker = 'fin-1') =>
  answered(
    await api.run(by, CreatePlanVersionDocument, {
      input: {
        plan: 'standard',
        effectiveFrom: inDays(30),
        terms: { ...TERMS, tranches: [...TERMS.tranches], effects: [...TERMS.effects] },
        ...input,
      },
    }),
  ).createPlanVersion;
const plans = async () => answered(await api.run('fin-1', PlansDocument, { plan: 'standard' }));
const signed = (at: string): Told[] => [
  [at, { feeAgreed: { amount: '40000.00' } }],
  [at, { sowSigned: { party: 'CLIENT' } }],
  [at, { sowSigned: { party: 'VENDOR' } }],
];
const commissionOf = async ({ key }: Opened) => {
  const query = 'query ($key: String!) { deal(key: $key) { commission { planVersion entitlement { amount } } } }';
  const { data } = await api.ask<{ deal: { commission: { planVersion: string; entitlement: { amount: string } } } }>(
    'fin-1',
    query,
    { key },
  );
  return [data!.deal.commission.planVersion, data!.deal.commission.entitlement.amount];
};

describe('a later version of a plan', () => {
  beforeEach(async () => {
    api = await startApi(introducePeople);
  });
  afterEach(() => api.stop());

  test('is added beside the others, and says which deals it would reach', async () => {
    const [first, second] = [await openDeal(api), await openDeal(api)];
    await record(api, first.key, signed('2026-03-02T09:00:00Z'));
    const before = await plans();
    expect(before.planReach).toMatchObject({ count: 1, deals: { nodes: [{ key: second.key }] } });
    const { planVersion, errors } = await create();
    expect(errors).toEqual([]);
    expect(planVersion).toMatchObject({
      version: 'standard-2',
      rateBp: 800,
      effectiveFrom: inDays(30),
      signedDeals: 0,
    });
    expect((await plans()).commissionPlans.map(({ version, signedDeals }) => [version, signedDeals])).toContainEqual([
      'standard-1',
      1,
    ]);
  });

  test('never touches a deal that both had signed before it counts, and is kept by one signed after', async () => {
    const [old, late] = [await openDeal(api), await openDeal(api)];
    await record(api, old.key, signed('2026-03-02T09:00:00Z'));
    await create();
    // The day has come: as if the version had been made a month and a day ago.
    await onServer(api.databaseUrl, `update commission_plan set effective_from = current_date - 1 where version = 2`);
    termsHaveChanged(api.db);
    await record(api, late.key, signed(new Date().toISOString()));
    await record(api, old.key, [[new Date().toISOString(), { feeAgreed: { amount: '50000.00' } }]]);
    expect(await commissionOf(late)).toEqual(['standard-2', '3200.00']);
    expect(await commissionOf(old)).toEqual(['standard-1', '5000.00']);
  });
});

describe('a version of a plan', () => {
  beforeEach(async () => {
    api = await startApi(introducePeople);
  });
  afterEach(() => api.stop());

  test.each<[string, Partial<CreatePlanVersionInput>, object]>([
    ['of a plan that there is not', { plan: 'none' }, { code: 'NOT_FOUND', path: 'plan' }],
    ['from today', { effectiveFrom: new Date().toISOString().slice(0, 10) }, { path: 'effectiveFrom' }],
    ['from a day long past', { effectiveFrom: '2020-01-01' }, { path: 'effectiveFrom' }],
    [
      'whose shares are no whole',
      { terms: { rateBp: 800, tranches: [{ code: 'SOW_SIGNED', shareBp: 9_999 }], effects: [] } },
      { code: 'BAD_USER_INPUT', path: 'plan.tranches' },
    ],
    [
      "that makes an AE pay for another's delay",
      { terms: { ...TERMS, tranches: [...TERMS.tranches], effects: [{ sla: 'ASSIGN_AM', effect: 'HOLD' }] } },
      { path: 'plan.effects' },
    ],
  ])('is not made %s', async (_name, input, error) => {
    expect(await create(input)).toMatchObject({ planVersion: null, errors: [error] });
    expect((await plans()).commissionPlans.filter(({ plan }) => plan === 'standard')).toHaveLength(1);
  });

  test.each([
    ['Pacific/Auckland', '2026-11-26T10:59:59Z', '2026-11-26'],
    ['Pacific/Auckland', '2026-11-26T11:00:00Z', '2026-11-27'],
    ['America/New_York', '2026-11-27T04:00:00Z', '2026-11-27'],
  ])('is not made for a day that has begun where a deal may be signed: %s at %s', (place, at, latest) => {
    const zones = ['Europe/London', place].map((zone) => Zone.named(zone));
    expect(latestDateOf(Date.parse(at), zones)).toBe(latest);
  });

  test('never reaches a deal that was signed in a place where that day has come', async () => {
    const zone = 'Pacific/Kiritimati';
    await onServer(
      api.databaseUrl,
      `insert into calendar (code, version, zone, covers_from, covers_to, holidays)
       select 'east', 1, '${zone}', covers_from, covers_to, holidays from calendar where code = 'scotland'`,
    );
    termsHaveChanged(api.db);
    const deal = await openDeal(api, { calendar: 'east' });
    await record(api, deal.key, signed(new Date().toISOString()));
    const signedOn = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now());
    expect((await create({ effectiveFrom: signedOn })).errors).toMatchObject([{ path: 'effectiveFrom' }]);
    expect(await commissionOf(deal)).toEqual(['standard-1', '4000.00']);
  });

  test('is not made for a day from which another counts, nor before it, also by two at once', async () => {
    const made = await Promise.all([create(), create()]);
    expect(made.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'CONFLICT', path: 'effectiveFrom' }]);
    expect((await create({ effectiveFrom: inDays(10) })).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await create({ effectiveFrom: inDays(31) })).planVersion).toMatchObject({ version: 'standard-3' });
  });

  test('is not made by somebody whose own commission it would change', async () => {
    const deal = await openDeal(api);
    const payees = ['ae-1', 'fin-1'].map((person) => ({ person, shareBp: 5_000 }));
    await record(api, deal.key, [['2026-03-02T09:00:00Z', { splitAgreed: { payees } }]]);
    expect((await create()).errors).toMatchObject([{ code: 'FORBIDDEN', path: 'plan' }]);
    expect((await create({}, 'fin-2')).errors).toEqual([]);
  });
});

describe('what some months would have cost under other terms', () => {
  beforeAll(async () => {
    api = await startApi((db) => demonstrate(db, Date.parse('2026-11-23T12:00:00Z')));
  }, 60_000);
  afterAll(() => api.stop());

  const compare = (args: Partial<PlanWhatIfQueryVariables>, by: Asker = 'fin-1') =>
    api.run(by, PlanWhatIfDocument, { from: '2026-07', until: '2026-09', ...args });
  const minor = ({ amount }: { amount: string }) => BigInt(amount.replace('.', ''));

  test('is nothing else under the same terms, and adds up to what the lines of the deals say', async () => {
    const { planWhatIf } = answered(await compare({ version: 'standard-1' }));
    expect(planWhatIf.deals).toBeGreaterThan(250);
    for (const { difference } of planWhatIf.rows) expect(minor(difference)).toBe(0n);
    const [stored] = await api.db.query<{ minor: string }>(
      `select sum(l.amount_minor)::text as minor from commission_line l join deal d on d.id = l.deal_id
       where d.plan_code = 'standard'
         and l.effective_at >= '2026-06-30T23:00Z' and l.effective_at < '2026-09-30T23:00Z'`,
    );
    const actual = planWhatIf.totals.reduce((sum, row) => sum + minor(row.actual), 0n);
    expect(actual).toBe(BigInt(stored!.minor));
  });

  test('is twice as much at twice the rate', async () => {
    const terms = {
      ...TERMS,
      rateBp: 2_000,
      tranches: [...STANDARD],
      effects: HOLDS.map((sla) => ({ sla, effect: 'HOLD' as const })),
    };
    const { planWhatIf } = answered(await compare({ terms }));
    const [whole] = planWhatIf.totals.filter(({ actual }) => actual.currency === 'GBP');
    const actual = planWhatIf.totals.reduce((sum, row) => sum + minor(row.actual), 0n);
    const hypothetical = planWhatIf.totals.reduce((sum, row) => sum + minor(row.hypothetical), 0n);
    expect(whole).toBeDefined();
    expect(Number(hypothetical) / Number(actual)).toBeCloseTo(2, 3);
  });

  test('is what it would be deal by deal', async () => {
    await create({ effectiveFrom: inDays(400) }, 'fin-2');
    const { planWhatIf } = answered(await compare({ version: 'standard-2' }));
    const sums = new Map<string, bigint>();
    for (const { key } of await api.db.query<{ key: string }>("select key from deal where plan_code = 'standard'")) {
      const { data } = await api.ask<SupposedLines>('fin-1', SUPPOSED, { key });
      for (const { amount, effectiveAt } of data!.whatIf.commission.lines) {
        const isAsked = effectiveAt >= '2026-06-30T23:00' && effectiveAt < '2026-09-30T23:00';
        if (isAsked) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + minor(amount));
      }
    }
    for (const { hypothetical: of } of planWhatIf.totals) sums.set(of.currency, sums.get(of.currency)! - minor(of));
    expect(new Set(sums.values())).toEqual(new Set([0n]));
    expect(sums.size).toBe(3);
    const { errors } = await api.ask('fin-1', SUPPOSED.replace('standard-2', 'standard-9'), { key: 'D-2026-0045' });
    expect(errors![0]!.extensions).toMatchObject({ code: 'NOT_FOUND', path: 'planVersion' });
  }, 60_000);

  test.each<[string, Partial<PlanWhatIfQueryVariables>, object]>([
    ['without other terms', {}, { path: 'terms' }],
    [
      'with both',
      { terms: { ...TERMS, tranches: [...TERMS.tranches], effects: [] }, version: 'standard-1' },
      { path: 'terms' },
    ],
    ['of a version that there is not', { version: 'standard-99' }, { code: 'NOT_FOUND', path: 'version' }],
    ['of a plan that there is not', { plan: 'none', version: 'standard-1' }, { code: 'NOT_FOUND', path: 'plan' }],
    ['of months that end before they begin', { version: 'standard-1', until: '2026-01' }, { path: 'until' }],
    ['of more than two years', { version: 'standard-1', until: '2028-07' }, { code: 'LIMIT_EXCEEDED', path: 'until' }],
  ])('is not told %s', async (_name, args, extensions) => {
    expect((await compare(args)).errors).toMatchObject([{ extensions }]);
  });

  const STANDARD = [
    { code: 'SOW_SIGNED', shareBp: 5_000 },
    { code: 'WEEK_2_WORKSHOP', shareBp: 3_000 },
    { code: 'WEEK_12_BOARD_REPORT', shareBp: 2_000 },
  ] as const;
  const HOLDS = ['SUBMIT_PACKAGE', 'HOLD_CALL', 'SEND_INTRO'] as const;
});
