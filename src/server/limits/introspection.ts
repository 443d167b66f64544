import { BREAK, type DocumentNode, Kind, visit } from 'graphql';

const known = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks what there is to be asked, beyond the names of the types that it gets. */
export function asksForSchema(document: DocumentNode): boolean {
  const asks = known.get(document) ?? looksFor(document);
  known.set(document, asks);
  return asks;
}

function looksFor(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    [Kind.FIELD]({ name: { value: name } }) {
      if (name !== '__schema' && name !== '__type') return undefined;
      asks = true;
      return BREAK;
    },
  });
  return asks;
}
