import { type OperationDefinitionNode, parse } from 'graphql';
import { CompiledOperations } from '../../src/server/execution/compiled';
import { smallSchema } from '../harness/small/schema';
import { type SmallServer, startSmallServer } from '../harness/small/server';
import { batches } from '../harness/small/things';

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

type Case = [name: string, query: string, variables?: Record<string, unknown>];

const COMPILED: Case[] = [
  [
    'a page with relations',
    '{ things(first: 3) { nodes { id name price { amount } madeAt tags parts { nodes { name } } } } }',
  ],
  [
    'edges, aliases and fragments',
    `{ a: things(first: 2) { ...p } b: things { ...p } }
     fragment p on ThingConnection {
       edges { cursor node { __typename name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
  ],
  ['an abstract type', '{ node(id: "VGhpbmc6MQ") { __typename id ... on Thing { name } } }'],
  ['a variable', 'query ($n: Int!) { things(first: $n) { nodes { name } } }', { n: 2 }],
  [
    'an omitted variable with a default in the schema',
    'query ($n: Int = 7) { things(first: $n) { nodes { name } } }',
    {},
  ],
  ['an omitted variable with its own default', 'query ($n: Int! = 2) { things(first: $n) { nodes { name } } }', {}],
  ['null where the schema has a default', 'query ($text: String) { echo(text: $text) }', { text: null }],
  ['a variable of the wrong type', 'query ($n: Int!) { things(first: $n) { nodes { name } } }', { n: 'two' }],
  ['a missing variable', 'query ($n: Int!) { things(first: $n) { nodes { name } } }', {}],
  [
    'an input object',
    'query ($v: ValuesInput!) { echoValues(values: $v) { at day amount month } }',
    { v: { at: '2026-04-01T10:00:00+01:00', amount: '1.50' } },
  ],
  ['an array for an input object', 'query ($v: ValuesInput!) { echoValues(values: $v) { at } }', { v: [] }],
  [
    'a literal input object',
    '{ echoValues(values: { at: "2026-04-01T10:00:00.1239Z", day: "2026-02-28" }) { at day } }',
  ],
  ['a fault of a nullable field', '{ echo fails }'],
  ['a fault of a field that is never null', '{ echo failsNeverNull }'],
  ['a refusal', '{ echo refuses }'],
  ['a forbidden field', 'query ($n: Int!) { things(first: $n) { nodes { name margin { amount } } } }', { n: 1 }],
];

const INTERPRETED: Case[] = [
  ['a @oneOf', 'query ($by: PickInput!) { echoPick(by: $by) }', { by: { name: 'x' } }],
  ['a @oneOf with two', 'query ($by: PickInput!) { echoPick(by: $by) }', { by: { name: 'x', number: 1 } }],
  [
    'defaults inside an input object',
    'query ($m: MeasureInput!) { measure(input: $m) }',
    { m: { sides: [{ length: 2 }] } },
  ],
  [
    'a variable inside a literal',
    'query ($n: Int!, $t: Int) { measure(input: { sides: [{ length: $n }], times: $t }) }',
    { n: 3 },
  ],
  [
    'conditions',
    `query ($c: Boolean!) { echo ...f @include(if: $c) ...g }
     fragment f on Query { b: echo ...g } fragment g on Query { c: echo }`,
    { c: false },
  ],
];

describe('an operation that is compiled the second time it is asked gives the same answer', () => {
  test.each([...COMPILED, ...INTERPRETED])('%s', async (...[, query, variables]: Case) => {
    const once = await server.ask(query, variables, 'ANALYST');
    const again = await server.ask(query, variables, 'ANALYST');
    const third = await server.ask(query, variables, 'ANALYST');
    expect(comparable(again)).toEqual(comparable(once));
    expect(comparable(third)).toEqual(comparable(once));
  });
});

test('what graphql-jit gets right is compiled, and what it gets wrong is not', () => {
  const compiled = new CompiledOperations(smallSchema());
  const isCompiled = ([, query]: Case) => {
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    return [1, 2, 3].map(() => compiled.of(document, operation) !== undefined);
  };
  expect(COMPILED.map(isCompiled)).toEqual(COMPILED.map(() => [false, true, true]));
  expect(INTERPRETED.map(isCompiled)).toEqual(INTERPRETED.map(() => [false, false, false]));
});

test('a mutation gives what it did, or the problems in its payload', async () => {
  const add =
    'mutation ($name: String!) { addThing(input: { name: $name }) { thing { name } errors { code message path } } }';
  const done = await server.ask(add, { name: 'new' });
  expect(done.body.data).toEqual({ addThing: { thing: { name: 'new' }, errors: [] } });
  const refused = await server.ask(add, { name: 'thing 3' });
  const problem = { code: 'CONFLICT', message: 'There is a thing "thing 3" already.', path: 'name' };
  expect(refused.body.data).toEqual({ addThing: { thing: null, errors: [problem] } });
});

test('a relation of a page is loaded in one batch', async () => {
  batches.length = 0;
  await server.ask('{ things(first: 60) { nodes { parts(first: 1) { nodes { name } } } } }');
  expect(batches).toEqual([60]);
});

test('all pages together are the whole list, each thing once', async () => {
  const query =
    'query ($after: String) { things(first: 40, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = (await server.ask(query, { after })).body;
    const page = data?.things as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    ids.push(...page.nodes.map(({ id }) => id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(new Set(ids).size).toBe(150);
  expect(ids).toHaveLength(150);
});

test('the answer says what the operation costs, by the page sizes that it asks for', async () => {
  const query =
    'query ($n: Int = 5) { things(first: $n) { nodes { name price { amount } parts(first: 4) { nodes { name } } } } }';
  // The connection, and of each thing itself, its price, the connection of its parts and four of them.
  const costOf = (n: number) => 1 + n * (1 + 1 + 1 + 4);
  expect((await server.ask(query, { n: 100 })).body.extensions?.cost).toEqual({
    requested: costOf(100),
    maximum: 25_000,
  });
  expect((await server.ask(query, { n: 2 })).body.extensions?.cost?.requested).toBe(costOf(2));
  expect((await server.ask(query)).body.extensions?.cost?.requested).toBe(costOf(5));
});

/** Everything of an answer but its time and the ids that are made anew. */
function comparable({ status, body }: Awaited<ReturnType<SmallServer['ask']>>): unknown {
  const errors = body.errors?.map(({ message, path, extensions }) => ({
    message: message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '<id>'),
    path,
    extensions,
  }));
  return { status, data: body.data, errors, cost: body.extensions };
}
