import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Context } from './context';

/** Types of objects that hold personal data of contacts and know, or whose parent knows, of which deal. */
const HOLDERS = ['ClientEmail', 'ClientEmailConnection', 'HandoffBrief', 'HandoffCall', 'HandoffPackage', 'IntroEmail'];
/** What may be any of them. */
const ANYTHING = 'Node';

type Known = { dealId?: unknown; deal?: { dealId?: unknown } } | null | undefined;

/** Has every mutation noted, and which deals personal data is given of. Call it last: it wraps what refuses. */
export function noteWhatIsDone(schema: GraphQLSchema): void {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const field of Object.values(mutations)) noteCalls(field);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && type !== schema.getMutationType())
      for (const field of Object.values(type.getFields())) if (isHolder(field)) noteDeals(field);
}

/** Whether a field gives what may hold personal data. Properties of an object are noted with the object. */
export function isHolder({ type, resolve }: GraphQLField<unknown, Context>): boolean {
  return resolve !== undefined && [...HOLDERS, ANYTHING].includes(getNamedType(type).name);
}

function noteCalls(field: GraphQLField<unknown, Context>): void {
  const resolve = field.resolve!;
  field.resolve = (source, args, context, info) =>
    context.trail.during(field.name, args, () => resolve(source, args, context, info));
}

function noteDeals(field: GraphQLField<unknown, Context>): void {
  const resolve = field.resolve!;
  field.resolve = (source, args, context, info) => {
    const note = (value: Known | readonly Known[]) => {
      if (Array.isArray(value)) value.forEach(noteOne);
      else noteOne(value as Known);
      return value;
    };
    const noteOne = (value: Known) => {
      const dealId = value?.dealId ?? value?.deal?.dealId ?? (source as Known)?.dealId;
      if (value && typeof dealId === 'string') context.trail.saw(dealId);
    };
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then(note) : note(value as Known);
  };
}
