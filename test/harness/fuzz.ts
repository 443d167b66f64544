import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { NAUGHTY, NO_TEXTS } from './naughty';
import { sampleOf } from './places';

/** A request as somebody may send it. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What fast-check gives for values that depend on each other. */
type Choose = fc.GeneratorValue;

const LEVELS_MAX = 5;
const BROKEN = ['{', '}', '(', '"', '$', '...', '@include', '@skip(if: true)', '#', '\u0000', '__typename', ':', '!'];

/** Makes requests out of a schema: most could be right, and some are broken in one place or another. */
export class Fuzz {
  /** `known` are ids, keys and cursors that mean something; `tokens` those of people, by whoever. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: readonly string[],
    private readonly tokens: readonly string[],
  ) {}

  /** Any request. */
  request(choose: Choose): Sent {
    const kind = choose(fc.integer, { min: 0, max: 19 });
    if (kind === 0) return this.anywhere(choose);
    const { query, variables } = this.operation(choose);
    const text = this.oneIn(choose, 5) ? this.broken(choose, query) : query;
    const headers = this.headers(choose);
    if (kind <= 3) return this.byGet(text, variables, headers);
    const whole = JSON.stringify({ query: text, variables });
    return {
      method: 'POST',
      path: '/graphql',
      headers,
      body: this.oneIn(choose, 20) ? this.broken(choose, whole) : whole,
    };
  }

  private byGet(query: string, variables: object, headers: Sent['headers']): Sent {
    const search = new URLSearchParams({
      query: query.replaceAll(/[\ud800-\udfff]/gu, ''),
      variables: JSON.stringify(variables),
    });
    const path = `/graphql?${search}`.slice(0, 7_000);
    return { method: 'GET', path, headers: { ...headers, 'apollo-require-preflight': 'yes' }, body: undefined };
  }

  /** Other routes, files and methods. */
  private anywhere(choose: Choose): Sent {
    const reports = ['commission-report', 'commission-lines', 'handoff-health', 'reconciliation', 'x'];
    const search = new URLSearchParams({
      [this.of(choose, ['period', 'from', 'knownAt', 'payee', 'x'])]: this.text(choose),
      [this.of(choose, ['until', 'to', 'groupBy', 'documentId'])]: this.text(choose),
    });
    const file = `/downloads/${this.of(choose, reports)}.${this.of(choose, ['csv', 'xlsx', 'pdf', 'exe'])}`;
    const route = this.of(choose, [file, file, '/graphql', '/handoff/D-2026-0001', '/%00', '/..%2f', '/console/x']);
    const path = `${route}?${search}`;
    const method = this.of(choose, ['GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
    return { method, path, headers: this.headers(choose), body: method === 'POST' ? this.text(choose) : undefined };
  }

  private headers(choose: Choose): Sent['headers'] {
    const right = { authorization: `Bearer ${this.of(choose, this.tokens)}`, 'content-type': 'application/json' };
    if (!this.oneIn(choose, 8)) return right;
    const odd: Sent['headers'][] = [
      { 'content-type': this.of(choose, ['text/plain', 'application/graphql-response+json', 'application/xml', ';']) },
      {
        accept: this.of(choose, ['application/graphql-response+json', 'text/html', '*/*;q=0', ',,', 'multipart/mixed']),
      },
      { authorization: this.of(choose, ['', 'Bearer', 'Bearer a.b.c', `Basic ${'x'.repeat(5_000)}`, 'bearer null']) },
      { 'x-correlation-id': this.of(choose, ['a'.repeat(500), '<script>', '%0d%0ax: y', '12345678']) },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { 'x-forwarded-for': '::1, 1.1.1.1,,', 'x-api-key': 'baton_x' },
      { 'if-none-match': '*', range: 'bytes=0-1', 'x-apollo-operation-name': 'x' },
    ];
    return { ...right, ...this.of(choose, odd) };
  }

  /** An operation with its variables. */
  private operation(choose: Choose): { query: string; variables: Record<string, unknown> } {
    const isChange = this.oneIn(choose, 3);
    const root = (isChange ? this.schema.getMutationType() : this.schema.getQueryType())!;
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const give = (type: GraphQLInputType) => {
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${type}`);
      variables[name] = this.value(choose, type);
      return `$${name}`;
    };
    const selection = this.selection(choose, root, 0, give);
    const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
    return { query: `${isChange ? 'mutation' : 'query'} ${head} ${selection}`, variables };
  }

  private selection(
    choose: Choose,
    type: GraphQLObjectType,
    level: number,
    give: (type: GraphQLInputType) => string,
  ): string {
    const fields = Object.values(type.getFields()).filter(
      ({ type: of }) => level < LEVELS_MAX || isLeafType(getNamedType(of)),
    );
    if (fields.length === 0) return '{ __typename }';
    const count = choose(fc.integer, { min: 1, max: level === 0 ? 2 : 4 });
    const chosen = Array.from({ length: count }, (_, index) => {
      const field = this.of(choose, fields);
      const alias = this.oneIn(choose, 4) ? `a${index}: ` : '';
      return `${alias}${field.name}${this.given(choose, field, give)}${this.below(choose, field.type, level, give)}`;
    });
    return `{ ${chosen.join(' ')} }`;
  }

  private given(choose: Choose, { args }: GraphQLField<unknown, unknown>, give: (type: GraphQLInputType) => string) {
    const used = args.filter(
      ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || this.oneIn(choose, 3),
    );
    return used.length > 0 ? `(${used.map(({ name, type }) => `${name}: ${give(type)}`).join(', ')})` : '';
  }

  private below(
    choose: Choose,
    type: GraphQLOutputType,
    level: number,
    give: (type: GraphQLInputType) => string,
  ): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return ` ${this.selection(choose, named, level + 1, give)}`;
    if (!isInterfaceType(named) && !isUnionType(named)) return '';
    const possible = this.of(choose, this.schema.getPossibleTypes(named));
    return ` { __typename ... on ${possible.name} ${this.selection(choose, possible, level + 1, give)} }`;
  }

  /** A value of a type; now and then one that is of none. */
  private value(choose: Choose, type: GraphQLInputType, level = 0): unknown {
    const nullable = getNullableType(type);
    if (this.oneIn(choose, 40)) return this.nonsense(choose);
    if (level > LEVELS_MAX) return sampleOf(type);
    if (isListType(nullable)) {
      const length = choose(fc.integer, { min: 0, max: 3 });
      return Array.from({ length }, () => this.value(choose, nullable.ofType, level + 1));
    }
    if (isEnumType(nullable)) return this.of(choose, nullable.getValues()).name;
    if (!isInputObjectType(nullable)) return this.leaf(choose, getNamedType(type).name);
    const fields = Object.values(nullable.getFields());
    const given = nullable.isOneOf
      ? [this.of(choose, fields)]
      : fields.filter(({ type: of }) => isNonNullType(of) || this.oneIn(choose, 2));
    return Object.fromEntries(given.map((field) => [field.name, this.value(choose, field.type, level + 1)]));
  }

  private leaf(choose: Choose, scalar: string): unknown {
    const days = () => choose(fc.integer, { min: 1, max: 28 }).toString().padStart(2, '0');
    switch (scalar) {
      case 'Int':
        return choose(fc.integer, { min: -1, max: 120 });
      case 'Boolean':
        return choose(fc.boolean);
      case 'Date':
        return `202${choose(fc.integer, { min: 4, max: 9 })}-03-${days()}`;
      case 'DateTime':
        return `2026-0${choose(fc.integer, { min: 1, max: 9 })}-${days()}T09:00:00Z`;
      case 'Month':
        return `2026-0${choose(fc.integer, { min: 1, max: 9 })}`;
      case 'Decimal':
        return `${choose(fc.integer, { min: -5, max: 90_000 })}.00`;
      default:
        return this.text(choose);
    }
  }

  private text(choose: Choose): string {
    return this.oneIn(choose, 3) ? this.of(choose, [...NAUGHTY, ...NO_TEXTS]) : this.of(choose, this.known);
  }

  private nonsense(choose: Choose): unknown {
    return choose(() => fc.jsonValue({ maxDepth: 3 }));
  }

  /** The same text with something missing, doubled or put in. */
  private broken(choose: Choose, text: string): string {
    const at = choose(fc.integer, { min: 0, max: text.length });
    const length = choose(fc.integer, { min: 0, max: 10 });
    const piece = this.of(choose, [...BROKEN, text.slice(at, at + length)]);
    return text.slice(0, at) + piece + text.slice(at + (choose(fc.boolean) ? length : 0));
  }

  private of<T>(choose: Choose, all: readonly T[]): T {
    return all[choose(fc.integer, { min: 0, max: all.length - 1 })]!;
  }

  private oneIn(choose: Choose, count: number): boolean {
    return choose(fc.integer, { min: 1, max: count }) === count;
  }
}
