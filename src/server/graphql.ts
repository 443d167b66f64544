import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentPages } from '../exports';
import { startApollo } from './apollo';
import { Edge } from './edge';
import { Executor } from './execution';
import { liveSockets } from './live';
import type { Sockets } from './live/sockets';
import { logFaults } from './log';
import { documentPages } from './pages';
import type { GraphQLParts } from './parts';

/** Answers everything but /health and /ready. */
export interface GraphQLEnd {
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** Subscriptions, where there is something to watch. */
  sockets?: Sockets | undefined;
  /** Asks trusted documents page by page, for exports. */
  pagesOf: DocumentPages;
  stop(): Promise<void>;
}

/** Starts the GraphQL end: `/graphql`, and the page with its files for browsers. */
export async function startGraphQL(parts: GraphQLParts): Promise<GraphQLEnd> {
  const { schema, logger, db, feed } = parts;
  const executor = new Executor(schema, logFaults(logger), parts.traffic.introspectionRoles);
  const apollo = await startApollo(schema, executor, logger);
  const edge = new Edge(parts, apollo);
  const sockets = feed && liveSockets({ ...parts, edge, executor, feed });
  return {
    handler: (request, response) => void edge.handle(request, response),
    sockets,
    pagesOf: documentPages({ apollo, db, contextOf: (work, viewer) => edge.contextOf(work, viewer) }),
    async stop() {
      await sockets?.close();
      await feed?.stop();
      await apollo.stop();
    },
  };
}
