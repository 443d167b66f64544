import type { IncomingMessage } from 'node:http';
import { Refusal } from '../graphql';

/** The largest body that is read: 1,000 facts with long texts fit in. */
export const BODY_BYTES_MAX = 1_000_000;

/** Reading on after a refusal lets a client finish sending and see it; a client that never finishes is cut off. */
const DISCARDED_BYTES_MAX = 50_000_000;

/** A body that cannot be taken, with the HTTP status that says so. */
export class BodyRefusal extends Refusal {
  constructor(
    readonly status: number,
    code: 'BAD_USER_INPUT' | 'LIMIT_EXCEEDED',
    message: string,
  ) {
    super(code, message);
  }
}

/**
 * The JSON object that a request's body holds; undefined where its content type is not JSON, which Apollo refuses.
 * Throws a BodyRefusal for a body that is too large, not UTF-8, not JSON, or a batch.
 */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request);
  if (!/^application\/(graphql-response\+)?json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return undefined;
  const body = parsed(bytes);
  if (Array.isArray(body))
    throw new BodyRefusal(400, 'BAD_USER_INPUT', 'One operation a request: a list of them is not accepted.');
  return body;
}

function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_BYTES_MAX) chunks.push(chunk);
      else if (size > DISCARDED_BYTES_MAX) request.destroy();
      else
        reject(
          new BodyRefusal(
            413,
            'LIMIT_EXCEEDED',
            `The body is larger than the ${BODY_BYTES_MAX} bytes that are accepted.`,
          ),
        );
    });
    request.on('end', () => resolve(Buffer.concat(chunks, Math.min(size, BODY_BYTES_MAX))));
    request.on('error', reject);
    request.on('close', () => reject(new BodyRefusal(400, 'BAD_USER_INPUT', 'The request ended before its body did.')));
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    // Strict: replacing bytes that are no UTF-8 would store something else than what was sent.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BodyRefusal(400, 'BAD_USER_INPUT', 'The body is not JSON in UTF-8.');
  }
}
