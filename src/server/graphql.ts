import type { IncomingMessage, ServerResponse } from 'node:http';
import { startApollo } from './apollo';
import { Edge } from './edge';
import type { GraphQLParts } from './parts';

/** Answers everything but /health and /ready. */
export interface GraphQLEnd {
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): Promise<void>;
}

/** Starts the GraphQL end: `/graphql`, and the page with its files for browsers. */
export async function startGraphQL(parts: GraphQLParts): Promise<GraphQLEnd> {
  const apollo = await startApollo(parts.schema, parts.traffic.introspectionRoles, parts.logger);
  const edge = new Edge(parts, apollo);
  return {
    handler: (request, response) => void edge.handle(request, response),
    stop: () => apollo.stop(),
  };
}
