import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { everyone } from '../../../src/server/authority/roles';
import { buildApiSchema } from '../../../src/server/schema/build';
import { EchoResolver } from './echoes';
import { ThingResolver } from './things';

const withParent = 'whoever sees the parent';

/** Who may see what of the small schema. */
export const SMALL_AUTHORITY = {
  Query: {
    echo: everyone,
    echoValues: everyone,
    echoPick: everyone,
    measure: everyone,
    fails: everyone,
    failsNeverNull: everyone,
    refuses: everyone,
    statement: everyone,
    secret: ['FINANCE'],
    node: everyone,
    things: everyone,
  },
  Mutation: { addThing: everyone },
  Thing: {
    id: withParent,
    name: withParent,
    price: withParent,
    madeAt: withParent,
    tags: withParent,
    parts: withParent,
    margin: ['FINANCE', 'ADMIN'],
  },
  ThingConnection: withParent,
  ThingEdge: withParent,
  AddThingPayload: withParent,
  Values: withParent,
  Money: withParent,
  PageInfo: withParent,
  Problem: withParent,
} as const;

/** A schema with one of everything that the server has to deal with, built as the whole one is. */
export function smallSchema(): GraphQLSchema {
  return buildApiSchema([EchoResolver, ThingResolver], SMALL_AUTHORITY);
}
