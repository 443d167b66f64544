import type { Database } from '../../src/database';
import { eventGlobalId, type FactInput } from '../../src/facts';
import { openDeals, recordFacts } from '../../src/recording';
import type { Instant } from '../../src/rules';
import { introducePeople } from '../harness/api';
import { openFreshDatabase } from '../harness/database';
import { heldHandoff } from '../harness/deals';
import { Diary, instantOf } from './diary';

const FINANCE = { personKey: 'fin-1', role: 'FINANCE' } as const;
const DEAL = { accountExecutive: 'ae-1', deliveryLead: 'dl-1', currency: 'GBP', calendar: 'england-and-wales' };
const NOON = instantOf('2026-03-02 12:00');
const HOUR_MS = 3_600_000;

let db: Database;
beforeAll(async () => {
  db = await openFreshDatabase();
  await introducePeople(db);
});
afterAll(() => db.close());

const opened = async (clientName: string) => {
  const [deal] = await openDeals(db, FINANCE, [{ ...DEAL, clientName, plan: 'standard' }], () => NOON - 2 * HOUR_MS);
  return deal!;
};
const INTRODUCED = { occurredAt: NOON - 3 * HOUR_MS, fact: { introSent: {} } };
const factAt = (at: string, fact: FactInput) => ({ occurredAt: Date.parse(at), fact });

/** Records as many introductions of a deal, in one call, on a clock that shows this; gives when they were learned. */
const learned = async (deal: string, clock: Instant, facts = 1) => {
  const given = Array.from({ length: facts }, () => ({ deal, event: INTRODUCED }));
  return (await recordFacts(db, FINANCE, given, () => clock)).map(({ event }) => event.recordedAt);
};

describe('the facts of a deal are learned one after another', () => {
  test('within a call, a millisecond apart from the clock on', async () => {
    const { key } = await opened('Alder & Ash');
    expect(await learned(key, NOON, 4)).toEqual([NOON, NOON + 1, NOON + 2, NOON + 3]);
  });

  test('in calls of one millisecond, and in calls while the clock catches up', async () => {
    const { key } = await opened('Beech Holdings');
    await learned(key, NOON, 10);
    expect(await learned(key, NOON, 2)).toEqual([NOON + 10, NOON + 11]);
    expect(await learned(key, NOON + 5)).toEqual([NOON + 12]);
    expect(await learned(key, NOON + 13)).toEqual([NOON + 13]);
  });

  test('when the clock is put back an hour, or a year', async () => {
    const { key, dealId } = await opened('Cedar Freight');
    const all = [...(await learned(key, NOON)), ...(await learned(key, NOON - HOUR_MS, 2))];
    all.push(...(await learned(key, NOON - 8_760 * HOUR_MS)), ...(await learned(key, NOON + HOUR_MS)));
    expect(all).toEqual([NOON, NOON + 1, NOON + 2, NOON + 3, NOON + HOUR_MS]);
    const stored = await db.query<{ at: number }>(
      'select (extract(epoch from recorded_at) * 1000)::float8 as at from deal_event where deal_id = $1 order by 1',
      [dealId],
    );
    expect(stored.map(({ at }) => at)).toEqual(all);
  });

  test('and those of another deal are learned when the clock says so', async () => {
    const [early, late] = [await opened('Dogwood Foods'), await opened('Elm Legal')];
    await learned(late.key, NOON + HOUR_MS, 3);
    const given = [late.key, early.key, late.key].map((deal) => ({ deal, event: INTRODUCED }));
    const recorded = await recordFacts(db, FINANCE, given, () => NOON);
    const after = NOON + HOUR_MS + 3;
    expect(recorded.map(({ event }) => event.recordedAt)).toEqual([after, NOON, after + 1]);
  });
});

describe('a fact that has not happened yet', () => {
  test.each([
    ['a millisecond on', 1],
    ['a year on', 8_760 * HOUR_MS],
  ])('is refused: %s', async (_name, ahead) => {
    const { key } = await opened('Fir & Sons');
    const event = { ...INTRODUCED, occurredAt: NOON + ahead };
    const refused = recordFacts(db, FINANCE, [{ deal: key, event }], () => NOON);
    const message = expect.stringMatching(/ is in the future; a fact has happened$/);
    await expect(refused).rejects.toMatchObject({ path: 'events.0.event.occurredAt', message });
  });

  test('is recorded as soon as it has', async () => {
    const { key } = await opened('Gorse Energy');
    const event = { ...INTRODUCED, occurredAt: NOON };
    expect(await recordFacts(db, FINANCE, [{ deal: key, event }], () => NOON)).toHaveLength(1);
  });
});

test('A connector that sends its week again a month later finds every fact as it was learned at first', async () => {
  const { key, dealId } = await opened('Hazel Hotels');
  const facts: FactInput[] = [{ feeAgreed: { amount: '40000.00' } }, { clientEmailedAe: { note: 'Who is who?' } }];
  const events = facts.map((fact, index) => ({
    ...INTRODUCED,
    fact,
    source: 'hubspot',
    sourceEventId: `fact-${index}`,
  }));
  const given = events.map((event) => ({ deal: key, event }));
  const send = (at: Instant) => recordFacts(db, FINANCE, given, () => at);
  const first = await send(NOON);
  const again = await send(NOON + 720 * HOUR_MS);
  expect(first.map(({ isNew }) => isNew)).toEqual([true, true]);
  expect(again.map(({ isNew }) => isNew)).toEqual([false, false]);
  expect(again.map(({ event }) => event)).toEqual(first.map(({ event }) => event));
  const forwarded = {
    occurredAt: NOON,
    fact: { aeForwarded: { forwards: eventGlobalId(dealId, again[1]!.event.id) } },
  };
  expect(await recordFacts(db, FINANCE, [{ deal: key, event: forwarded }], () => NOON + HOUR_MS)).toHaveLength(1);
});

test('After a cancellation facts are kept and change nothing, until the cancellation is taken back', async () => {
  const deal = await Diary.open(db, 'Ivybridge Clinics', '2026-01-05 09:00');
  await deal.isSold('2026-01-12', '40000.00', '16000.00');
  await deal.isHandedOver('2026-01-15');
  const cancelled = await deal.on('2026-02-02 12:00', { dealCancelled: { reason: 'The board said no' } });
  const stood = async () => [await deal.standing(), await deal.payments(), await deal.ledger(), await deal.faults()];
  const before = await stood();
  expect(before[0]).toEqual(['CANCELLED, owned by ACCOUNT_MANAGER']);

  await deal.hasWorkshop('2026-02-17 12:30');
  await deal.on('2026-02-18 09:00', { feeAgreed: { amount: '90000.00' } });
  await deal.on('2026-02-19 09:00', { dealCancelled: { reason: 'Once more' } });
  expect(await stood()).toEqual(before);

  await deal.on('2026-02-20 09:00', { eventRetracted: { retracts: cancelled, reason: 'It was another client' } });
  expect((await deal.ledger()).slice(before[2]!.length)).toEqual([
    '2026-02-17 TRANCHE WEEK_2_WORKSHOP ae-1 1200.00, recorded 2026-02-20',
    '2026-02-18 TRUE_UP WEEK_2_WORKSHOP ae-1 1500.00, recorded 2026-02-20',
    '2026-02-18 TRUE_UP SOW_SIGNED ae-1 2500.00, recorded 2026-02-20',
  ]);
});

test('A thousand facts of a hundred deals take the statements that ten facts of one deal take', async () => {
  const given = Array.from({ length: 101 }, (_, index) => ({
    ...DEAL,
    clientName: `Client ${index}`,
    plan: 'standard',
  }));
  const [one, ...hundred] = await openDeals(db, FINANCE, given);
  const factsOf = ({ key: deal }: { key: string }) =>
    heldHandoff('ae-1', 'ae-2').map(([at, fact]) => ({ deal, event: factAt(at, fact as FactInput) }));
  const statements: string[][] = [];
  for (const facts of [factsOf(one!), hundred.flatMap(factsOf)]) {
    const sent: string[] = [];
    const stop = db.onStatement((text) => sent.push(text));
    statements.push(sent);
    expect((await recordFacts(db, FINANCE, facts)).filter(({ isNew }) => isNew)).toHaveLength(facts.length);
    stop();
  }
  expect(statements[1]).toEqual(statements[0]);
});
