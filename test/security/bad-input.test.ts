import http from 'node:http';
import { getIntrospectionQuery } from 'graphql';
import { cursor } from '../../src/graphql';
import { type Reply, type SmallServer, startSmallServer } from '../harness/small/server';
import { isWhole } from '../harness/small/things';

let server: SmallServer;
let authorization: string;
beforeAll(async () => {
  server = await startSmallServer();
  authorization = `Bearer ${await server.tokenFor('p:FINANCE', 'FINANCE')}`;
});
afterAll(() => server.stop());

const post = (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  server.send({ method: 'POST', headers: { authorization, ...headers }, body });
const first = ({ body }: Reply) => body.errors?.[0];

describe('a page size', () => {
  const literal = (size: string) => server.ask(`{ things(first: ${size}) { nodes { name } } }`);
  const variable = (n: unknown) => server.ask('query ($n: Int) { things(first: $n) { nodes { name } } }', { n });
  const nested = (n: number) =>
    server.ask('query ($n: Int!) { things(first: 2) { nodes { parts(first: $n) { nodes { name } } } } }', { n });

  test.each([0, -1, 101, 1_000_000_000])('of %d is refused at `first`, wherever it is given', async (size) => {
    for (const reply of [await literal(String(size)), await variable(size), await nested(size)]) {
      expect(reply.status).toBe(400);
      expect(reply.body.data).toBeUndefined();
      expect(first(reply)).toMatchObject({
        message: `\`first\` is ${size}; a whole number from 1 to 100 is accepted.`,
        extensions: { code: 'BAD_USER_INPUT', path: 'first' },
      });
    }
  });

  test.each([1.5, '10', true, [10], 1e10])('that is %j is refused', async (n) => {
    if (!Array.isArray(n)) expect(first(await variable(n))?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await literal('1e10')).status).toBe(400);
  });

  test('of 1 and of 100 is accepted', async () => {
    for (const size of [1, 100])
      expect((await variable(size)).body.data?.things).toMatchObject({ nodes: { length: size } });
  });
});

test.each([
  ['of another list', cursor('parts:NUMBER', isWhole).write([3])],
  ['made up', 'WyJ0aGluZ3MiXQ'],
  ['no cursor at all', '💥'],
])('a cursor that is %s is refused at `after`', async (_name, after) => {
  const reply = await server.ask('query ($after: String) { things(after: $after) { nodes { name } } }', { after });
  expect(first(reply)?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'after' });
});

describe('a document', () => {
  const nestedTo = (depth: number) =>
    `{ things ${'{ nodes { parts '.repeat((depth - 2) / 2)}{ nodes { name } }${'} }'.repeat((depth - 2) / 2)} }`;
  const fragments = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`);
  const chain = Array.from({ length: 14 }, (_, i) => `fragment n${i} on Thing { parts { nodes { ...n${i + 1} } } }`);
  const recursive = `{ __type(name: "Thing") { ${'ofType { '.repeat(30)} name ${'}'.repeat(30)} } }`;

  test.each([
    ['of 19,000 tokens', `{ ${'echo '.repeat(19_000)} }`, 'more than 5000 tokens'],
    ['of 120,000 characters', `{ ${'echo '.repeat(24_000)} }`, 'more than 100000 characters'],
    ['of 6,000 lines', `{ ${'#\n'.repeat(6_000)} echo }`, 'more than 5000 lines'],
    [
      'with 200 aliases',
      `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: echo`).join(' ')} }`,
      '200 aliases; 50 are the most',
    ],
    ['30 levels deep', nestedTo(30), '31 levels of fields'],
    [
      '30 levels deep through fragments',
      `{ things { nodes { ...n0 } } } ${chain.join(' ')} fragment n14 on Thing { name }`,
      '31 levels of fields',
    ],
    ['with introspection 30 levels deep', recursive, 'levels of introspection'],
    ['with 600 fields', `{ ${'echo '.repeat(600)} }`, '600 fields'],
    ['with 60 directives', `{ echo ${'@include(if: true) '.repeat(60)} }`, '60 directives'],
  ])('%s is refused', async (_name, query, message) => {
    const reply = await server.ask(query);
    expect(reply.status).toBe(400);
    expect(first(reply)).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'LIMIT_EXCEEDED' },
    });
  });

  test('whose pages multiply to more objects than are accepted is refused before any is read', async () => {
    const reply = await server.ask(
      '{ things(first: 100) { nodes { parts(first: 100) { nodes { parts(first: 100) { nodes { name } } } } } } }',
    );
    expect(reply.status).toBe(400);
    expect(first(reply)).toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED' } });
    expect(reply.body.extensions?.cost?.requested).toBeGreaterThan(1_000_000);
  });

  test.each([
    ['fragments that double 25 times', `{ ...f0 } ${fragments.join(' ')} fragment f25 on Query { echo }`, 400],
    ['a fragment within itself', '{ ...a } fragment a on Query { echo ...b } fragment b on Query { ...a }', 400],
    ['the same fields 51 times', `{ ${'things { nodes { id } } '.repeat(52)} }`, 400],
    ['a string of 90,000 characters', `{ echo(text: "${'x'.repeat(90_000)}") }`, 200],
    ['a string of 900,000 characters', `{ echo(text: "${'x'.repeat(900_000)}") }`, 400],
    ['lists 4,000 deep', `{ echo(text: ${'['.repeat(2_400)}${']'.repeat(2_400)}) }`, 400],
  ])('with %s is answered within a second', async (_name, query, status) => {
    for (const _interpretedThenCompiled of [1, 2, 3]) {
      const begun = performance.now();
      const reply = await server.ask(query);
      expect(reply.status).toBe(status);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });

  test('with the usual introspection query is answered', async () => {
    const usual = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
    });
    expect((await server.ask(usual)).body.data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });

  test('that names what is not there gets no suggestions', async () => {
    const reply = await server.ask('{ thing ech echo(txt: "") things { nodess { id } } echoPick(by: { nam: "x" }) }');
    expect(reply.body.errors).toHaveLength(5);
    expect(JSON.stringify(reply.body)).not.toMatch(/did you mean/i);
  });
});

describe('a body', () => {
  test('of 10 MB is refused', async () => {
    const reply = await post(`{"query":"${'x'.repeat(10_000_000)}"}`);
    expect(reply.status).toBe(413);
    expect(first(reply)).toMatchObject({
      message: expect.stringContaining('1000000 bytes'),
      extensions: { code: 'LIMIT_EXCEEDED' },
    });
  });

  test('that never ends is cut off, whoever sends it', async () => {
    expect(await endless(authorization)).toBe(413);
    expect(await endless('Bearer nobody')).toBe(401);
  });

  test.each([
    ['that is not JSON', '{"query": '],
    ['that is empty', ''],
    ['that is not UTF-8', Buffer.from('7b2271756572 79223a22ff227d'.replace(' ', ''), 'hex')],
  ])('%s is refused', async (_name, body) => {
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect(first(reply)).toMatchObject({
      message: 'The body is not JSON in UTF-8.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('that is a batch is refused', async () => {
    const reply = await post('[{"query":"{ echo }"}]');
    expect(reply.status).toBe(400);
    expect(first(reply)).toMatchObject({
      message: expect.stringContaining('One operation a request'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test.each([
    'null',
    '1',
    '"x"',
    '{}',
    '{"query":1}',
    '{"query":"{ echo }","variables":[]}',
    '{"query":"{ echo }","variables":"{}"}',
  ])('%s is refused', async (body) => {
    const reply = await post(body);
    expect(reply.status).toBe(400);
    expect(first(reply)?.extensions.code).toBe('BAD_REQUEST');
  });

  test('of a form, as another site can make a browser send one, is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post('{"query":"{ echo }"}', { 'content-type': type })).status).toBe(400);
  });
});

describe('text', () => {
  const echo = (text: string) => server.ask('query ($text: String!) { echo(text: $text) }', { text });

  test.each(['\0', 'a\0b', '\ud800', 'a\udfff', '\udc00\ud800'])('%j is refused with its path', async (text) => {
    const reply = await echo(text);
    expect(reply.status).toBe(400);
    expect(first(reply)?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'text' });
    const inside = await server.ask('query ($by: PickInput!) { echoPick(by: $by) }', { by: { name: text } });
    expect(first(inside)?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'name' });
  });

  test('with a NUL as a literal is refused with its path', async () => {
    const reply = await server.ask('{ echoPick(by: { name: "a\\u0000" }) }');
    expect(first(reply)?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'by.name' });
  });

  test.each([
    '',
    '💥',
    '\u202eevil',
    '__proto__',
    'constructor',
    "'; drop table deals; --",
    '<script>',
    '\r\n',
    '‏א',
    'Å\u0301',
  ])('%j comes back as it was', async (text) => {
    expect((await echo(text)).body.data).toEqual({ echo: text });
  });
});

describe('variables', () => {
  const values = (v: unknown) => server.ask('query ($v: ValuesInput!) { echoValues(values: $v) { at } }', { v });

  test('say where each wrong value is, and do not repeat what was given', async () => {
    const query =
      'query ($input: MeasureInput!, $v: ValuesInput!) { measure(input: $input) echoValues(values: $v) { at } }';
    const input = { sides: [{ length: 1 }, { length: 'long' }, {}] };
    const reply = await server.ask(query, { input, v: { amount: '1,00', colour: 'red' } });
    expect(reply.status).toBe(400);
    expect(first(reply)?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      path: 'sides.1.length',
      problems: [
        { path: 'sides.1.length', message: 'Int cannot represent non-integer value: "long"' },
        { path: 'sides.2', message: 'Field "length" of required type "Int!" was not provided.' },
        {
          path: 'amount',
          message: 'Decimal takes a plain decimal number in a string, such as "48000.00"; "1,00" is not one.',
        },
        { path: 'v', message: 'Field "colour" is not defined by type "ValuesInput".' },
      ],
    });
  });

  test.each(['{"__proto__":{"at":"2026-01-01T00:00:00Z"}}', '{"constructor":{}}', '{"toString":1}'])(
    '%s is refused',
    async (json) => {
      const body = `{"query":"query ($v: ValuesInput!) { echoValues(values: $v) { at } }","variables":{"v":${json}}}`;
      expect(first(await post(body))?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'v' });
    },
  );

  test('nested deeper than any stack are refused', async () => {
    const deep = `${'['.repeat(400_000)}"\\u0000"${']'.repeat(400_000)}`;
    const reply = await post(
      `{"query":"query ($v: ValuesInput!) { echoValues(values: $v) { at } }","variables":{"v":${deep}}}`,
    );
    expect(reply.status).toBe(400);
    expect(first(reply)?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  test('that class-validator refuses say where', async () => {
    const reply = await server.ask('query ($input: MeasureInput!) { measure(input: $input) }', {
      input: { sides: [{ length: 5 }, { length: 0 }], times: 11 },
    });
    expect(first(reply)?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      path: 'sides.1.length',
      problems: [
        { path: 'sides.1.length', message: 'length must not be less than 1' },
        { path: 'times', message: 'times must not be greater than 10' },
      ],
    });
  });

  test('may leave out what is optional', async () => {
    expect((await values({})).body.data).toEqual({ echoValues: { at: null } });
  });
});

/** Sends a body without end until the server has had enough of it, and gives the status that came before. */
function endless(authorization: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let status: number | undefined;
    const headers = { authorization, 'content-type': 'application/json' };
    const request = http.request(`${server.url}/graphql`, { method: 'POST', headers });
    const chunk = Buffer.alloc(1_000_000, 'x');
    const more = (): void => {
      if (!request.destroyed) request.write(chunk, () => setImmediate(more));
    };
    request.on('response', (response) => {
      status = response.statusCode;
      response.resume();
    });
    request.on('error', () => resolve(status));
    request.on('close', () => resolve(status));
    more();
  });
}
