import { ValidationError } from 'class-validator';
import { GraphQLError, Kind } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { DatabaseUnavailable, WorkEnded } from '../database';
import { graphQLErrorOf, Problem, ProblemCode, Refusal, refusalOf } from '../graphql';
import { IssuerAway } from './identity';

/** Writes a fault to the log; `what` is all that may be known of it outside. */
export type FaultLog = (fault: unknown, what: ProblemCode) => void;

const FAULTS_LOGGED_MAX = 5;

/**
 * Turns the errors of one execution into what its answer may say: expected failures with code and path, and anything
 * else as a fault, of which the answer has nothing but the id under which it is logged.
 */
export function answerable(errors: readonly GraphQLError[], correlationId: string, log: FaultLog): GraphQLError[] {
  const logged = new Set<unknown>();
  return errors.map((error) => {
    const cause = causeOf(error);
    const refusal = refusalWithin(cause);
    if (refusal) return at(error, refusal);
    const fault = faultOf(cause, correlationId);
    // One fault often fails many fields of an answer: each is logged once, and not hundreds of them.
    if (!logged.has(cause) && logged.size < FAULTS_LOGGED_MAX) log(cause, fault.problems[0]!.code);
    logged.add(cause);
    return at(error, fault);
  });
}

/** What the answer says of a fault: that it took too long, who is away, or where to look it up. */
export function faultOf(cause: unknown, correlationId: string): Refusal {
  if (cause instanceof WorkEnded)
    return new Refusal('UNAVAILABLE', `${cause.message} Nothing was changed; quote ${correlationId}.`);
  if (cause instanceof DatabaseUnavailable)
    return new Refusal('UNAVAILABLE', `The database cannot be reached at the moment; try again (${correlationId}).`);
  if (cause instanceof IssuerAway)
    return new Refusal('UNAVAILABLE', `Nobody can tell who you are at the moment; try again (${correlationId}).`);
  return new Refusal('INTERNAL', `Something went wrong on our side; quote ${correlationId}.`);
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function refusalWithin(cause: unknown): Refusal | undefined {
  if (cause instanceof ArgumentValidationError) return refusalOfValidation(cause);
  return refusalOf(cause) ?? refusalOfArgument(cause);
}

/**
 * graphql-js finds some wrong arguments only while executing, at a node that is no field; graphql-jit names no node.
 */
function refusalOfArgument(cause: unknown): Refusal | undefined {
  const argument = cause instanceof GraphQLError && /^Argument "(\w+)"/.exec(cause.message)?.[1];
  if (!argument || cause.nodes?.[0]?.kind === Kind.FIELD) return undefined;
  return new Refusal('BAD_USER_INPUT', cause.message, argument);
}

function at(error: GraphQLError, refusal: Refusal): GraphQLError {
  const { message, extensions } = graphQLErrorOf(refusal);
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions });
}

/** What class-validator found wrong in an argument, each with its path below the argument. */
export function refusalOfValidation(error: ArgumentValidationError): Refusal {
  const found = error.extensions.validationErrors;
  const problems = (Array.isArray(found) ? found : []).flatMap((one) =>
    one instanceof ValidationError ? problemsOf(one, '') : [],
  );
  const { message, path } = problems[0] ?? { message: 'An argument is not valid.', path: '' };
  return new Refusal('BAD_USER_INPUT', message, path, problems.slice(1));
}

function problemsOf(error: ValidationError, above: string): Problem[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => ({
    code: ProblemCode.BAD_USER_INPUT,
    message,
    path,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}
