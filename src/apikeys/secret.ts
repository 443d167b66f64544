import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** What a secret looks like: so that a leaked one is found by those who look for them. */
const SECRET = /^baton_[\w-]{43}$/;

/** A new secret: 256 random bits, told once and never stored. */
export function newSecret(): string {
  return `baton_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** Whether a text can be the secret of a key. */
export function looksLikeSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is stored of a secret. It is random throughout, so that a slow hash would protect nothing more. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
