import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer';

/** A cache asks again each time, and never gives one person's answer to another. */
const REVALIDATED = { 'cache-control': 'private, no-cache', vary: 'authorization, x-api-key, accept' };

/**
 * The answer to a GET with the tag of its content: whoever has that already is told so, without the content. Answers
 * with errors have none.
 */
export function tagged(request: IncomingMessage, answer: Answer): Answer {
  if (answer.status !== 200 || typeof answer.body !== 'string') return answer;
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...answer.headers, ...REVALIDATED, etag };
  const has = request.headers['if-none-match']?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return has ? { status: 304, headers, body: '' } : { ...answer, headers };
}
