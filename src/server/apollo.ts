import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { ProblemCode } from '../graphql';
import type { Context } from './context';
import { type Executor, executing } from './execution';
import { LIMITS, VALIDATION } from './limits';

const MESSAGE_LENGTH_MAX = 500;

/** Codes with which Apollo itself says that a request is wrong. */
const CODES_OF_APOLLO = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const EXPECTED = new Set<unknown>([...CODES_OF_APOLLO, ...Object.values(ProblemCode)]);

/** Apollo Server over a schema: it reads, parses, validates and answers; what it adds by itself is switched off. */
export async function startApollo(
  schema: GraphQLSchema,
  executor: Executor,
  logger: Logger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: executing(schema, executor),
    logger,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: VALIDATION,
    formatError: presentable,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** The executor has dealt with faults of resolvers; whatever else comes here unexpected says nothing of its cause. */
export function presentable(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!EXPECTED.has(formatted.extensions?.code))
    return { message: 'Something went wrong on our side.', extensions: { code: ProblemCode.INTERNAL } };
  // Also where graphql-js is asked for none, it suggests to ask for the fields of an object.
  const message = formatted.message.replace(/ Did you mean .*$/s, '');
  if (message !== formatted.message) return presentable({ ...formatted, message });
  return message.length <= MESSAGE_LENGTH_MAX
    ? formatted
    : { ...formatted, message: `${message.slice(0, MESSAGE_LENGTH_MAX)}…` };
}
