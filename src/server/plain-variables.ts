import { type OperationDefinitionNode, parse, type TypeNode } from 'graphql';
import { Refusal } from '../graphql';

/** What the specification of GraphQL over HTTP has in a URL. */
const OF_GRAPHQL = ['query', 'variables', 'operationName', 'extensions'];

/**
 * Lets variables be parameters of the URL, `first=500&after=…`, beside those in `variables`: tools that page by a
 * cursor add a parameter, and cannot write into JSON. An empty one counts as left out. Throws BAD_USER_INPUT for a
 * parameter that is no variable of the document, or that is given twice.
 */
export function withPlainVariables(parameters: URLSearchParams, query: string): void {
  const plain = [...parameters].filter(([name]) => !OF_GRAPHQL.includes(name));
  if (plain.length === 0) return;
  const types = typesOf(query);
  const variables = inJson(parameters);
  for (const [name, text] of plain) {
    const type = types.get(name);
    if (!type) throw new Refusal('BAD_USER_INPUT', `The document has no variable ${name}.`, name);
    if (Object.hasOwn(variables, name)) throw new Refusal('BAD_USER_INPUT', `${name} is given twice.`, name);
    parameters.delete(name);
    if (text !== '') variables[name] = readAs(text, type);
  }
  parameters.set('variables', JSON.stringify(variables));
}

function inJson(parameters: URLSearchParams): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(parameters.get('variables') || '{}');
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given };
  } catch {}
  throw new Refusal('BAD_USER_INPUT', 'Variables are an object in JSON.', 'variables');
}

function typesOf(query: string): Map<string, TypeNode> {
  const [operation] = parse(query).definitions as [OperationDefinitionNode];
  return new Map(operation.variableDefinitions?.map(({ variable, type }) => [variable.name.value, type]));
}

/** A number where the document wants one; whatever is no number is left for GraphQL to refuse. */
function readAs(text: string, type: TypeNode): unknown {
  const inner = type.kind === 'NonNullType' ? type.type : type;
  return inner.kind === 'NamedType' && inner.name.value === 'Int' && /^-?\d{1,10}$/.test(text) ? Number(text) : text;
}
