import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../graphql';

type Headers = Readonly<Record<string, string>>;

const PREFLIGHT: Headers = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'authorization, content-type, x-api-key, x-correlation-id, apollo-require-preflight, x-apollo-operation-name, ' +
    'if-none-match',
  'access-control-max-age': '600',
};
const EXPOSED = 'x-correlation-id, etag, retry-after, content-disposition';

/** Which other sites' pages may call: the origins that were named, and no others. */
export class Origins {
  constructor(private readonly accepted: readonly string[]) {}

  /** What every answer tells a browser about who may read it. There are no cookies, so nobody is asked for them. */
  headersFor(request: IncomingMessage): Headers {
    if (this.accepted.length === 0) return {};
    const origin = this.acceptedOf(request);
    if (!origin) return { vary: 'origin' };
    // The answer says who may read it: without that, the resource policy would keep it from whoever may.
    const isRead = { 'cross-origin-resource-policy': 'cross-origin' };
    return {
      vary: 'origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': EXPOSED,
      ...isRead,
    };
  }

  /** What a browser is told that asks whether it may ask; undefined for every other request. */
  preflightOf(request: IncomingMessage): Headers | undefined {
    const isAsking = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    return isAsking && this.acceptedOf(request) ? PREFLIGHT : undefined;
  }

  /** Throws FORBIDDEN where a browser says that a page of a site that was not named has made it ask. */
  demandAccepted(request: IncomingMessage): void {
    if (request.headers['sec-fetch-site'] !== 'cross-site' || this.acceptedOf(request)) return;
    throw new Refusal('FORBIDDEN', 'Pages of other sites may not ask here.');
  }

  /** Throws FORBIDDEN for a web socket that a page of a site opens which was not named: CORS does not keep it off. */
  demandSocket({ headers }: IncomingMessage): void {
    const { origin, host } = headers;
    if (origin === undefined || this.accepted.includes(origin)) return;
    if (URL.canParse(origin) && new URL(origin).host === host) return;
    throw new Refusal('FORBIDDEN', 'Pages of other sites may not ask here.');
  }

  private acceptedOf({ headers: { origin } }: IncomingMessage): string | undefined {
    return origin !== undefined && this.accepted.includes(origin) ? origin : undefined;
  }
}
