import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
} from 'graphql';
import { EMPTY_PACKAGE, LISTED_SECTIONS, WRITTEN_SECTIONS } from '../../src/rules';
import { apiSchema } from '../../src/server/schema';
import { COMPLETE_CONTENT } from '../harness/completeContent';

const schema = apiSchema();
const SECTIONS = schema.getType('PackageSections') as GraphQLObjectType;
const INPUT = schema.getType('PackageSectionsInput') as GraphQLInputObjectType;

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
type AnyType = GraphQLObjectType | GraphQLInputObjectType;

/** How a GraphQL type is written for a kind of value, going out and coming in. */
const TYPES: Readonly<Record<string, readonly [out: string, into: string]>> = {
  text: ['String', 'String'],
  texts: ['[String!]', '[String!]'],
  count: ['Int', 'Int'],
  money: ['Money', 'Decimal'],
  date: ['Date', 'Date'],
};
const CONTACT = ['name', 'email', 'phone', 'notes'].map((name) => ({ name, kind: 'text' }));

/** Every item of the table by name, with the types that it must have; `of` is what is within it. */
interface Expected {
  name: string;
  kind: string;
  choices?: readonly string[];
  of?: readonly Expected[];
}

const expected: readonly Expected[] = WRITTEN_SECTIONS.map(({ name, items }) => ({
  name,
  kind: 'section',
  of: items.map((item): Expected => {
    if (item.kind === 'contact') return { ...item, of: [...CONTACT, ...item.details] };
    return item.kind === 'rows' ? { ...item, of: item.columns } : item;
  }),
}));

function fieldOf(type: AnyType, name: string): AnyField {
  return type.getFields()[name] as AnyField;
}

function expectFields(type: AnyType, wanted: readonly Expected[], side: 0 | 1): void {
  expect([type.name, Object.keys(type.getFields()).sort()]).toEqual([type.name, wanted.map(({ name }) => name).sort()]);
  for (const { name, kind, choices, of } of wanted) {
    const { type: found, description } = fieldOf(type, name);
    expect(description).toMatch(/\.$/);
    const named = getNamedType(found);
    if (of) expectFields(named as AnyType, of, side);
    else if (isEnumType(named)) expect(named.getValues().map(({ value }) => value)).toEqual(choices);
    else expect([name, String(found)]).toEqual([name, TYPES[kind]?.[side]]);
  }
}

test('what is read of sections A to E is what the table of items asks for, by name and type', () => {
  expectFields(SECTIONS, expected, 0);
});

test('what is written of sections A to E is what the table of items asks for, by name and type', () => {
  expectFields(INPUT, expected, 1);
});

test('every row of a list in, and every contact, has the same fields as the one that comes out', () => {
  const names = (type: AnyType) => Object.keys(type.getFields()).sort();
  for (const { name, of } of expected)
    for (const item of of!.filter((one) => one.of)) {
      const [out, into] = [SECTIONS, INPUT].map((type) => getNamedType(fieldOf(type, name).type) as AnyType);
      const [read, written] = [out!, into!].map((type) => getNamedType(fieldOf(type, item.name).type) as AnyType);
      expect(names(written!)).toEqual(names(read!));
    }
});

test('an empty package and a complete one have every item, and no other', () => {
  for (const content of [EMPTY_PACKAGE, COMPLETE_CONTENT])
    for (const { name, items } of WRITTEN_SECTIONS)
      expect(Object.keys(content[name]).sort()).toEqual(items.map((item) => item.name).sort());
});

test('sections F and G of a revision have the columns of the table', () => {
  for (const [index, typeName] of ['RiskFlagged', 'CommitmentMade'].entries()) {
    const type = schema.getType(typeName) as GraphQLObjectType;
    const columns = LISTED_SECTIONS[index]!.columns.map(({ name }) => name);
    expect(Object.keys(type.getFields()).sort()).toEqual([...columns].sort());
  }
});
