import { getIntrospectionQuery } from 'graphql';
import { type SmallServer, startSmallServer } from '../harness/small/server';

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer(undefined, { introspectionRoles: ['ADMIN'] });
});
afterAll(() => server.stop());

const ASKED = [
  getIntrospectionQuery(),
  '{ __type(name: "Thing") { name } }',
  '{ echo ...f } fragment f on Query { t: __schema { types { name } } }',
  'query a { ... @include(if: true) { __schema { queryType { name } } } }',
];

test.each(ASKED)('the schema is for the roles of the setting alone: %#', async (query) => {
  for (const _interpretedThenCompiled of [1, 2, 3]) {
    const { status, body } = await server.ask(query, {}, 'ANALYST');
    expect(body.data).toBeUndefined();
    expect(body.errors).toEqual([
      {
        message: 'The schema is not for your role, ANALYST.',
        extensions: expect.objectContaining({ code: 'FORBIDDEN', path: 'query' }),
      },
    ]);
    expect(status).toBe(400);
    expect((await server.ask(query, {}, 'ADMIN')).body.errors).toBeUndefined();
  }
});

test('it is for nobody who has not signed in', async () => {
  const body = JSON.stringify({ query: ASKED[1] });
  const reply = await server.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(reply.status).toBe(401);
});

test('the name of a type is no secret to whoever gets an object of it', async () => {
  const { body } = await server.ask(
    '{ __typename things(first: 1) { __typename nodes { __typename } } }',
    {},
    'ANALYST',
  );
  expect(body.data).toMatchObject({ __typename: 'Query', things: { nodes: [{ __typename: 'Thing' }] } });
});

test('what is not there is not told from what is there by suggestions', async () => {
  const { body } = await server.ask('{ thngs { nodes { nam } } ech }', {}, 'ANALYST');
  expect(JSON.stringify(body)).not.toMatch(/did you mean|things|echo/i);
  const ofObject = await server.ask('{ things }', {}, 'ANALYST');
  expect(ofObject.body.errors![0]!.message).toBe(
    'Field "things" of type "ThingConnection!" must have a selection of subfields.',
  );
});
