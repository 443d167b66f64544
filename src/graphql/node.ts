import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything that `node(id:)` finds. Types that implement it mark their values with `__typename`. */
@InterfaceType({ description: 'Anything with an id of its own, to be found again by `node(id:)`.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and the same for good.' })
  id!: string;
}

/** The name of a value's type: its mark `__typename`, or else its class. Undefined for anything unmarked. */
export function typeNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('__typename' in value && typeof value.__typename === 'string') return value.__typename;
  return value.constructor === Object ? undefined : value.constructor?.name;
}
