import { onServer } from '../harness/database';
import { type SmallServer, startSmallServer } from '../harness/small/server';

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.log.length = 0;
});

describe('a fault', () => {
  test.each(['{ fails }', '{ failsNeverNull }'])(
    'of %s is masked, and found in the log by the id in the answer',
    async (query) => {
      for (const _interpretedThenCompiled of [1, 2, 3]) {
        const { status, headers, body } = await server.ask(query);
        const id = headers.get('x-correlation-id');
        expect(status).toBe(200);
        expect(body.errors).toHaveLength(1);
        expect(body.errors?.[0]).toMatchObject({
          message: `Something went wrong on our side; quote ${id}.`,
          extensions: { code: 'INTERNAL' },
        });
        expect(JSON.stringify(body)).not.toMatch(/secret_table|salary|TypeError|stack|Cannot return null/);
        expect(server.log.filter((line) => line.correlationId === id && line.msg === 'fault')).toHaveLength(1);
      }
    },
  );

  test('of SQL says nothing of the SQL, and nothing of its values in the log', async () => {
    const { body } = await server.ask('query ($text: String!) { statement(text: $text) }', {
      text: "select 'topsecret'::uuid",
    });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL' });
    expect(JSON.stringify(body)).not.toMatch(/topsecret|uuid|select|22P02/);
    expect(server.log[0]).toMatchObject({ msg: 'fault', fault: { code: '22P02' } });
    expect(JSON.stringify(server.log)).not.toContain('topsecret');
  });

  test('that fails every row of a page is logged once', async () => {
    await server.ask('{ a: fails b: fails c: fails d: fails e: fails f: fails g: fails h: fails }');
    expect(server.log.filter((line) => line.msg === 'fault').length).toBeLessThanOrEqual(5);
  });
});

test('a lost database is said to be away, and not to be a fault', async () => {
  const ask = (text: string) => server.ask('query ($text: String!) { statement(text: $text) }', { text });
  const asked = ask('select pg_sleep(10)::text as found');
  const terminate = `select pid from pg_stat_activity
    where query like 'select pg_sleep(10)%' and pg_terminate_backend(pid)`;
  while ((await onServer(server.databaseUrl, terminate)).length === 0);
  expect((await asked).body.errors?.[0]).toMatchObject({
    message: expect.stringContaining('cannot be reached'),
    extensions: { code: 'UNAVAILABLE' },
  });
  expect((await ask('select 1 as found')).body.data).toEqual({ statement: '1' });
});

describe('a forbidden field', () => {
  test('is refused with code and path, and the rest of the answer is there', async () => {
    const { body } = await server.ask(
      '{ node(id: "VGhpbmc6MQ") { id ... on Thing { margin { amount } } } echo }',
      {},
      'ANALYST',
    );
    expect(body.data).toEqual({ node: null, echo: 'hello' });
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: 'Thing.margin is not for your role, ANALYST.',
        path: ['node', 'margin'],
        extensions: expect.objectContaining({ code: 'FORBIDDEN', path: 'node.margin' }),
      }),
    ]);
  });

  test('is there for the roles of its rule', async () => {
    for (const role of ['FINANCE', 'ADMIN'] as const) {
      const { body } = await server.ask('{ node(id: "VGhpbmc6MQ") { ... on Thing { margin { amount } } } }', {}, role);
      expect(body.data).toEqual({ node: { margin: { amount: '1.00' } } });
    }
  });
});

describe('the log', () => {
  test('has a line for each request, without variables, tokens or documents', async () => {
    const token = await server.tokenFor('p:ANALYST', 'ANALYST');
    await server.send({
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-correlation-id': 'from-the-front-end',
      },
      body: JSON.stringify({
        query: 'query Hidden($text: String!) { echo(text: $text) refuses }',
        variables: { text: 'confidential' },
      }),
    });
    expect(server.log).toEqual([
      expect.objectContaining({
        msg: 'request',
        correlationId: 'from-the-front-end',
        method: 'POST',
        path: '/graphql',
        status: 200,
        operation: 'Hidden',
        role: 'ANALYST',
        person: 'p:ANALYST',
        cost: 0,
        errors: ['NOT_FOUND'],
        milliseconds: expect.any(Number),
      }),
    ]);
    const text = JSON.stringify(server.log);
    for (const secret of ['confidential', token, 'echo(']) expect(text).not.toContain(secret);
  });

  test('has a line for refused requests too, and names no one there', async () => {
    await server.send({ method: 'POST', body: '{}' });
    expect(server.log).toEqual([expect.objectContaining({ msg: 'request', status: 401 })]);
    expect(server.log[0]).not.toHaveProperty('person');
  });
});

test('a correlation id is kept if it is a plain one, and made where it is not', async () => {
  const idOf = async (id: string) =>
    (await server.send({ headers: { 'x-correlation-id': id } })).headers.get('x-correlation-id');
  expect(await idOf('a1b2c3d4-e5')).toBe('a1b2c3d4-e5');
  for (const bad of ['short', 'x'.repeat(65), 'with space 123', '<script>1234'])
    expect(await idOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
});

test('every answer has the headers that keep browsers careful, and none that lets other sites in', async () => {
  const replies = [
    await server.ask('{ echo }'),
    await server.send({
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    }),
    await server.send({ path: '/nothing' }),
    await server.send({ headers: { accept: 'text/html' } }),
  ];
  for (const { headers } of replies) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('a question may be asked by GET where no other site can make a browser ask it, a change may not', async () => {
  const authorization = `Bearer ${await server.tokenFor('p:FINANCE', 'FINANCE')}`;
  const get = (query: string, headers: Record<string, string>) =>
    server.send({ path: `/graphql?query=${encodeURIComponent(query)}`, headers: { authorization, ...headers } });
  const preflighted = { 'apollo-require-preflight': 'yes' };
  expect((await get('{ echo }', preflighted)).body.data).toEqual({ echo: 'hello' });
  expect((await get('{ echo }', {})).status).toBe(400);
  expect((await get('mutation { addThing(input: { name: "x" }) { errors { code } } }', preflighted)).status).toBe(405);
  expect((await get(`{ ${'echo '.repeat(20_000)} }`, preflighted)).status).toBeGreaterThanOrEqual(400);
});
