import { GraphQLError } from 'graphql';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RuleError } from '../rules';

/** Why something was refused, by a word that a program can act on. */
export enum ProblemCode {
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  FORBIDDEN = 'FORBIDDEN',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  LIMIT_EXCEEDED = 'LIMIT_EXCEEDED',
  UNAVAILABLE = 'UNAVAILABLE',
  INTERNAL = 'INTERNAL',
}

registerEnumType(ProblemCode, {
  name: 'ProblemCode',
  description: 'Why something was refused. The same codes are in `extensions.code` of top-level errors.',
  valuesConfig: {
    BAD_USER_INPUT: { description: 'What was given makes no sense; `path` says where.' },
    NOT_FOUND: { description: 'What was named does not exist, or not for you.' },
    CONFLICT: { description: 'It contradicts what is recorded already.' },
    FORBIDDEN: { description: 'Your role may not see or do this.' },
    UNAUTHENTICATED: { description: 'There is no valid token.' },
    LIMIT_EXCEEDED: { description: 'It is more than one request may ask for.' },
    UNAVAILABLE: { description: 'The database or the mail server cannot be reached at the moment; try again.' },
    INTERNAL: { description: 'A fault on our side; the message has the id under which it is logged.' },
  },
});

/** One expected failure, as payloads show it. */
@ObjectType({ description: 'Why what was asked for was not done. Nothing has changed then.' })
export class Problem {
  @Field(() => ProblemCode, { description: 'The reason, for programs.' })
  code!: ProblemCode;

  @Field(() => String, { description: 'The reason, for people: what was wrong and what is accepted.' })
  message!: string;

  @Field(() => String, {
    description: 'Where in the input, below the argument: `events.0.fact.feeAgreed.amount`. Empty for all of it.',
  })
  path!: string;
}

/**
 * An expected failure: throw it from anywhere below a resolver. In a mutation `outcome` puts it into the payload;
 * in a query it becomes an error of the answer. It may carry several problems; code, message and path are the first's.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly Problem[];

  constructor(
    readonly code: ProblemCode | keyof typeof ProblemCode,
    message: string,
    readonly path = '',
    others: readonly Problem[] = [],
    /** What a mutation's payload shows beside the problems, under its own names: what there is now. */
    readonly shown: object = {},
  ) {
    super(message);
    this.problems = [{ code: ProblemCode[code], message, path }, ...others];
  }
}

/** The refusal that an expected failure stands for (a Refusal, or a RuleError as BAD_USER_INPUT), else undefined. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return error instanceof RuleError ? new Refusal('BAD_USER_INPUT', error.reason, error.path) : undefined;
}

/**
 * Runs a mutation's work and gives its payload: what the work returns with no errors, or the problems of what it
 * refused, with what the refusal shows. Anything else that it throws is a fault and goes on.
 */
export async function outcome<Payload extends object>(
  work: () => Promise<Payload>,
): Promise<(Payload & { errors: Problem[] }) | { errors: Problem[] }> {
  try {
    return { ...(await work()), errors: [] };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { ...refusal.shown, errors: [...refusal.problems] };
  }
}

/**
 * A refusal as an error of a GraphQL answer, with `extensions { code }`, and `{ path problems }` where it has a place.
 */
export function graphQLErrorOf({ code, path, message, problems }: Refusal): GraphQLError {
  const places = problems.map((problem) => ({ path: problem.path, message: problem.message }));
  const hasPlace = places.some((place) => place.path !== '');
  return new GraphQLError(message, { extensions: hasPlace ? { code, path, problems: places } : { code } });
}
