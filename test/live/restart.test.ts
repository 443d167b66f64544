import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { type EmbeddedServer, migrate, startEmbedded } from '../../src/database';
import { type Api, startApi } from '../harness/api';
import { newDataDirectory, removeAll } from '../harness/baton';
import { onServer } from '../harness/database';
import { heldHandoff, type Opened, openDeal, record } from '../harness/deals';
import { connect, subscribe } from '../harness/live';

jest.setTimeout(90_000);

const dataDirectory = newDataDirectory();
const start = () => startEmbedded({ dataDirectory, durable: true, connections: 40 });

let server: EmbeddedServer;
let api: Api;
let deal: Opened;
let door: net.Server;

/** The same address for a server that has another port each time it starts. */
async function openDoor(): Promise<number> {
  door = net.createServer((client) => {
    const inside = net.connect(Number(new URL(server.url('baton')).port), '127.0.0.1');
    client.on('error', () => inside.destroy());
    inside.on('error', () => client.destroy());
    client.pipe(inside).pipe(client);
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  return (door.address() as AddressInfo).port;
}

beforeAll(async () => {
  server = await start();
  const url = new URL(server.url('baton'));
  url.port = String(await openDoor());
  await migrate(url.href);
  api = await startApi(undefined, { databaseUrl: url.href });
  deal = await openDeal(api);
  await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
});
afterAll(async () => {
  await api.stop();
  door.close();
  await server.stop();
  await removeAll();
});

test('subscriptions go on when PostgreSQL was restarted, and what was changed meanwhile is told', async () => {
  const client = await connect(api, 'dl-1');
  const watching = await subscribe(client, 'subscription { dealChanged { key clientName } }');
  await record(api, deal.key, [[new Date().toISOString(), { clientEmailedAe: {} }]]);
  await watching.until(1);

  await server.stop();
  server = await start();
  // Before the listener is back: nobody hears of this when it is committed.
  await onServer(server.url('baton'), `update deal set client_name = 'Renamed' where key = '${deal.key}'`);
  const told = await watching.until(2);
  expect(told.at(-1)).toEqual({ dealChanged: { key: deal.key, clientName: 'Renamed' } });

  const before = told.length;
  await record(api, deal.key, [[new Date().toISOString(), { clientEmailedAe: {} }]]);
  await watching.until(before + 1);
  expect([watching.codes, watching.isOver]).toEqual([[], false]);
  await client.dispose();
});
