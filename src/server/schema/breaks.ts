import {
  buildASTSchema,
  type ConstDirectiveNode,
  findBreakingChanges,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  GraphQLSchema as Schema,
  visit,
} from 'graphql';

/** Days between the release that deprecates something and the first day without it. */
export const NOTICE_DAYS = 90;

/**
 * What breaks the clients of a released schema: all breaking changes but the removal of what was released as
 * deprecated with a date that is past. `today` is `YYYY-MM-DD`.
 */
export function breaksOf(releasedSdl: string, current: GraphQLSchema, today: string): string[] {
  return findBreakingChanges(stillPromised(releasedSdl, today), current).map((change) => change.description);
}

/** Deprecations of a schema whose reason does not begin with a date that leaves clients the days of notice. */
export function deprecationsWithoutNotice(sdl: string, released: string, today: string): string[] {
  const known = new Set(reasonsOf(released));
  const earliest = new Date(Date.parse(today) + NOTICE_DAYS * 86_400_000).toISOString().slice(0, 10);
  return reasonsOf(sdl).filter(
    (reason) => dateOf(reason) === undefined || (!known.has(reason) && dateOf(reason)! < earliest),
  );
}

/** The released schema without what it said would be gone by now, and without types that nothing leads to any more. */
function stillPromised(releasedSdl: string, today: string): GraphQLSchema {
  const expired = (node: { directives?: readonly ConstDirectiveNode[] }) => {
    const date = node.directives
      ?.map(reasonOf)
      .map((reason) => reason && dateOf(reason))
      .find(Boolean);
    return date && date <= today ? null : undefined;
  };
  const promised = visit(parse(releasedSdl), {
    [Kind.FIELD_DEFINITION]: expired,
    [Kind.INPUT_VALUE_DEFINITION]: expired,
    [Kind.ENUM_VALUE_DEFINITION]: expired,
  });
  return reachable(buildASTSchema(promised, { assumeValid: true }));
}

function reachable(schema: GraphQLSchema): GraphQLSchema {
  const implementing = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().length > 0,
  );
  return new Schema({ ...schema.toConfig(), types: implementing, assumeValid: true });
}

function reasonsOf(sdl: string): string[] {
  const reasons: string[] = [];
  visit(parse(sdl), {
    [Kind.DIRECTIVE]: (node) => {
      const reason = reasonOf(node as ConstDirectiveNode);
      if (reason !== undefined) reasons.push(reason);
    },
  });
  return reasons;
}

/** The reason of a @deprecated, empty where it has none; undefined for other directives. */
function reasonOf(directive: ConstDirectiveNode): string | undefined {
  if (directive.name.value !== 'deprecated') return undefined;
  const value = directive.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function dateOf(reason: string): string | undefined {
  return /^(\d{4}-\d\d-\d\d): \S/.exec(reason)?.[1];
}
