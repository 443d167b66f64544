import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { ArgumentValidationError, getMetadataStorage } from 'type-graphql';
import type { Request } from '../../graphql';
import { refusalOfValidation } from '../errors';
import { prepareInput, validInput } from './inputs';

/** A resolver class of type-graphql. */
// biome-ignore lint/complexity/noBannedTypes: the type that type-graphql asks for.
export type ResolverClass = Function;

type Storage = ReturnType<typeof getMetadataStorage>;
type Handler = Storage['queries'][number] | Storage['fieldResolvers'][number];
type Parameter = NonNullable<Handler['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, Request, Record<string, unknown>>;

/** Reads one parameter of a resolver's method. */
type Read = (...call: Parameters<Resolve>) => unknown;

/**
 * Lets fields call the methods of their resolver classes directly. What type-graphql puts in between (a container,
 * middlewares, promises for every argument) costs more than most of the methods, for every object of an answer.
 * Throws for what would then be skipped: middlewares, checks that are not made, a field whose method is not found.
 */
export function callDirectly(schema: GraphQLSchema, resolvers: readonly ResolverClass[]): void {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  const instances = new Map(resolvers.map((type) => [type, Reflect.construct(type, []) as object]));
  const attached = new Set<unknown>();
  const attach = (type: GraphQLObjectType | null | undefined, handler: Handler) => {
    const instance = instances.get(handler.target);
    const field = instance && type?.getFields()[handler.schemaName];
    if (!instance || !field) return;
    field.resolve = directly(instance, handler) as GraphQLFieldResolver<unknown, unknown>;
    attached.add(field);
  };
  for (const query of queries) attach(schema.getQueryType(), query);
  for (const mutation of mutations) {
    attach(schema.getMutationType(), mutation);
    refuseInPayload(schema.getMutationType()?.getFields()[mutation.schemaName]);
  }
  for (const subscription of subscriptions) {
    attach(schema.getSubscriptionType(), subscription);
    checkWatched(schema.getSubscriptionType()?.getFields()[subscription.schemaName], subscription);
  }
  for (const handler of fieldResolvers)
    if (handler.kind === 'external') attach(typeOf(schema, handler), handler);
    else readGetter(typeOf(schema, handler), handler);
  demandAttached(schema, attached);
}

/** Whoever begins to watch has their arguments validated, too. */
function checkWatched(field: GraphQLField<unknown, unknown> | undefined, { params = [] }: Handler): void {
  const watch = field?.subscribe;
  if (!field || !watch) return;
  const of = params.find(({ kind }) => kind === 'args');
  const type = of?.kind === 'args' ? prepareInput(of.getType() as ResolverClass) : undefined;
  field.subscribe = (source, args, context, info) =>
    watch(source, type ? (validInput(type, args) as typeof args) : args, context, info);
}

/** What type-graphql would still call itself, such as a method of a class above a resolver's, would not be checked. */
function demandAttached(schema: GraphQLSchema, attached: ReadonlySet<unknown>): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields()))
        if (field.args.length > 0 && !attached.has(field))
          throw new Error(`${type.name}.${field.name} has arguments that nobody would check`);
}

/**
 * What class-validator refuses is an expected failure as well: it goes into the payload of a mutation, the other lists
 * of which are empty then, unless they may be null.
 */
function refuseInPayload(field: GraphQLField<unknown, unknown> | undefined): void {
  const payload = field && getNullableType(field.type);
  const resolve = field?.resolve;
  if (!field || !resolve || !isObjectType(payload) || !payload.getFields().errors) return;
  const lists = Object.values(payload.getFields()).filter(({ type }) => isNonNullType(type) && isListType(type.ofType));
  const nothing = Object.fromEntries(lists.map(({ name }) => [name, []]));
  field.resolve = (...call) => {
    try {
      return resolve(...call);
    } catch (error) {
      if (!(error instanceof ArgumentValidationError)) throw error;
      return { ...nothing, errors: refusalOfValidation(error).problems };
    }
  };
}

function typeOf(schema: GraphQLSchema, handler: Storage['fieldResolvers'][number]): GraphQLObjectType | undefined {
  const target = handler.getObjectType?.();
  const name = getMetadataStorage().objectTypes.find((type) => type.target === target)?.name;
  return name === undefined ? undefined : (schema.getType(name) as GraphQLObjectType | undefined);
}

function directly(instance: object, { methodName, params = [], middlewares = [], target }: Handler): Resolve {
  if (middlewares.length > 0) throw new Error(`${target.name}.${methodName} has middlewares, which are never called`);
  const reads = [...params].sort((a, b) => a.index - b.index).map(readerOf);
  const method = (instance as Record<string, (...values: unknown[]) => unknown>)[methodName]!;
  return (source, args, request, info) =>
    method.apply(
      instance,
      reads.map((read) => read(source, args, request, info)),
    );
}

function readerOf(parameter: Parameter): Read {
  switch (parameter.kind) {
    case 'root':
      return propertyOf(parameter.propertyName, (source) => source);
    case 'context':
      return propertyOf(parameter.propertyName, (_source, _args, request) => request);
    case 'info':
      return (_source, _args, _request, info) => info;
    case 'arg': {
      const type = prepareInput(parameter.getType() as ResolverClass);
      return (_source, args) => validInput(type, args[parameter.name]);
    }
    case 'args':
      return remembering(prepareInput(parameter.getType() as ResolverClass));
    default:
      throw new Error(`${parameter.target.name}.${parameter.methodName} has a parameter of an unknown kind`);
  }
}

function propertyOf(name: string | undefined, of: Read): Read {
  if (name === undefined) return of;
  return (...call) => (of(...call) as Record<string, unknown>)[name];
}

/**
 * The same field of all objects of a list has the same arguments: they are read and validated once, and not changed.
 * They are kept for as long as their request is.
 */
function remembering(type: ResolverClass): Read {
  const last = new WeakMap<Request, { args: Record<string, unknown>; input: unknown }>();
  return (_source, args, request) => {
    const known = last.get(request);
    if (known && isSame(args, known.args)) return known.input;
    const input = Object.freeze(validInput(type, args));
    last.set(request, { args, input });
    return input;
  };
}

function isSame(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

/**
 * A getter with a leaf is read like any property; graphql-jit would read one with an object once for every field of it.
 */
function readGetter(type: GraphQLObjectType | undefined, { methodName, schemaName, target }: Handler): void {
  const field = type?.getFields()[schemaName];
  if (!field || !Object.getOwnPropertyDescriptor(target.prototype, methodName)?.get) return;
  const read: Resolve = (source) => (source as Record<string, unknown>)[methodName];
  field.resolve =
    isLeafType(getNamedType(field.type)) && methodName === schemaName
      ? undefined
      : (read as GraphQLFieldResolver<unknown, unknown>);
}
