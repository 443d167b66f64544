import { Refusal, type Viewer } from '../graphql';
import type { Role } from '../rules';
import { trustedDocuments } from '../trusted';
import { withPlainVariables } from './plain-variables';

/** The parts of a GraphQL request over HTTP: its body, where it has one, and the query string of its URL. */
export interface Asking {
  body: unknown;
  search: string;
  /** Whether the text is a trusted document's, which changes nothing whoever makes it be asked. */
  isTrusted: boolean;
}

const DOCUMENT_ID = 'documentId';

/** The id of the trusted document that a request names; undefined for one that brings its own text. */
export function documentIdOf({ body, search }: Pick<Asking, 'body' | 'search'>): string | undefined {
  if (typeof body === 'object' && body !== null) return DOCUMENT_ID in body ? textOf(body[DOCUMENT_ID]) : undefined;
  return new URLSearchParams(search).get(DOCUMENT_ID) ?? undefined;
}

/** Whether a URL names a trusted document: then an answer is wanted, and no page. */
export function namesDocument(search: string): boolean {
  return new URLSearchParams(search).has(DOCUMENT_ID);
}

/** The request with the text of the document that it names. Throws NOT_FOUND for one that there is not. */
export function withText({ body, search }: Asking, documentId: string): Asking {
  const document = trustedDocuments().get(documentId);
  if (!document) throw new Refusal('NOT_FOUND', 'There is no trusted document of this id.', DOCUMENT_ID);
  const { query } = document;
  if (typeof body === 'object' && body !== null) return { body: bodyWith(body, query), search, isTrusted: true };
  const parameters = new URLSearchParams(search);
  if (parameters.has('query')) throw asksTwice();
  parameters.delete(DOCUMENT_ID);
  withPlainVariables(parameters, query);
  parameters.set('query', query);
  return { body, search: `?${parameters}`, isTrusted: true };
}

/**
 * Refuses what somebody may not ask: a text of their own where their role asks trusted documents only, and what their
 * API key does not name.
 */
export function demandAllowed(
  { role, apiKey }: Viewer,
  documentId: string | undefined,
  trustedOnly: readonly Role[],
): void {
  const documents = apiKey?.documents;
  if (documents && (documentId === undefined || !documents.includes(documentId)))
    throw new Refusal('FORBIDDEN', `This API key asks by documentId alone: ${documents.join(', ')}.`, DOCUMENT_ID);
  if (documentId === undefined && trustedOnly.includes(role))
    throw new Refusal('FORBIDDEN', `Your role, ${role}, asks trusted documents by their documentId alone.`, 'query');
}

function bodyWith(body: object, query: string): object {
  const { [DOCUMENT_ID]: _, ...rest } = body as Record<string, unknown>;
  if ('query' in rest) throw asksTwice();
  return { ...rest, query };
}

function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  throw new Refusal('BAD_USER_INPUT', 'The id of a document is a string.', DOCUMENT_ID);
}

function asksTwice(): Refusal {
  return new Refusal('BAD_USER_INPUT', 'Send a query or the id of a document, not both.', DOCUMENT_ID);
}
