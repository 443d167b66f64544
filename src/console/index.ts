import type { IncomingMessage } from 'node:http';
import { consoleFile } from './files';

/** What goes back to a browser. */
export interface ConsoleAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
}

/** Everything is our own; only fonts and images come inside GraphiQL's style sheet. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'font-src data:',
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of a deal's handoff document, by the deal's key. */
const HANDOFF = /^\/handoff\/D-\d{4}-\d{4,}$/;

/** The page or one of its files for a browser; undefined for every other request. */
export function consoleAnswer(request: IncomingMessage, route: string): ConsoleAnswer | undefined {
  if (request.method !== 'GET') return undefined;
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (route === '/' && wantsPage) return { status: 303, headers: { location: '/graphql' }, body: '' };
  if (route === '/graphql' && !wantsPage) return undefined;
  // The page is the same for every deal: it asks for the document itself, as whoever reads it.
  const file = consoleFile(HANDOFF.test(route) ? '/handoff' : route);
  if (!file) return undefined;
  const headers = {
    'content-type': file.type,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    etag: file.etag,
  };
  const unchanged = request.headers['if-none-match'] === file.etag;
  return { status: unchanged ? 304 : 200, headers, body: unchanged ? '' : file.body };
}
