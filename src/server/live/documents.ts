import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { graphQLErrorOf, Refusal } from '../../graphql';
import { presentable } from '../apollo';
import { BoundedMap, DocumentLimits, LIMITS, VALIDATION } from '../limits';

/** The payload of a `subscribe` message. */
export interface Payload {
  query: string;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A subscription that is valid, with the one field that it watches. */
export interface Watched {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  node: FieldNode;
  field: GraphQLField<unknown, unknown>;
}

const KNOWN_MAX = 500;
const KNOWN_LENGTH_MAX = 20_000;

/** Thrown for what is wrong with a document, in the shape in which it is told. */
export class WrongDocument extends Error {
  constructor(readonly errors: readonly object[]) {
    super('a wrong document');
  }
}

/** Documents with subscriptions; each is parsed and validated once. */
export class Documents {
  private readonly limits = new DocumentLimits('web sockets');
  private readonly known = new BoundedMap<string, DocumentNode>(KNOWN_MAX);

  constructor(private readonly schema: GraphQLSchema) {}

  isNew(query: string): boolean {
    return this.known.get(query) === undefined;
  }

  /** The subscription that a payload asks for. Throws a Refusal or WrongDocument. */
  watched({ query, operationName, variables }: Payload): Watched {
    const document = this.known.get(query) ?? this.read(query);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new Refusal('BAD_USER_INPUT', 'Name one of the operations of the document.', 'operationName');
    const [node, ...others] = operation.selectionSet.selections;
    if (node?.kind !== Kind.FIELD || others.length > 0 || node.directives?.length)
      throw new Refusal('BAD_USER_INPUT', 'A subscription has one field, and no fragment around it.', 'query');
    const field = this.schema.getSubscriptionType()?.getFields()[node.name.value];
    if (!field) throw new Refusal('BAD_USER_INPUT', `${node.name.value} cannot be watched.`, 'query');
    return { document, operation, variables: variables ?? {}, node, field };
  }

  /** The arguments of the field. Throws a Refusal or WrongDocument where the variables cannot be read. */
  argumentsOf({ operation, variables, node, field }: Watched): Record<string, unknown> {
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    if (errors) throw wrong(errors, 'BAD_USER_INPUT');
    return getArgumentValues(field, node, coerced);
  }

  private read(query: string): DocumentNode {
    const refusal = this.limits.refusalOf(query);
    if (refusal) throw refusal;
    const document = parsed(query);
    const errors = validate(this.schema, document, specifiedRules, VALIDATION);
    if (errors.length > 0) throw wrong(errors, 'GRAPHQL_VALIDATION_FAILED');
    if (query.length <= KNOWN_LENGTH_MAX) this.known.set(query, document);
    return document;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw wrong([error as Error], 'GRAPHQL_PARSE_FAILED');
  }
}

function wrong(errors: readonly Error[], code: string): WrongDocument {
  return new WrongDocument(errors.map(({ message }) => presentable({ message, extensions: { code } })));
}

/** What is told of an error of beginning to watch; undefined for a fault of ours. */
export function toldOf(error: unknown): readonly object[] | undefined {
  if (error instanceof WrongDocument) return error.errors;
  return error instanceof Refusal ? [graphQLErrorOf(error).toJSON()] : undefined;
}
