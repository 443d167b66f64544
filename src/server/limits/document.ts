import { type DefinitionNode, type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';
import { Refusal } from '../../graphql';
import { BoundedMap } from './bounded';
import { type Shape, shapeOf } from './shape';
import { type Length, lengthOf } from './tokens';

/** The most that a document may have. GraphiQL's introspection query is the deepest one that has to pass. */
export const LIMITS: Length & Shape & { characters: number } = {
  characters: 100_000,
  lines: 5_000,
  tokens: 5_000,
  nesting: 100,
  operations: 20,
  fragments: 75,
  spreads: 150,
  variables: 100,
  expanded: 2_500,
  repeated: 50,
  introspections: 2,
  changes: 10,
  depth: 15,
  introspectionDepth: 20,
  fields: 500,
  aliases: 50,
  directives: 50,
};

/** The schema answers with much to little: what asks for it is the usual query, or something like it. */
const LIMITS_OF_INTROSPECTION = { ...LIMITS, aliases: 5, expanded: 500 };

const LENGTH_WORDS: Record<keyof Length, string> = {
  lines: 'lines',
  nesting: 'brackets within each other',
  tokens: 'tokens',
};

const WORDS: Record<keyof Shape, string> = {
  depth: 'levels of fields',
  introspectionDepth: 'levels of introspection',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  operations: 'operations',
  fragments: 'fragments',
  spreads: 'spreads of fragments',
  variables: 'variables',
  expanded: 'fields and fragments, with those of fragments wherever they are used',
  repeated: 'fields beside others of the same name',
  introspections: 'fields about the schema',
  changes: 'mutations in one operation',
};

/** How a document is validated: after so many mistakes it is wrong enough, and nothing is suggested. */
export const VALIDATION = { maxErrors: 20, hideSuggestions: true };

const PASSED_MAX = 500;
const PASSED_LENGTH_MAX = 20_000;

/** Looks at documents before they are validated, which in itself takes long for a hostile one. */
export class DocumentLimits {
  private readonly passed = new BoundedMap<string, true>(PASSED_MAX);

  /** Over HTTP documents have no subscriptions, over web sockets nothing else. */
  constructor(private readonly over: 'HTTP' | 'web sockets' = 'HTTP') {}

  /** Whether a document was not seen lately: then it has to be read, validated and compiled. */
  isNew(source: string): boolean {
    return this.passed.get(source) === undefined;
  }

  /** The refusal of a document that is too large; undefined for one that is not, or that cannot be parsed at all. */
  refusalOf(source: string): Refusal | undefined {
    if (this.passed.get(source)) return undefined;
    const refusal = refusalOfNew(source, this.over);
    if (!refusal && source.length <= PASSED_LENGTH_MAX) this.passed.set(source, true);
    return refusal;
  }
}

function refusalOfNew(source: string, over: keyof typeof OTHERS): Refusal | undefined {
  if (source.length > LIMITS.characters)
    return tooMuch(`more than ${LIMITS.characters} characters`, 'that is the most');
  const length = lengthOf(source, LIMITS);
  const tooLong = (Object.keys(LENGTH_WORDS) as (keyof Length)[]).find((what) => length[what] > LIMITS[what]);
  if (tooLong) return tooMuch(`more than ${LIMITS[tooLong]} ${LENGTH_WORDS[tooLong]}`, 'that is the most');
  const document = parsed(source);
  if (!document) return undefined;
  const { isOther, words } = OTHERS[over];
  if (document.definitions.some(isOther)) return new Refusal('BAD_USER_INPUT', words, 'query');
  const shape = shapeOf(document);
  const most = shape.introspections > 0 ? LIMITS_OF_INTROSPECTION : LIMITS;
  const tooLarge = (Object.keys(WORDS) as (keyof Shape)[]).find((what) => shape[what] > most[what]);
  return tooLarge && tooMuch(`${shape[tooLarge]} ${WORDS[tooLarge]}`, `${most[tooLarge]} are the most`);
}

function parsed(source: string): DocumentNode | undefined {
  try {
    return parse(source, { maxTokens: LIMITS.tokens });
  } catch {
    return undefined;
  }
}

function isSubscription(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION;
}

/** What a document may not have for the way by which it came. */
const OTHERS = {
  HTTP: {
    isOther: isSubscription,
    words: 'There are no subscriptions here, only queries and mutations: subscribe over a web socket.',
  },
  'web sockets': {
    isOther: (one: DefinitionNode) => one.kind === Kind.OPERATION_DEFINITION && !isSubscription(one),
    words: 'There are only subscriptions here: send queries and mutations by POST.',
  },
};

function tooMuch(has: string, most: string): Refusal {
  return new Refusal('LIMIT_EXCEEDED', `The document has ${has}; ${most} that is accepted.`, 'query');
}
