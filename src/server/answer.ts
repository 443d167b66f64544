import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphQLErrorOf, Refusal } from '../graphql';

/** What goes back over HTTP. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** On every answer; the page replaces the policy by its own. There is no CORS: other sites may ask for nothing. */
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A refusal of a whole request in the shape of a GraphQL answer. */
export function refused(request: IncomingMessage, status: number, refusal: Refusal): Answer {
  const type = request.headers.accept?.includes('application/graphql-response+json') ? GRAPHQL_TYPE : JSON_TYPE;
  const errors = [graphQLErrorOf(refusal)];
  return { status, headers: { 'content-type': type }, body: JSON.stringify({ errors }) };
}

/** The answer to whoever has no valid token (RFC 6750). */
export function unauthenticated(request: IncomingMessage): Answer {
  const why = 'Send a valid token: `authorization: Bearer …`. For a local server: npm run --silent token -- FINANCE';
  const answer = refused(request, 401, new Refusal('UNAUTHENTICATED', why));
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer realm="baton"' } };
}

/** Sends an answer, with the id under which the request is in the log. */
export function send(response: ServerResponse, answer: Answer, correlationId: string): void {
  response.writeHead(answer.status, {
    ...SECURITY_HEADERS,
    ...answer.headers,
    // Not of the empty body of a 304: it would tell caches that the file has become empty.
    ...(answer.status === 304 ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
    'x-correlation-id': correlationId,
  });
  response.end(answer.body);
}
