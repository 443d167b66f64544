import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { CreateApiKeyDocument, RevokeApiKeyDocument } from '../api/generated/operations';
import { type Api, startApi } from '../harness/api';
import { answered, openDeal } from '../harness/deals';
import { connect, subscribe } from '../harness/live';

jest.setTimeout(60_000);

const DEALS = 'subscription { dealChanged { key } }';
const EVIL = 'https://evil.example';

let api: Api;
beforeAll(async () => {
  api = await startApi(undefined, { traffic: { corsOrigins: ['https://app.example.com'] } });
});
afterAll(() => api.stop());

const open = (headers: Record<string, string> = {}, path = '/graphql', protocol = 'graphql-transport-ws') =>
  new WebSocket(`${api.url.replace('http', 'ws')}${path}`, protocol, { headers });

/** The status with which a web socket is refused, or 101. */
async function statusOf(socket: WebSocket): Promise<number> {
  const refused = once(socket, 'unexpected-response').then(([, response]) => response.statusCode as number);
  socket.on('error', () => {});
  const status = await Promise.race([refused, once(socket, 'open').then(() => 101)]);
  socket.terminate();
  return status;
}

/** The code with which the server closes a web socket that sends these messages. */
async function closeOf(socket: WebSocket, ...messages: readonly (object | string)[]): Promise<number> {
  await once(socket, 'open');
  for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return (await once(socket, 'close'))[0] as number;
}

const hello = async (asker: 'dl-1' | 'an-1' = 'dl-1') => ({
  type: 'connection_init',
  payload: { Authorization: `Bearer ${await api.tokenOf(asker)}` },
});

describe('a web socket', () => {
  test('is opened for our own pages, named origins and programs, at /graphql, and for nobody else', async () => {
    const host = new URL(api.url).host;
    expect(await statusOf(open())).toBe(101);
    expect(await statusOf(open({ origin: `http://${host}` }))).toBe(101);
    expect(await statusOf(open({ origin: 'https://app.example.com' }))).toBe(101);
    expect(await statusOf(open({ origin: EVIL }))).toBe(403);
    expect(await statusOf(open({ origin: 'null' }))).toBe(403);
    expect(await statusOf(open({}, '/elsewhere'))).toBe(404);
  });

  test('is closed where nobody says who they are within three seconds', async () => {
    const begun = Date.now();
    expect(await closeOf(open())).toBe(4408);
    expect(Date.now() - begun).toBeLessThan(6_000);
  });

  test.each([
    ['a wrong token', [{ type: 'connection_init', payload: { authorization: 'Bearer wrong' } }], 4403],
    ['no token', [{ type: 'connection_init' }], 4403],
    ['a payload that is no object', [{ type: 'connection_init', payload: { authorization: 1 } }], 4403],
    ['a subscription before that', [{ type: 'subscribe', id: '1', payload: { query: DEALS } }], 4401],
    ['what is no message', ['{'], 4400],
    ['a message of 400 kB', ['x'.repeat(400_000)], 1009],
    ['messages of somebody unknown', Array.from({ length: 10 }, () => ({ type: 'ping' })), 1006],
  ])('is closed for %s', async (_, messages, code) => {
    expect(await closeOf(open(), ...messages)).toBe(code);
  });

  test('of another protocol is closed', async () => {
    const socket = open({}, '/graphql', 'graphql-ws');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('close', resolve));
  });

  test('ends with the credential, and its subscriptions with it', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const input = { name: 'Short', person: 'an-1', expiresAt };
    const { createApiKey } = answered(await api.run('ad-1', CreateApiKeyDocument, { input }));
    const payload = { 'x-api-key': createApiKey.secret };
    expect(await closeOf(open(), { type: 'connection_init', payload })).toBe(4403);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
  });

  test('is closed soon after its key was revoked', async () => {
    const input = { name: 'Revoked', person: 'an-1', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
    const { createApiKey } = answered(await api.run('ad-1', CreateApiKeyDocument, { input }));
    const closed = closeOf(open(), { type: 'connection_init', payload: { 'x-api-key': createApiKey.secret } });
    await sleep(500);
    answered(await api.run('ad-1', RevokeApiKeyDocument, { input: { apiKey: createApiKey.apiKey!.id } }));
    expect(await closed).toBe(4403);
  });

  test('takes fifty connections of one person, and no more', async () => {
    const sockets: WebSocket[] = [];
    const greeting = JSON.stringify(await hello('an-1'));
    while (sockets.length < 50) {
      const socket = open();
      await once(socket, 'open');
      socket.send(greeting);
      await once(socket, 'message');
      sockets.push(socket);
    }
    expect(await closeOf(open(), await hello('an-1'))).toBe(4429);
    for (const socket of sockets) socket.terminate();
  });
});

describe('a subscription is refused', () => {
  const deep = `{ dealChanged { ${'risks { nodes { deal { '.repeat(6)}key${' } } }'.repeat(6)} } }`;
  test.each([
    ['that is a query', '{ viewer { key } }', 'BAD_USER_INPUT'],
    ['that changes something', 'mutation { openDeal(input: {}) { errors { code } } }', 'BAD_USER_INPUT'],
    ['that cannot be parsed', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['of a field that there is not', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['of two things', 'subscription { dealChanged { key } clockDue { clock { sla } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['of nothing but a type', 'subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['that is too deep', `subscription ${deep}`, 'LIMIT_EXCEEDED'],
    ['that has too many tokens', `subscription { dealChanged { ${'key '.repeat(6_000)} } }`, 'LIMIT_EXCEEDED'],
    [
      'that costs too much',
      'subscription { dealChanged { risks(first: 100) { nodes { deal { events(first: 100) { nodes { recordedBy { key ' +
        'commission { totals { status } } } } } commitments(first: 100) { nodes { owner { key } } } } } } } }',
      'LIMIT_EXCEEDED',
    ],
    ['of what is no deal', 'subscription { dealChanged(deal: "nothing") { key } }', 'BAD_USER_INPUT'],
    ['of a run that is none', 'subscription { payRunChanged(payRun: "nothing") { status } }', 'FORBIDDEN'],
  ])('%s', async (_, query, code) => {
    const client = await connect(api, 'dl-1');
    const watching = await subscribe(client, query);
    await watching.end();
    expect(watching.codes).toContain(code);
    await client.dispose();
  });

  test('beyond two hundred of one person, until one of them ends', async () => {
    const client = await connect(api, 'am-1');
    const first = await subscribe(client, DEALS);
    await Promise.all(Array.from({ length: 199 }, () => subscribe(client, DEALS)));
    const more = await subscribe(client, DEALS);
    await more.end();
    expect(more.codes).toEqual(['LIMIT_EXCEEDED']);
    first.stop();
    await sleep(200);
    const again = await subscribe(client, DEALS);
    await openDeal(api);
    await again.until(1);
    await client.dispose();
  });

  test('over HTTP, which says where to go', async () => {
    const { errors } = await api.ask('dl-1', DEALS);
    expect(errors?.[0]?.message).toContain('subscribe over a web socket');
  });

  test('to a role that asks trusted documents only', async () => {
    const only = await startApi(undefined, { trustedOnlyRoles: ['DELIVERY_LEAD'] });
    const client = await connect(only, 'dl-1');
    const watching = await subscribe(client, DEALS);
    expect(watching.codes).toEqual(['FORBIDDEN']);
    await client.dispose();
    await only.stop();
  });
});

test('a server that ends tells its clients to come again, and does not wait for them', async () => {
  const ending = await startApi();
  const socket = new WebSocket(`${ending.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const authorization = `Bearer ${await ending.tokenOf('dl-1')}`;
  const closed = closeOf(socket, { type: 'connection_init', payload: { authorization } });
  await sleep(300);
  const begun = Date.now();
  await ending.stop();
  expect(await closed).toBe(1012);
  expect(Date.now() - begun).toBeLessThan(3_000);
});
