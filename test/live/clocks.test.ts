import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { type Api, type Asker, startApi } from '../harness/api';
import { heldHandoff, type Opened, openDeal, record } from '../harness/deals';
import { connect, subscribe } from '../harness/live';

const HOURS_24_MS = 86_400_000;
const DUE = 'subscription { clockDue { deal { key } clock { sla status dueAt breachedAt } } }';

let api: Api;
const clients: Client[] = [];
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await api.stop();
});

async function watch(asker: Asker) {
  const client = await connect(api, asker);
  clients.push(client);
  return subscribe(client, DUE);
}

/** A deal of `ae` whose client is to be contacted within so many milliseconds from now. */
async function toBeContacted(ae: Asker, withinMs: number): Promise<Opened & { dueAt: string }> {
  const deal = await openDeal(api, { accountExecutive: ae });
  await record(
    api,
    deal.key,
    heldHandoff(ae, ae === 'ae-1' ? 'ae-2' : 'ae-1').filter(([, fact]) => !fact.splitAgreed),
  );
  const dueAt = Date.now() + withinMs;
  await record(api, deal.key, [[new Date(dueAt - HOURS_24_MS).toISOString(), { introSent: {} }]]);
  return { ...deal, dueAt: new Date(dueAt).toISOString() };
}

test('a clock that runs out is told when its deadline has passed, to whoever may see the deal', async () => {
  const [lead, seller, other] = [await watch('dl-1'), await watch('ae-1'), await watch('ae-3')];
  const later = await toBeContacted('ae-1', 3_500);
  const sooner = await toBeContacted('ae-1', 1_500);
  const told = ({ key, dueAt }: typeof later) => ({
    clockDue: { deal: { key }, clock: { sla: 'FIRST_CONTACT', status: 'BREACHED', dueAt, breachedAt: dueAt } },
  });
  expect(await lead.until(1)).toEqual([told(sooner)]);
  expect(Date.now()).toBeGreaterThan(Date.parse(sooner.dueAt));
  expect(Date.now()).toBeLessThan(Date.parse(sooner.dueAt) + 1_000);
  expect(await lead.until(2)).toEqual([told(sooner), told(later)]);
  expect(await seller.until(2)).toEqual(lead.told);
  expect(other.told).toEqual([]);
});

test('one that is met in time is not told, nor one that was due long ago when it was recorded', async () => {
  const lead = await watch('dl-1');
  const met = await toBeContacted('ae-1', 1_500);
  await record(api, met.key, [[new Date().toISOString(), { amContactedClient: {} }]]);
  await toBeContacted('ae-1', -HOURS_24_MS);
  const due = await toBeContacted('ae-1', 2_000);
  expect(await lead.until(1)).toMatchObject([{ clockDue: { deal: { key: due.key } } }]);
});

test('while no deadline passes, the database is not asked for clocks', async () => {
  await watch('dl-1');
  await sleep(500);
  const statements = await api.statementsOf(() => sleep(3_000));
  expect(statements.filter((text) => text.includes('sla_clock'))).toEqual([]);
});
