import { type DocumentNode, Kind, visit } from 'graphql';
import { isStorable, unstorable } from './variables';

/**
 * Refuses a string literal of the document that could not be stored, with the names of the arguments that lead to it.
 */
export function checkLiterals(document: DocumentNode): void {
  const path: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.push(node.name.value);
      if (node.kind === Kind.STRING && !isStorable(node.value)) throw unstorable(path.join('.'));
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.pop();
    },
  });
}
