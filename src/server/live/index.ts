import { type ExecutionArgs, GraphQLError } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Feed } from '../../live';
import type { Edge } from '../edge';
import type { Executor } from '../execution';
import { logWorkFaults } from '../log';
import type { GraphQLParts } from '../parts';
import { admit } from './admitting';
import type { Answers } from './answers';
import type { Connection } from './connection';
import { Sockets } from './sockets';
import { Subscribing } from './subscribing';

/** Whoever has connected and does not say who they are is not waited for longer. */
const IDENTIFIES_WITHIN_MS = 3_000;
const ID_LENGTH_MAX = 100;

/** What web sockets are made of. */
interface LiveParts extends GraphQLParts {
  edge: Edge;
  executor: Executor;
  feed: Feed;
}

/** Subscriptions over web sockets, by the protocol graphql-transport-ws. */
export function liveSockets(parts: LiveParts): Sockets {
  const { edge, logger, identity } = parts;
  const onFault = logWorkFaults(logger);
  const subscribing = new Subscribing({ ...parts, onFault });
  const protocol = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: IDENTIFIES_WITHIN_MS,
    onConnect: ({ connectionParams, extra }) =>
      admit(extra, connectionParams ?? {}, {
        budgets: edge.budgets,
        mayConnect: (who) => sockets.mayConnect(who),
        onFault,
      }),
    async onSubscribe({ extra: connection }, id, payload) {
      if (id.length > ID_LENGTH_MAX) return [new GraphQLError('The id of a subscription is short.')];
      const begun = await subscribing.begin(connection, payload);
      if (!('answers' in begun)) return begun.map(asError);
      const { document, answers } = begun;
      const args = { schema: parts.schema, document, operationName: payload.operationName, contextValue: answers };
      return args as ExecutionArgs;
    },
    subscribe: async ({ contextValue }) => contextValue as Answers,
  });
  const sockets = new Sockets({ edge, identity, protocol, logger });
  return sockets;
}

/** An error that was worded already, as graphql-ws wants it. */
function asError(told: object): GraphQLError {
  const { message, extensions } = told as { message: string; extensions?: Record<string, unknown> };
  return new GraphQLError(message, extensions ? { extensions } : {});
}
