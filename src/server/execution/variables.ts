import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Problem } from '../../graphql';
import { Refusal } from '../../graphql';

const PROBLEMS_MAX = 20;
const MESSAGE_LENGTH_MAX = 300;

/** Thrown to stop reading: there are mistakes enough. */
class Enough extends Error {}

/**
 * Why the variables of an operation cannot be read, in words of ours: graphql-js repeats all that was given, and hides
 * the path in its message. Undefined where they can be read. However many mistakes there are, it stops after a few.
 */
export function variableRefusal(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  const problems: Problem[] = [];
  try {
    for (const definition of operation.variableDefinitions ?? []) addProblems(schema, definition, variables, problems);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const [first, ...others] = problems;
  return first && new Refusal(first.code, first.message, first.path, others);
}

function addProblems(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  problems: Problem[],
): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type) as GraphQLInputType;
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (given === undefined && (definition.defaultValue || !isNonNullType(type))) return;
  const note = (path: readonly (string | number)[], _value: unknown, error: GraphQLError) => {
    problems.push(new Refusal('BAD_USER_INPUT', shortened(error.message), path.join('.') || name).problems[0]!);
    if (problems.length === PROBLEMS_MAX) throw new Enough();
  };
  coerceInputValue(given, type, note, true);
}

/** What was given may be repeated in a message, but not all of it. */
function shortened(message: string): string {
  return message.length <= MESSAGE_LENGTH_MAX ? message : `${message.slice(0, MESSAGE_LENGTH_MAX)}…`;
}
