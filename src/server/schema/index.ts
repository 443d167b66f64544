import type { GraphQLSchema } from 'graphql';
import { authority } from '../authority/table';
import { buildApiSchema } from './build';
import { resolvers } from './resolvers';

/** The whole executable schema of Baton, every field behind its rule. Throws when a field has none. */
export function apiSchema(): GraphQLSchema {
  return buildApiSchema(resolvers, authority);
}
