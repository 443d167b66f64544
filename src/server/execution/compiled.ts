import {
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** Operations as compiled by graphql-jit, where it gives the same answer as graphql-js. */
export class CompiledOperations {
  // Documents come out of the document store, so that one that is used again is the same object.
  private readonly known = new WeakMap<OperationDefinitionNode, CompiledQuery | 'seen once' | 'left to graphql-js'>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The compiled form of an operation, from its second use on: compiling costs as much as many executions. */
  of(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | undefined {
    const known = this.known.get(operation);
    if (typeof known === 'object') return known;
    if (known === undefined) this.known.set(operation, 'seen once');
    if (known === 'seen once') return this.compile(document, operation);
    return undefined;
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | undefined {
    const made = isSafe(this.schema, document, operation) && compileQuery(this.schema, document, operation.name?.value);
    const compiled = made && isCompiledQuery(made) ? made : undefined;
    this.known.set(operation, compiled ?? 'left to graphql-js');
    return compiled;
  }
}

/**
 * Whether graphql-jit 0.8.9 answers an operation as graphql-js does. It does not know @oneOf and @defer, forgets
 * defaults within input objects and variables within literals, and mixes up the conditions of @skip and @include where
 * a fragment is used twice.
 */
function isSafe(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const types = operation.variableDefinitions?.map((definition) => typeFromAST(schema, definition.type)) ?? [];
  return (
    operation.operation === 'query' &&
    types.every((type) => type !== undefined && isPlain(type as GraphQLInputType, new Set())) &&
    isWrittenPlainly(document)
  );
}

function isWrittenPlainly(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    enter(node, _key, parent) {
      const isWithinLiteral = node.kind === Kind.VARIABLE && !(parent && 'kind' in parent && holdsVariables(parent));
      if (node.kind === Kind.DIRECTIVE || isWithinLiteral) plain = false;
    },
  });
  return plain;
}

function holdsVariables(parent: ASTNode): boolean {
  return parent.kind === Kind.ARGUMENT || parent.kind === Kind.VARIABLE_DEFINITION;
}

function isPlain(type: GraphQLInputType, within: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return true;
  if (named.isOneOf || within.has(named.name)) return false;
  const inside = new Set(within).add(named.name);
  return Object.values(named.getFields()).every(
    (field) => field.defaultValue === undefined && isPlain(field.type, inside),
  );
}
