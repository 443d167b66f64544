import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { Refusal, type Request, type Role } from '../../graphql';

/** Who may see a field: these roles, or whoever may see the object that it belongs to. */
export type Rule = readonly Role[] | 'whoever sees the parent';

/** The rules of a whole schema: one rule for all fields of a type, or one for each. */
export interface Authority {
  readonly [type: string]: Rule | { readonly [field: string]: Rule };
}

type Field = GraphQLField<unknown, Request>;

/**
 * Puts every field of a schema behind its rule. Throws, naming them all, when a field has no rule or a rule no field:
 * what nobody has thought about is denied before the server starts.
 */
export function enforceAuthority(schema: GraphQLSchema, authority: Authority): void {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const objectTypes = types as GraphQLObjectType<unknown, Request>[];
  const mistakes = [
    ...objectTypes.flatMap((type) => withoutRule(type, authority[type.name])),
    ...withoutField(objectTypes, authority),
  ];
  if (mistakes.length > 0) throw new Error(`The table of authority and the schema differ: ${mistakes.join(', ')}`);
  for (const type of objectTypes)
    for (const field of Object.values(type.getFields()))
      guard(type.name, field, ruleOf(authority, type.name, field.name));
}

function withoutRule(type: GraphQLObjectType, rules: Authority[string] | undefined): string[] {
  if (rules === undefined) return [`${type.name} has no rule`];
  if (isRule(rules)) return [];
  const missing = Object.keys(type.getFields()).filter((name) => !Object.hasOwn(rules, name));
  return missing.map((name) => `${type.name}.${name} has no rule`);
}

function withoutField(types: readonly GraphQLObjectType[], authority: Authority): string[] {
  const byName = new Map(types.map((type) => [type.name, type]));
  return Object.entries(authority).flatMap(([name, rules]) => {
    const type = byName.get(name);
    if (!type) return [`${name} is no type`];
    const unknown =
      rules === undefined || isRule(rules) ? [] : Object.keys(rules).filter((field) => !(field in type.getFields()));
    return unknown.map((field) => `${name}.${field} is no field`);
  });
}

function isRule(rules: Authority[string]): rules is Rule {
  return typeof rules === 'string' || Array.isArray(rules);
}

function ruleOf(authority: Authority, type: string, field: string): Rule {
  const rules = authority[type];
  const rule = rules === undefined || isRule(rules) ? rules : rules[field];
  return rule ?? [];
}

function guard(typeName: string, field: Field, rule: Rule): void {
  if (rule === 'whoever sees the parent') return;
  const allowed = new Set<Role>(rule);
  const behind =
    (answer: GraphQLFieldResolver<unknown, Request>): GraphQLFieldResolver<unknown, Request> =>
    (source, args, request, info) => {
      if (allowed.has(request.viewer.role)) return answer(source, args, request, info);
      const path = dotted(info.path);
      throw new Refusal('FORBIDDEN', `${typeName}.${field.name} is not for your role, ${request.viewer.role}.`, path);
    };
  field.resolve = behind(field.resolve ?? defaultFieldResolver);
  // Of what may not be watched nobody waits for the first event to be told so.
  if (field.subscribe) field.subscribe = behind(field.subscribe);
}

interface ResponsePath {
  prev: ResponsePath | undefined;
  key: string | number;
}

function dotted({ prev, key }: ResponsePath): string {
  return prev ? `${dotted(prev)}.${key}` : String(key);
}
