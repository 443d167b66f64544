import { buildSchema, type GraphQLSchema, getIntrospectionQuery, graphql } from 'graphql';
import { breaksOf, deprecationsWithoutNotice } from '../../src/server/schema/breaks';
import { buildApiSchema } from '../../src/server/schema/build';
import { sdlOf } from '../../src/server/schema/sdl';
import { EchoResolver } from '../harness/small/echoes';
import { SMALL_AUTHORITY, smallSchema } from '../harness/small/schema';
import { ThingResolver } from '../harness/small/things';

/** As much of an introspection as is looked at. */
interface Introspected {
  __schema: { types: { name: string; isOneOf: boolean | null }[] };
}

describe('@oneOf', () => {
  const schema = smallSchema();
  const pick = (source: string, variableValues?: Record<string, unknown>) =>
    graphql({ schema, source, variableValues, contextValue: { viewer: { personKey: 'x', role: 'ADMIN' } } });

  test('is in the SDL and in introspection', async () => {
    expect(sdlOf(schema)).toContain('input PickInput @oneOf {');
    const { data } = await graphql({ schema, source: getIntrospectionQuery({ oneOf: true }) });
    const types = (data as unknown as Introspected).__schema.types;
    expect(types.find(({ name }) => name === 'PickInput')?.isOneOf).toBe(true);
    expect(types.find(({ name }) => name === 'MeasureInput')?.isOneOf).toBe(false);
  });

  test.each(['{ name: "x", number: 1 }', '{}', '{ name: null }', '{ name: null, number: 1 }'])(
    'refuses the literal %s',
    async (by) => {
      const { data, errors } = await pick(`{ echoPick(by: ${by}) }`);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.message).toMatch(/OneOf Input Object "PickInput"|exactly one key|must be non-null/i);
    },
  );

  test.each([{ name: 'x', number: 1 }, {}, { name: null }, { name: null, number: 1 }])(
    'refuses the variable %j',
    async (by) => {
      const { data, errors } = await pick('query ($by: PickInput!) { echoPick(by: $by) }', { by });
      expect(data).toBeUndefined();
      expect(errors?.[0]?.message).toMatch(/Exactly one key|must be non-null/);
    },
  );

  test('refuses a literal whose variable is null or missing, and lets exactly one through', async () => {
    const number = 'query ($n: Int) { echoPick(by: { number: $n }) }';
    for (const variables of [{ n: null }, {}])
      expect((await pick(number, variables)).errors?.[0]?.message).toContain('Argument "by" has invalid value');
    expect((await pick(number, { n: 1 })).data).toEqual({ echoPick: '{"number":1}' });
  });
});

test('a field that is a plain property has no resolver, so that graphql-jit reads it without a call', () => {
  const fields = (smallSchema().getType('Thing') as ReturnType<GraphQLSchema['getQueryType']>)!.getFields();
  expect([fields.name?.resolve, fields.price?.resolve, fields.id?.resolve]).toEqual([undefined, undefined, undefined]);
});

describe('the table of authority', () => {
  const build = (authority: object) => () =>
    buildApiSchema([EchoResolver, ThingResolver], { ...SMALL_AUTHORITY, ...authority });
  const { margin: _margin, ...withoutMargin } = SMALL_AUTHORITY.Thing;

  test.each([
    ['a type without a rule', { Money: undefined }, 'Money has no rule'],
    ['a field without a rule', { Thing: withoutMargin }, 'Thing.margin has no rule'],
    ['a rule without a field', { Thing: { ...SMALL_AUTHORITY.Thing, weight: [] } }, 'Thing.weight is no field'],
    ['a rule without a type', { Machine: [] }, 'Machine is no type'],
  ])('with %s stops the server from starting', (_name, authority, message) => {
    expect(build(authority)).toThrow(message);
  });

  test('denies a field to all whose rule has no role', async () => {
    const schema = build({ Query: { ...SMALL_AUTHORITY.Query, secret: [] } })();
    const { errors } = await graphql({
      schema,
      source: '{ secret }',
      contextValue: { viewer: { personKey: 'x', role: 'ADMIN' } },
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN', path: 'secret' });
  });
});

describe('a released schema', () => {
  const released = `
    "Anything." interface Node { id: ID! }
    type Query { deal(key: String): Deal  old: Old @deprecated(reason: "2026-06-01: use deal") node: Node }
    type Deal implements Node {
      id: ID! key: String! fee(in: Unit, at: String @deprecated(reason: "2026-06-01: use in")): Int }
    type Old { name: String }
    enum Unit { GBP EUR @deprecated(reason: "2026-06-01: never used") }`;
  const without = (...texts: string[]) => buildSchema(texts.reduce((sdl, text) => sdl.replace(text, ''), released));
  const gone = [
    ' old: Old @deprecated(reason: "2026-06-01: use deal")',
    ', at: String @deprecated(reason: "2026-06-01: use in")',
    ' EUR @deprecated(reason: "2026-06-01: never used")',
    'type Old { name: String }',
  ];

  test('is kept by itself and by additions', () => {
    expect(breaksOf(released, buildSchema(released), '2026-01-01')).toEqual([]);
    expect(
      breaksOf(released, buildSchema(`${released} type New { a: Int } extend type Deal { new: New }`), '2026-01-01'),
    ).toEqual([]);
  });

  test('is broken by taking something away that was not deprecated, or before its day', () => {
    expect(breaksOf(released, without(' key: String!'), '2030-01-01')).toEqual(['Deal.key was removed.']);
    expect(breaksOf(released, without(...gone), '2026-05-31')).toEqual(
      expect.arrayContaining([
        'Query.old was removed.',
        'Deal.fee arg at was removed.',
        'EUR was removed from enum type Unit.',
        'Old was removed.',
      ]),
    );
  });

  test('may lose what was deprecated once the day has come', () => {
    expect(breaksOf(released, without(...gone), '2026-06-01')).toEqual([]);
  });

  test('is broken by a new type of a field, even of a deprecated one', () => {
    const changed = buildSchema(released.replace('name: String }', 'name: Int }'));
    expect(breaksOf(released, changed, '2026-01-01')).toEqual(['Old.name changed type from String to Int.']);
  });

  test('gets new deprecations only with 90 days of notice', () => {
    const reason = (text: string) => `${released} extend type Deal { x: Int @deprecated(reason: "${text}") }`;
    const check = (text: string) => deprecationsWithoutNotice(reason(text), released, '2026-01-01');
    expect(check('2026-04-01: use y')).toEqual([]);
    expect(check('2026-03-31: use y')).toEqual(['2026-03-31: use y']);
    expect(check('use y')).toEqual(['use y']);
  });
});
