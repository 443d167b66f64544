import { Refusal, readGlobalId } from '../graphql';

/** Names of arguments that say what a mutation is about. */
const NAMES = [
  ...['deal', 'risk', 'commitment', 'payRun', 'apiKey', 'inquiry', 'payment', 'bulkExport', 'email', 'person'],
  ...['period', 'calendar', 'plan', 'accountManager', 'deliveryLead', 'accountExecutive'],
];
/** Ids and keys are plain; whatever else stands in their place may be anything, and does not belong into the chain. */
const SUBJECT = /^[\w.:-]{1,100}$/;
const FEW = 1_000;

/** What a mutation is about: what its input names, and what is in each of its list, such as the deals of events. */
export function subjectsOf(args: unknown): string[] {
  const found = new Set<string>();
  collect(args, found, 0);
  return [...found];
}

/** What an id of the API, or a key, is noted as: the parts of the id; any other text as it is. */
export function partsOf(given: string): string[] {
  try {
    const { parts } = readGlobalId(given);
    return parts.every((part) => SUBJECT.test(part)) ? parts : [given];
  } catch (error) {
    if (error instanceof Refusal) return [given];
    throw error;
  }
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 3 || found.size >= FEW) return;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && NAMES.includes(name)) note(part, found);
    else collect(part, found, depth + 1);
  }
}

function note(given: string, found: Set<string>): void {
  for (const part of partsOf(given)) if (SUBJECT.test(part)) found.add(part);
}
