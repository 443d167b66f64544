import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { CreateRiskDocument } from '../api/generated/operations';
import { type Api, type Asker, startApi } from '../harness/api';
import { answered, heldHandoff, type Opened, openDeal, record } from '../harness/deals';
import { Finance } from '../harness/finance';
import { connect, subscribe } from '../harness/live';

const DEALS = 'subscription { dealChanged { key stage } }';
const RUNS = 'subscription { payRunChanged { period status } }';
const QUIET_MS = 400;

let api: Api;
let [mine, others]: Opened[] = [];
const clients = new Map<Asker, Client>();

beforeAll(async () => {
  api = await startApi();
  mine = await openDeal(api, { accountExecutive: 'ae-1' });
  others = await openDeal(api, { accountExecutive: 'ae-2' });
  await record(api, mine.key, heldHandoff('ae-1', 'ae-3'));
  for (const asker of ['ae-1', 'ae-3', 'dl-1', 'fin-1', 'an-1'] as const) clients.set(asker, await connect(api, asker));
});
afterAll(async () => {
  for (const client of clients.values()) await client.dispose();
  await api.stop();
});

const watch = (asker: Asker, query: string, variables = {}) => subscribe(clients.get(asker)!, query, variables);
const forwarded = () => record(api, mine!.key, [[new Date().toISOString(), { clientEmailedAe: {} }]]);

describe('what changes is told', () => {
  test('of a deal whose facts are recorded: once for a call, however many facts it has', async () => {
    const watching = await watch('dl-1', DEALS);
    await record(api, others!.key, heldHandoff('ae-2', 'ae-4'));
    expect(await watching.until(1)).toEqual([{ dealChanged: { key: others!.key, stage: 'DELIVERY' } }]);
    await sleep(QUIET_MS);
    expect(watching.told).toHaveLength(1);
    watching.stop();
  });

  test('of the one deal that is watched, by its id or key, and of no other', async () => {
    const [byKey, byId] = [mine!.key, mine!.id];
    const query = 'subscription ($deal: ID!) { dealChanged(deal: $deal) { key } }';
    const both = [await watch('dl-1', query, { deal: byKey }), await watch('dl-1', query, { deal: byId })];
    await openDeal(api, { accountExecutive: 'ae-1' });
    await forwarded();
    for (const one of both) expect(await one.until(1)).toEqual([{ dealChanged: { key: mine!.key } }]);
    for (const one of both) one.stop();
  });

  test('of a deal whose risks change', async () => {
    const watching = await watch('dl-1', 'subscription { dealChanged { key risks { nodes { description } } } }');
    const input = { deal: mine!.key, description: 'The sponsor is new', likelihood: 'HIGH' as const };
    answered(await api.run('ae-1', CreateRiskDocument, { input: { ...input, mitigation: 'Front-load' } }));
    const risks = { nodes: [{ description: 'The sponsor is new' }] };
    expect(await watching.until(1)).toEqual([{ dealChanged: { key: mine!.key, risks } }]);
    watching.stop();
  });

  test('of nothing that was refused or rolled back', async () => {
    const watching = await watch('dl-1', DEALS);
    const wrong = {
      deal: mine!.key,
      event: { occurredAt: '2026-03-01T00:00:00Z', fact: { feeAgreed: { amount: '-1' } } },
    };
    await api.ask('fin-1', 'mutation ($i: RecordEventsInput!) { recordEvents(input: $i) { errors { code } } }', {
      i: { events: [wrong] },
    });
    await sleep(QUIET_MS);
    expect(watching.told).toEqual([]);
    watching.stop();
  });

  test('of a pay run at each of its steps, and of the deals that it pays', async () => {
    const runs = await watch('an-1', RUNS);
    const deals = await watch('ae-1', 'subscription { dealChanged { key commissionPayments { tranche status } } }');
    const finance = new Finance(api);
    const { payRun } = await finance.creates('2026-03');
    await runs.until(1);
    await finance.approves(payRun!.id);
    await runs.until(2);
    await finance.pays(payRun!.id);
    const statuses = (await runs.until(3)).map(({ payRunChanged }) => (payRunChanged as { status: string }).status);
    expect(statuses).toEqual(['DRAFT', 'APPROVED', 'PAID']);
    await deals.until(2);
    const paid = { tranche: 'SOW_SIGNED', status: 'PAID' };
    expect(deals.told.at(-1)).toMatchObject({ dealChanged: { key: mine!.key, commissionPayments: [paid, {}, {}] } });
    for (const one of [runs, deals]) one.stop();
  });
});

describe('of what somebody may not see nothing is told', () => {
  test("to an AE of another AE's deal, and to one who is paid from it it is", async () => {
    const [seller, payee] = [await watch('ae-1', DEALS), await watch('ae-3', DEALS)];
    await record(api, others!.key, [[new Date().toISOString(), { clientEmailedAe: {} }]]);
    await forwarded();
    expect(await payee.until(1)).toMatchObject([{ dealChanged: { key: mine!.key } }]);
    await sleep(QUIET_MS);
    expect(seller.told).toMatchObject([{ dealChanged: { key: mine!.key } }]);
    for (const one of [seller, payee]) one.stop();
  });

  test("to an AE who watches another's deal: it is as if it did not exist", async () => {
    const query = 'subscription ($deal: ID!) { dealChanged(deal: $deal) { key } }';
    const watching = await watch('ae-1', query, { deal: others!.key });
    await watching.end();
    expect(watching.codes).toEqual(['NOT_FOUND']);
  });

  test('to an AE of pay runs', async () => {
    const watching = await watch('ae-1', RUNS);
    await watching.end();
    expect(watching.codes).toEqual(['FORBIDDEN']);
  });

  test('of fields that are not for the role: the event comes, and says so', async () => {
    const watching = await watch('dl-1', 'subscription { dealChanged { key commissionPayments { status } } }');
    await forwarded();
    await sleep(QUIET_MS);
    expect(watching.codes).toEqual(['FORBIDDEN']);
    watching.stop();
  });
});

test('an event takes as many statements for twenty subscribers of a person as for one', async () => {
  const query = 'subscription { dealChanged { key accountExecutive { name } handoff { slas { status } } } }';
  const unwatched = (await api.statementsOf(forwarded)).length;
  const statementsFor = async (count: number) => {
    const all = await Promise.all(Array.from({ length: count }, () => watch('dl-1', query)));
    await forwarded();
    await Promise.all(all.map((one) => one.until(1)));
    const statements = await api.statementsOf(async () => {
      await forwarded();
      await Promise.all(all.map((one) => one.until(2)));
    });
    for (const one of all) one.stop();
    return statements.length - unwatched;
  };
  expect(await statementsFor(1)).toBe(3);
  expect(await statementsFor(20)).toBe(3);
});
