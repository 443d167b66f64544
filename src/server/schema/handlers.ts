import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Request } from '../../graphql';
import { validInput } from './inputs';

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
 */
export function callDirectly(schema: GraphQLSchema, resolvers: readonly ResolverClass[]): void {
  const { queries, mutations, fieldResolvers } = getMetadataStorage();
  const instances = new Map(resolvers.map((type) => [type, Reflect.construct(type, []) as object]));
  const attach = (type: GraphQLObjectType | null | undefined, handler: Handler) => {
    const instance = instances.get(handler.target);
    const field = instance && type?.getFields()[handler.schemaName];
    if (instance && field) field.resolve = directly(instance, handler) as GraphQLFieldResolver<unknown, unknown>;
  };
  for (const query of queries) attach(schema.getQueryType(), query);
  for (const mutation of mutations) attach(schema.getMutationType(), mutation);
  for (const handler of fieldResolvers)
    if (handler.kind === 'external') attach(typeOf(schema, handler), handler);
    else readGetter(typeOf(schema, handler), handler);
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
    case 'arg':
      return (_source, args) => validInput(parameter.getType() as ResolverClass, args[parameter.name]);
    case 'args':
      return remembering(parameter.getType() as ResolverClass);
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
 */
function remembering(type: ResolverClass): Read {
  let lastArgs: Record<string, unknown> | undefined;
  let last: unknown;
  return (_source, args) => {
    if (lastArgs && isSame(args, lastArgs)) return last;
    last = Object.freeze(validInput(type, args));
    lastArgs = args;
    return last;
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
