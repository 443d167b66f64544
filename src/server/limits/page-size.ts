import { type FieldNode, type GraphQLArgument, type GraphQLField, Kind, type OperationDefinitionNode } from 'graphql';
import { Refusal } from '../../graphql';

/** The variables of an operation, as the client sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/** The argument of a field that says how many to give, if it is read in pages. */
export function pageSizeArgument(field: GraphQLField<unknown, unknown>): GraphQLArgument | undefined {
  return field.args.find((argument) => typeof argument.extensions.pageSizeMax === 'number');
}

/** The argument of a field that is a list of what to give, such as ids. */
export function countArgument(field: GraphQLField<unknown, unknown>): GraphQLArgument | undefined {
  return field.args.find((argument) => typeof argument.extensions.countMax === 'number');
}

/** How much a list asks for; as `pageSizeOf` does, it adds the variable that it is to `used`. More is refused later. */
export function countOf(node: FieldNode, argument: GraphQLArgument, variables: Variables, used: Set<string>): number {
  const countMax = Number(argument.extensions.countMax);
  const value = node.arguments?.find((given) => given.name.value === argument.name)?.value;
  if (value?.kind === Kind.LIST) return Math.min(value.values.length, countMax);
  if (value?.kind !== Kind.VARIABLE) return 1;
  used.add(value.name.value);
  const given = variables[value.name.value];
  // Without a value its default counts, which is as long as it likes.
  if (given === undefined) return countMax;
  return Array.isArray(given) ? Math.min(given.length, countMax) : 1;
}

/** The names of the variables among an operation's page sizes are added to `used`, for the price depends on them. */
export function pageSizeOf(
  node: FieldNode,
  argument: GraphQLArgument,
  operation: OperationDefinitionNode,
  variables: Variables,
  used: Set<string>,
): number {
  const value = node.arguments?.find((given) => given.name.value === argument.name)?.value;
  if (value?.kind === Kind.INT) return checked(Number(value.value), argument);
  if (value?.kind !== Kind.VARIABLE) return Number(argument.defaultValue);
  const name = value.name.value;
  used.add(name);
  return checked(variables[name] ?? defaultOf(operation, name) ?? argument.defaultValue, argument);
}

function defaultOf(operation: OperationDefinitionNode, variable: string): number | undefined {
  const definition = operation.variableDefinitions?.find((given) => given.variable.name.value === variable);
  return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
}

/** Refuses a page size out of bounds. What is no number at all is left to graphql-js, which says so better. */
function checked(size: unknown, argument: GraphQLArgument): number {
  const sizeMax = Number(argument.extensions.pageSizeMax);
  if (typeof size !== 'number') return sizeMax;
  if (Number.isInteger(size) && size >= 1 && size <= sizeMax) return size;
  const { name } = argument;
  throw new Refusal('BAD_USER_INPUT', `\`${name}\` is ${size}; a whole number from 1 to ${sizeMax} is accepted.`, name);
}
