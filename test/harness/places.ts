import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/** Where a text can be given below an argument: names of fields, and `0` for the first of a list. */
export interface Place {
  path: readonly (string | number)[];
  /** Its scalar: `String`, `ID`, or one of ours. */
  scalar: string;
}

/** Something that each scalar takes. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: 'RGVhbDox',
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-03-02',
  DateTime: '2026-03-02T09:00:00Z',
  Decimal: '1.00',
  Month: '2026-03',
};

const LEVELS_MAX = 8;

/** Every place below a type at which a string is given. */
export function placesOf(type: GraphQLInputType, path: Place['path'] = []): Place[] {
  const nullable = getNullableType(type);
  if (path.length > LEVELS_MAX) return [];
  if (isListType(nullable)) return placesOf(nullable.ofType, [...path, 0]);
  if (isInputObjectType(nullable))
    return Object.values(nullable.getFields()).flatMap((field) => placesOf(field.type, [...path, field.name]));
  const { name } = getNamedType(type);
  return isEnumType(nullable) || ['Int', 'Float', 'Boolean'].includes(name) ? [] : [{ path, scalar: name }];
}

/** The least that a type takes. */
export function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(nullable.ofType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (!isInputObjectType(nullable)) return SAMPLES[getNamedType(type).name];
  const fields = Object.values(nullable.getFields());
  const given = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]));
}

/** The arguments that must be given. */
export function samplesOf(args: readonly GraphQLArgument[]): Record<string, unknown> {
  const required = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return Object.fromEntries(required.map(({ name, type }) => [name, sampleOf(type)]));
}

/** The same value with another one at a place; what is missing on the way there is filled in. */
export function withAt(type: GraphQLInputType, value: unknown, path: Place['path'], given: unknown): unknown {
  const [key, ...below] = path;
  const nullable = getNullableType(type);
  if (key === undefined) return given;
  if (isListType(nullable)) {
    const [first, ...others] = Array.isArray(value) && value.length > 0 ? value : [sampleOf(nullable.ofType)];
    return [withAt(nullable.ofType, first, below, given), ...others];
  }
  if (!isInputObjectType(nullable)) throw new Error(`There is no ${String(key)} in ${String(type)}`);
  const field: GraphQLInputField = nullable.getFields()[key]!;
  const before = (value ?? sampleOf(nullable)) as Record<string, unknown>;
  const inside = withAt(field.type, before[key] ?? undefined, below, given);
  return nullable.isOneOf ? { [key]: inside } : { ...before, [key]: inside };
}

/** All that can be selected of a type without arguments, so many levels down. */
export function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(({ args, type: of }) =>
    args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)
      ? false
      : isLeafType(getNamedType(of)) || levels > 1,
  );
  return `{ __typename ${fields.map((field) => `${field.name} ${selectionOf(field.type, levels - 1)}`).join(' ')} }`;
}
