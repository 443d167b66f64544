/** From the request to the last byte of the answer. */
const ANSWERS_WITHIN_MS = 3_000;
/** Some twenty keys with their certificates are a tenth of this. */
const BYTES_MAX = 256 * 1024;

/**
 * Reads JSON of an issuer. Throws an Error that says what was wrong with the answer: too late, too long, no JSON, or
 * not from there itself, as whoever can redirect us could have us read anything.
 */
export async function fetchJson(url: string): Promise<unknown> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  try {
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
    if (response.status !== 200) throw new Error(`the answer has status ${response.status}`);
    return JSON.parse(await boundedText(response));
  } catch (error) {
    throw new Error(`${url} cannot be read: ${signal.aborted ? 'it takes too long' : reasonOf(error)}`);
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > BYTES_MAX) throw new Error(`the answer has more than ${BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What JSON.parse says repeats what it was given. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'the answer is no JSON';
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
