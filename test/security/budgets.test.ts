import http, { type IncomingMessage } from 'node:http';
import { Addresses } from '../../src/server/traffic/address';
import { Buckets } from '../../src/server/traffic/buckets';
import { Turns } from '../../src/server/traffic/turns';
import { type Reply, type SmallServer, startSmallServer } from '../harness/small/server';

const MINUTE = 60_000;

describe('a budget', () => {
  test('is a tenth of a minute’s at once, then as much as comes back with time', () => {
    const buckets = new Buckets(600);
    for (let times = 0; times < 60; times++) expect(buckets.spend('a', 1, 0)).toBe(0);
    expect(buckets.spend('a', 1, 0)).toBe(1);
    expect(buckets.spend('a', 1, 100)).toBe(0);
    expect(buckets.spend('a', 1, 100)).toBe(1);
    expect(buckets.spend('b', 1, 100)).toBe(0);
    for (let times = 0; times < 60; times++) expect(buckets.spend('a', 1, MINUTE)).toBe(0);
    expect(buckets.spend('a', 1, MINUTE)).toBe(1);
  });

  test('lets somebody ask for more than is left, and wait until that is paid', () => {
    const buckets = new Buckets(600);
    expect(buckets.spend('a', 100, 0)).toBe(0);
    expect(buckets.spend('a', 1, 0)).toBe(5);
    expect(buckets.spend('a', 1, 4_000)).toBe(1);
    expect(buckets.spend('a', 1, 5_000)).toBe(0);
  });

  test('of nothing a minute sets no bound', () => {
    const buckets = new Buckets(0);
    for (let times = 0; times < 10; times++) expect(buckets.spend('a', 1_000_000, 0)).toBe(0);
  });

  test('does not grow with those who ask once', () => {
    const buckets = new Buckets(600);
    for (let times = 0; times < 60; times++) buckets.spend('the first', 1, 0);
    for (let who = 0; who < 20_000; who++) buckets.spend(String(who), 1, 0);
    expect(buckets.spend('the first', 1, 0)).toBe(0);
  });
});

describe('a stranger is told by', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  test.each([
    ['the address, whatever they say of it', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['what a trusted proxy says', ['10.0.0.0/8'], '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['the last that no trusted proxy has', ['10.0.0.0/8'], '10.1.2.3', '1.1.1.1, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['the proxy where it says nothing sensible', ['10.0.0.1'], '10.0.0.1', 'evil, <script>', '10.0.0.1'],
    ['the network of an address of the newer family', [], '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2::/64'],
    ['it however it is written', ['::1'], '::1', '2001:0db8:0001:0002::7', '2001:db8:1:2::/64'],
    ['it with zeros in between', [], 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  ] as const)('%s', (_name, proxies, remote, forwarded, expected) => {
    expect(new Addresses(proxies).of(from(remote, forwarded))).toBe(expected);
  });
});

describe('over HTTP', () => {
  let server: SmallServer;
  afterEach(() => server.stop());

  const expectTooMany = ({ status, headers, body }: Reply) => {
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(body.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
    expect(body.errors![0]!.message).toContain(`Come again in ${headers.get('retry-after')} s.`);
  };

  test('who asks too often is told when to come again, and nobody else is', async () => {
    server = await startSmallServer(undefined, { requestsAMinute: 30 });
    for (let times = 0; times < 3; times++) expect((await server.ask('{ echo }')).status).toBe(200);
    expectTooMany(await server.ask('{ echo }'));
    expect((await server.ask('{ echo }', {}, 'ADMIN')).status).toBe(200);
  });

  test('who sends what is refused pays more for it', async () => {
    server = await startSmallServer(undefined, { requestsAMinute: 200 });
    for (const bad of ['{', '{ nothing }']) expect((await server.ask(bad)).status).toBe(400);
    expectTooMany(await server.ask('{ echo }'));
  });

  test('who asks for much is told to wait before any of it is read', async () => {
    server = await startSmallServer(undefined, { objectsAMinute: 1_000 });
    const much = '{ things(first: 100) { nodes { parts(first: 20) { nodes { id } } } } }';
    expect((await server.ask(much)).status).toBe(200);
    expectTooMany(await server.ask(much));
    expectTooMany(await server.ask('{ things(first: 1) { nodes { id } } }'));
  });

  test('a stranger who guesses is told to come again, whoever signs in from there is not', async () => {
    server = await startSmallServer(undefined, { strangersAMinute: 50 });
    const guess = (key: string) => server.send({ method: 'POST', headers: { 'x-api-key': key }, body: '{}' });
    for (let times = 0; times < 5; times++) expect((await guess(`baton_${times}`)).status).toBe(401);
    expectTooMany(await guess('baton_6'));
    expectTooMany(await server.send({ method: 'POST', body: '{}' }));
    expect((await server.ask('{ echo }')).status).toBe(200);
  });

  test('nobody gets another budget by saying that they come from elsewhere', async () => {
    server = await startSmallServer(undefined, { strangersAMinute: 20 });
    const statuses: number[] = [];
    for (let times = 0; times < 4; times++)
      statuses.push((await server.send({ headers: { 'x-forwarded-for': `198.51.100.${times}` } })).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
  });
});

test('whoever never finishes a request is cut off', async () => {
  const server = await startSmallServer();
  const request = http.request(server.url, { method: 'POST', headers: { 'content-length': 10 } });
  request.on('error', () => {});
  request.write('x');
  const reply = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
  expect(reply.statusCode).toBe(404);
  request.destroy();
  await server.stop();
});

test('what keeps the server busy is done piece by piece, and others come in between', async () => {
  const turns = new Turns();
  const done: string[] = [];
  const work = async (who: string, name: string) => {
    await turns.wait(who);
    done.push(name);
  };
  const busy = ['a1', 'a2', 'a3'].map((name) => work('a', name));
  const other = work('b', 'b1');
  await Promise.all([...busy, other]);
  expect(done).toEqual(['a1', 'b1', 'a2', 'a3']);
});
