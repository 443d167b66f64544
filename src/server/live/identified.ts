import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Viewer } from '../../graphql';
import type { Identity } from '../identity';

/** Who is at the other end of a web socket, and until when they are believed to be (epoch milliseconds). */
export interface Identified {
  viewer: Viewer;
  credential: IncomingHttpHeaders;
  endsAt: number;
}

const NAMES = ['authorization', 'x-api-key'] as const;

/**
 * What somebody identifies themselves with: the payload of `connection_init`, for a browser can set no headers, or else
 * the headers of the request.
 */
export function credentialOf(payload: Readonly<Record<string, unknown>>, { headers }: IncomingMessage) {
  const given = Object.entries(payload).map(([name, value]) => [name.toLowerCase(), value] as const);
  const named = given.filter(([name, value]) => NAMES.some((one) => one === name) && typeof value === 'string');
  const { authorization, 'x-api-key': apiKey } = headers;
  return (named.length > 0 ? Object.fromEntries(named) : { authorization, 'x-api-key': apiKey }) as IncomingHttpHeaders;
}

/** Who has that credential; undefined for nobody. */
export async function identified(identity: Identity, credential: IncomingHttpHeaders): Promise<Identified | undefined> {
  const viewer = await identity.viewerOf(credential, Date.now());
  return viewer && { viewer, credential, endsAt: identity.endOf(credential) };
}
