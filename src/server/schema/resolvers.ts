import type { ResolverClass } from './build';

/** The resolvers of all concepts, in the order of the house. */
export const resolvers: readonly ResolverClass[] = [];
