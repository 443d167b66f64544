import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { BoundedMap } from './bounded';
import { countArgument, countOf, pageSizeArgument, pageSizeOf, type Variables } from './page-size';

/** The most objects that one operation may ask for, counted before anything is read. */
export const COST_MAX = 25_000;

/** How many objects a list is taken to have that is not read in pages. */
const UNPAGED_LIST_SIZE = 5;

/** Introspection has no definition in the schema: its size is bounded by the schema and its own depth. */
const PRICES_OF_SCHEMA: Readonly<Record<string, number>> = { __schema: 10_000, __type: 500 };

const PRICES_PER_OPERATION_MAX = 100;

/** Prices of an operation that are known, by the page sizes among its variables. */
interface Known {
  variables: readonly string[];
  prices: BoundedMap<string, number>;
}

/**
 * Counts the objects that the answer to an operation can have: each once, lists by their page size. A field that
 * computes much says so with `complexity`.
 */
export class Costs {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The cost of an operation of a valid document. Throws BAD_USER_INPUT for a page size that is out of bounds. */
  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    const known = this.known.get(operation);
    const price = known?.prices.get(keyOf(known.variables, variables));
    return price ?? this.workOut(document, operation, variables);
  }

  private workOut(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    const pricing = new Pricing(this.schema, document, operation, variables);
    const price = pricing.price();
    const known = this.known.get(operation) ?? {
      variables: [...pricing.pageVariables],
      prices: new BoundedMap(PRICES_PER_OPERATION_MAX),
    };
    known.prices.set(keyOf(known.variables, variables), price);
    this.known.set(operation, known);
    return price;
  }
}

function keyOf(names: readonly string[], variables: Variables): string {
  return names.map((name) => keyPart(variables[name])).join();
}

/** Numbers and lengths are told apart: what else is given is refused once the variables are read. */
function keyPart(size: unknown): string {
  if (Array.isArray(size)) return `[${size.length}]`;
  return typeof size === 'number' ? String(size) : typeof size;
}

class Pricing {
  readonly pageVariables = new Set<string>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  price(): number {
    const { operation, selectionSet } = this.operation;
    return this.ofSelections(selectionSet, this.schema.getRootType(operation), undefined);
  }

  /** `page` is the size of the page of which these are the fields of the connection. */
  private ofSelections(
    set: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    page: number | undefined,
  ): number {
    return set.selections.reduce((sum, selection) => sum + this.ofSelection(selection, type, page), 0);
  }

  private ofSelection(
    selection: SelectionNode,
    type: GraphQLNamedType | null | undefined,
    page: number | undefined,
  ): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value, page);
    if (selection.kind === Kind.FIELD) return this.ofField(selection, type, page);
    const condition = selection.typeCondition;
    return this.ofSelections(
      selection.selectionSet,
      condition ? this.schema.getType(condition.name.value) : type,
      page,
    );
  }

  /** Each fragment is priced once for a page size, or fragments within fragments would take exponential time. */
  private ofFragment(name: string, page: number | undefined): number {
    const key = `${name} ${page}`;
    const fragment = this.fragments.get(name);
    const known = this.known.get(key);
    if (known !== undefined || !fragment) return known ?? 0;
    const price = this.ofSelections(
      fragment.selectionSet,
      this.schema.getType(fragment.typeCondition.name.value),
      page,
    );
    this.known.set(key, price);
    return price;
  }

  private ofField(node: FieldNode, type: GraphQLNamedType | null | undefined, page: number | undefined): number {
    const field = type && 'getFields' in type ? type.getFields()[node.name.value] : undefined;
    if (!field || !('args' in field)) return PRICES_OF_SCHEMA[node.name.value] ?? 0;
    const argument = pageSizeArgument(field);
    const size = argument && pageSizeOf(node, argument, this.operation, this.variables, this.pageVariables);
    const below = node.selectionSet ? this.ofSelections(node.selectionSet, getNamedType(field.type), size) : 0;
    const isList = isListType(getNullableType(field.type));
    return (isList ? (size ?? page ?? this.lengthOf(node, field)) : 1) * (ownPrice(field) + below);
  }

  private lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const counted = countArgument(field);
    return counted ? countOf(node, counted, this.variables, this.pageVariables) : UNPAGED_LIST_SIZE;
  }
}

function ownPrice(field: GraphQLField<unknown, unknown>): number {
  const { complexity } = field.extensions;
  if (typeof complexity === 'number') return complexity;
  return isCompositeType(getNamedType(field.type)) ? 1 : 0;
}
