import { assertValidSchema, type GraphQLSchema, isAbstractType, isInputObjectType } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { typeNameOf } from '../../graphql';
import { noteWhatIsDone } from '../auditing';
import { type Authority, enforceAuthority } from '../authority/enforce';
import { callDirectly, type ResolverClass } from './handlers';

/**
 * The executable schema of some resolver classes, with inputs validated and every field behind its rule.
 * Throws when a field has no rule, a rule no field, or the schema is not valid.
 */
export function buildApiSchema(resolvers: readonly ResolverClass[], authority: Authority): GraphQLSchema {
  readFieldsPlainly();
  const schema = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<ResolverClass>,
    // Its checks never run: callDirectly puts ours in the place of its resolvers.
    validate: false,
    pubSub: { publish: noTopics, subscribe: noTopics },
  });
  callDirectly(schema, resolvers);
  markOneOf(schema);
  nameTypesAtOnce(schema);
  describeRoots(schema);
  assertValidSchema(schema);
  enforceAuthority(schema, authority);
  noteWhatIsDone(schema);
  return schema;
}

/** Subscriptions watch what the database tells: type-graphql wants a broker of topics, which none of ours uses. */
function noTopics(): never {
  throw new Error('a subscription with topics, which nobody publishes');
}

/** A field without a resolver of its own then has none at all: graphql-jit reads it as a property, without a call. */
function readFieldsPlainly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
}

/** type-graphql knows no @oneOf; graphql-js enforces, prints and introspects it once the type says so. */
function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type) && type.extensions.oneOf) type.isOneOf = true;
}

/** type-graphql has no place for these two. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  const subscription = schema.getSubscriptionType();
  if (query) query.description = 'What can be asked. Nothing changes by asking.';
  if (mutation) mutation.description = 'What can be done. Expected failures are in the `errors` of the payload.';
  if (subscription) subscription.description = 'What can be watched, over a web socket by graphql-transport-ws.';
}

/** type-graphql resolves abstract types in a promise, which graphql-jit cannot wait for. */
function nameTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = typeNameOf;
}
