import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { Watch } from '../../src/live/watch';
import { type Api, startApi } from '../harness/api';
import { heldHandoff, type Opened, openDeal, record, type Told } from '../harness/deals';

jest.setTimeout(90_000);

const CHANGES = 60;
const EVENTS = 60;
const TEXT = 'x'.repeat(1_000);

let api: Api;
let deal: Opened;
beforeAll(async () => {
  api = await startApi();
  deal = await openDeal(api);
  await record(api, deal.key, heldHandoff('ae-1', 'ae-2'));
  const noted: Told = [new Date().toISOString(), { clientEmailedAe: { note: TEXT } }];
  await record(api, deal.key, Array(EVENTS).fill(noted));
});
afterAll(() => api.stop());

/** Of each change some megabytes are told. */
const MUCH = `subscription { dealChanged { lastRecordedAt ${Array.from(
  { length: 40 },
  (_, index) => `e${index}: events(first: 60) { nodes { id fact { clientEmailedAe { note } } } }`,
).join(' ')} } }`;

/** A client that has subscribed and reads nothing any more. */
async function stopped(): Promise<{ socket: WebSocket; tcp: Socket; told: string[] }> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const told: string[] = [];
  await once(socket, 'open');
  const payload = { authorization: `Bearer ${await api.tokenOf('dl-1')}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await once(socket, 'message');
  socket.on('message', (text) => told.push(String(text)));
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: MUCH } }));
  await sleep(500);
  const tcp = (socket as unknown as { _socket: Socket })._socket;
  tcp.pause();
  return { socket, tcp, told };
}

const change = () => record(api, deal.key, [[new Date().toISOString(), { clientEmailedAe: {} }]]);

describe('a client that is slow', () => {
  test('is told in the end how things stand, but not of every change on the way', async () => {
    const { socket, tcp, told } = await stopped();
    for (let count = 0; count < CHANGES; count++) await change();
    tcp.resume();
    const { deal: now } = (await api.ask('dl-1', `{ deal(key: "${deal.key}") { lastRecordedAt } }`)).data as {
      deal: { lastRecordedAt: string };
    };
    for (const until = Date.now() + 9_000; !told.at(-1)?.includes(now.lastRecordedAt) && Date.now() < until; )
      await sleep(50);
    expect(told.at(-1)).toContain(now.lastRecordedAt);
    expect(told.length).toBeLessThan(CHANGES / 2);
    socket.terminate();
  });

  test('and reads nothing at all is cut off', async () => {
    const { socket, tcp } = await stopped();
    for (let count = 0; count < 10; count++) await change();
    await sleep(25_000);
    tcp.resume();
    const [code] = await once(socket, 'close');
    expect(code).toBe(1006);
  });
});

describe('what waits for a subscriber', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => String(index));

  test('is each thing once, in the order in which it first changed', async () => {
    const watch = new Watch('deal', null, () => {});
    for (const id of ['1', '2', '1', '3', '2']) watch.add({ what: 'deal', id });
    const { value } = await watch.next();
    expect(value?.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  test('is a thousand things at most: of more it is only said that there were too many', async () => {
    const watch = new Watch('deal', null, () => {});
    for (const id of ids) watch.add({ what: 'deal', id });
    await expect(watch.next()).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('is the one deal that is watched, where many have changed', async () => {
    const watch = new Watch('deal', '7', () => {});
    for (const id of ids) watch.add({ what: 'deal', id });
    watch.addMany();
    expect((await watch.next()).value).toEqual([{ what: 'deal', id: '7' }]);
  });

  test('is nothing any more when it has ended, whoever waits for it', async () => {
    const watch = new Watch('deal', null, () => {});
    const waiting = watch.next();
    await watch.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
