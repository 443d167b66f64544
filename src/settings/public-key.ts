import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SettingsReader } from './reader';

/** Signatures that need no shared secret: whoever can verify a token cannot make one. */
export const SIGNING_ALGORITHMS = [
  'EdDSA',
  'ES256',
  'ES384',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
] as const;

/** How a token is signed, by its name in RFC 7518. */
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** RFC 7518 §3.3 and §3.5. */
const SHORTEST_RSA_KEY_BITS = 2048;

const WHOSE_KEY = 'the public key of the tokens, unless AUTH_ISSUER is the URL of an OpenID Connect issuer';

/** Reads the PEM file that a setting names; undefined where none is named, which is wrong where it is `required`. */
export function readPublicKey(
  reader: SettingsReader,
  name: string,
  algorithm: SigningAlgorithm,
  required: boolean,
): KeyObject | undefined {
  const file = reader.given(name);
  if (file !== undefined) return keyOf(reader, name, file, algorithm);
  if (required) reader.miss(name, `where NODE_ENV=production it names a PEM file with ${WHOSE_KEY}`);
  return undefined;
}

function keyOf(reader: SettingsReader, name: string, file: string, algorithm: SigningAlgorithm): KeyObject | undefined {
  const key = parsed(file);
  if (key === undefined) return reader.refuse(name, 'a readable PEM file with a public key', undefined);
  if (!fits(key, algorithm)) return reader.refuse(name, `a public key for AUTH_ALGORITHM=${algorithm}`, undefined);
  return key;
}

function parsed(file: string): KeyObject | undefined {
  try {
    const pem = readFileSync(file, 'utf8');
    // Node would quietly derive the public key: a private one has no place on the server that only verifies.
    return pem.includes('PRIVATE KEY') ? undefined : createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function fits(key: KeyObject, algorithm: SigningAlgorithm): boolean {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (algorithm === 'EdDSA') return key.asymmetricKeyType === 'ed25519';
  if (algorithm === 'ES256') return namedCurve === 'prime256v1';
  if (algorithm === 'ES384') return namedCurve === 'secp384r1';
  return key.asymmetricKeyType === 'rsa' && modulusLength >= SHORTEST_RSA_KEY_BITS;
}
