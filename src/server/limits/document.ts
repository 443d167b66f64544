import { type DefinitionNode, type DocumentNode, GraphQLError, Kind, OperationTypeNode, parse } from 'graphql';
import { Refusal } from '../../graphql';
import { BoundedMap } from './bounded';
import { type Shape, shapeOf } from './shape';

/** The most that a document may have. GraphiQL's introspection query is the deepest one that has to pass. */
export const LIMITS: Shape & { tokens: number } = {
  tokens: 5_000,
  depth: 15,
  introspectionDepth: 20,
  fields: 500,
  aliases: 50,
  directives: 50,
};

const WORDS: Record<keyof Shape, string> = {
  depth: 'levels of fields',
  introspectionDepth: 'levels of introspection',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
};

const PASSED_MAX = 500;
const PASSED_LENGTH_MAX = 20_000;

/** Looks at documents before they are validated, which in itself takes long for a hostile one. */
export class DocumentLimits {
  private readonly passed = new BoundedMap<string, true>(PASSED_MAX);

  /** The refusal of a document that is too large; undefined for one that is not, or that cannot be parsed at all. */
  refusalOf(source: string): Refusal | undefined {
    if (this.passed.get(source)) return undefined;
    const refusal = refusalOfNew(source);
    if (!refusal && source.length <= PASSED_LENGTH_MAX) this.passed.set(source, true);
    return refusal;
  }
}

function refusalOfNew(source: string): Refusal | undefined {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: LIMITS.tokens });
  } catch (error) {
    return isTooLong(error) ? tooMuch(`more than ${LIMITS.tokens} tokens`, 'that is the most') : undefined;
  }
  if (document.definitions.some(isSubscription))
    return new Refusal('BAD_USER_INPUT', 'There are no subscriptions here, only queries and mutations.', 'query');
  const shape = shapeOf(document);
  const tooLarge = (Object.keys(WORDS) as (keyof Shape)[]).find((what) => shape[what] > LIMITS[what]);
  return tooLarge && tooMuch(`${shape[tooLarge]} ${WORDS[tooLarge]}`, `${LIMITS[tooLarge]} are the most`);
}

function isSubscription(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION;
}

function tooMuch(has: string, most: string): Refusal {
  return new Refusal('LIMIT_EXCEEDED', `The document has ${has}; ${most} that is accepted.`, 'query');
}

function isTooLong(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.includes('Parsing aborted');
}
