import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { Lifetime } from '../database';
import type { Viewer } from '../graphql';
import type { Outcome } from './context';

/** A piece of work, whether a request waits for it or not. */
export interface Worked {
  /** The request that waits for it, if any does. */
  http?: IncomingMessage;
  correlationId: string;
  outcome: Outcome;
  /** Ends with the client, or at the deadline. */
  lifetime: Lifetime;
  deadline?: NodeJS.Timeout;
}

/** One request on its way through the server. */
export interface Passing extends Worked {
  http: IncomingMessage;
  /** The path of its URL, and its query string with the question mark. */
  path: string;
  search: string;
  viewer?: Viewer;
}

/** A request that has just come in; its correlation id is the sender's, if that is a plain one. */
export function passingOf(http: IncomingMessage): Passing {
  const url = http.url ?? '/';
  const question = url.indexOf('?');
  const given = http.headers['x-correlation-id'];
  return {
    http,
    path: question < 0 ? url : url.slice(0, question),
    search: question < 0 ? '' : url.slice(question),
    correlationId: typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID(),
    outcome: { errors: new Set() },
    lifetime: new Lifetime(),
  };
}

/**
 * What Apollo looks at: the form of the request, that of the answer, and what no other site can make a browser send.
 */
const HEADERS_OF_APOLLO = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'];

/** The headers of a request that Apollo reads. Tools that only GET cannot add the one that trusted documents need. */
export function headersOf(http: IncomingMessage, isTrusted: boolean): HeaderMap {
  const headers = new HeaderMap(isTrusted ? [['apollo-require-preflight', 'true']] : []);
  for (const name of HEADERS_OF_APOLLO) {
    const value = http.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/** The text of the document that a request carries, empty where it carries none. */
export function documentOf(body: unknown, search: string): string {
  if (typeof body !== 'object' || body === null) return new URLSearchParams(search).get('query') ?? '';
  return 'query' in body && typeof body.query === 'string' ? body.query : '';
}
