import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentPages } from '../exports';
import { startApollo } from './apollo';
import { Edge } from './edge';
import { documentPages } from './pages';
import type { GraphQLParts } from './parts';

/** Answers everything but /health and /ready. */
export interface GraphQLEnd {
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** Asks trusted documents page by page, for exports. */
  pagesOf: DocumentPages;
  stop(): Promise<void>;
}

/** Starts the GraphQL end: `/graphql`, and the page with its files for browsers. */
export async function startGraphQL(parts: GraphQLParts): Promise<GraphQLEnd> {
  const apollo = await startApollo(parts.schema, parts.traffic.introspectionRoles, parts.logger);
  const edge = new Edge(parts, apollo);
  return {
    handler: (request, response) => void edge.handle(request, response),
    pagesOf: documentPages({ apollo, db: parts.db, contextOf: (work, viewer) => edge.contextOf(work, viewer) }),
    stop: () => apollo.stop(),
  };
}
