import path from 'node:path';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** Where the schema that clients build on is kept, below the project's folder. */
export const SDL_FILE = path.join('src', 'schema.graphql');

/** The schema as it was last released: what clients have been promised. */
export const RELEASED_SDL_FILE = path.join('docs', 'schema', 'released.graphql');

/** The schema as text, sorted, so that moving code about changes nothing in it. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
