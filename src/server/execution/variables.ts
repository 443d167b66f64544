import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Problem } from '../../graphql';
import { graphQLErrorOf, Refusal } from '../../graphql';

const PROBLEMS_MAX = 20;

/**
 * Why the variables of an operation cannot be read, in words of ours: graphql-js repeats all that was given, and hides
 * the path in its message. Undefined where they can be read.
 */
export function variableError(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | undefined {
  const problems = (operation.variableDefinitions ?? []).flatMap((definition) =>
    problemsOf(schema, definition, variables),
  );
  const [first, ...others] = problems.slice(0, PROBLEMS_MAX);
  return first && graphQLErrorOf(new Refusal(first.code, first.message, first.path, others));
}

function problemsOf(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Problem[] {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type) as GraphQLInputType;
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (given === undefined && (definition.defaultValue || !isNonNullType(type))) return [];
  const problems: Problem[] = [];
  const note = (path: readonly (string | number)[], _value: unknown, error: GraphQLError) =>
    problems.push(new Refusal('BAD_USER_INPUT', error.message, path.join('.') || name).problems[0]!);
  coerceInputValue(given, type, note, true);
  return problems;
}
