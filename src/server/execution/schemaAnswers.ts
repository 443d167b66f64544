import { type ExecutionResult, Kind, type OperationDefinitionNode } from 'graphql';
import { BoundedMap } from '../limits';

/** The usual query of some tools; each has an answer of hundreds of kilobytes. */
const KNOWN_MAX = 5;

/**
 * Answers of operations that ask for nothing but the schema: they are the same for everybody who may ask, and take
 * longer to work out than any page of ours.
 */
export class SchemaAnswers {
  // Documents come out of the document store, so that one that is asked again is the same object.
  private readonly known = new BoundedMap<OperationDefinitionNode, ExecutionResult>(KNOWN_MAX);

  /** The answer of an operation that was asked before. */
  of(operation: OperationDefinitionNode): ExecutionResult | undefined {
    return this.known.get(operation);
  }

  /** Keeps the answer of an operation, if it is one of the schema alone. */
  keep(operation: OperationDefinitionNode, answer: ExecutionResult): void {
    if (!answer.errors && isOfSchema(operation)) this.known.set(operation, answer);
  }
}

function isOfSchema({ variableDefinitions = [], selectionSet }: OperationDefinitionNode): boolean {
  return (
    variableDefinitions.length === 0 &&
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && /^__(schema|type)$/.test(selection.name.value),
    )
  );
}
