import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { graphQLErrorOf, Refusal } from '../graphql';
import type { TooMany } from './traffic';

/** What goes back over HTTP. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Of a stream the length is told only where the headers have it. */
  body: string | Buffer | AsyncIterable<string | Uint8Array>;
}

/** What is wrong with a query or its variables, as Apollo and we say it. */
const OF_DOCUMENT = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** On every answer; the page replaces the policy by its own, and origins that were named may read. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  // Browsers heed it where TLS is, which a proxy in front ends.
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The answer to whoever has spent a budget (RFC 6585). */
export function tooMany(request: IncomingMessage, refusal: TooMany): Answer {
  return withRetry(refused(request, 429, refusal), refusal.seconds);
}

/** The same answer as one that says when to come again. */
export function withRetry(answer: Answer, seconds: number): Answer {
  return { ...answer, status: 429, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

/** A refusal of a whole request in the shape of a GraphQL answer. */
export function refused(request: IncomingMessage, status: number, refusal: Refusal): Answer {
  const type = request.headers.accept?.includes('application/graphql-response+json') ? GRAPHQL_TYPE : JSON_TYPE;
  const errors = [graphQLErrorOf(refusal)];
  return { status, headers: { 'content-type': type }, body: JSON.stringify({ errors }) };
}

/**
 * The answer with the status that its media type wants: a client that takes `application/json` believes an answer to be
 * one of GraphQL only where it is 200, also where the query was wrong.
 */
export function asAccepted(answer: Answer): Answer {
  const isLegacy = answer.headers['content-type']?.startsWith('application/json');
  if (!isLegacy || answer.status !== 400 || !isOfDocument(String(answer.body))) return answer;
  return { ...answer, status: 200 };
}

/** Whether an answer of errors is about the query and its variables, and not about a request that carries none. */
function isOfDocument(body: string): boolean {
  const { errors } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.every(({ extensions }) => OF_DOCUMENT.includes(extensions?.code ?? '')) ?? false;
}

/** The answer to whoever has no valid token (RFC 6750). */
export function unauthenticated(request: IncomingMessage): Answer {
  const why = 'Send a valid token: `authorization: Bearer …`. For a local server: npm run --silent token -- FINANCE';
  const answer = refused(request, 401, new Refusal('UNAUTHENTICATED', why));
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer realm="baton"' } };
}

/**
 * Sends an answer with headers for all, among them the id under which the request is in the log. A stream that fails on
 * the way cuts the connection off, so that nobody takes the part for the whole; one that nobody reads is ended. Rejects
 * with why.
 */
export async function send(
  response: ServerResponse,
  answer: Answer,
  forAll: Readonly<Record<string, string>>,
): Promise<void> {
  const { status, body } = answer;
  const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...forAll,
    ...answer.headers,
    ...varying(forAll, answer.headers),
    // Not of the empty body of a 304: it would tell caches that the file has become empty.
    ...(status === 304 || status === 204 || !isWhole ? {} : { 'content-length': Buffer.byteLength(body) }),
  });
  if (isWhole) response.end(body);
  else await pipeline(body instanceof Readable ? body : Readable.from(body), response);
}

/** What an answer depends on, whoever says so. */
function varying(...headers: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const all = headers.flatMap(({ vary }) => vary ?? []);
  return all.length > 0 ? { vary: all.join(', ') } : {};
}
