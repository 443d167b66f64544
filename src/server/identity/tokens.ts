import { createPublicKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { ROLES, type Role } from '../../rules';
import type { AuthSettings, Settings } from '../../settings';
import { localKey } from './local-key';

const LIFE_HOURS = 12;

/** What a token says: who somebody is, as what they act, and until when (epoch milliseconds). */
export interface Claims {
  personKey: string;
  role: Role;
  expiresAt: number;
}

/** Believes tokens or does not. */
export interface TokenVerifier {
  /** The claims of a token; undefined for one that is not signed, addressed, in time and complete. */
  claimsOf(token: string): Promise<Claims | undefined>;
}

/** Verifies tokens with the public key of the settings, or with the local one where they have none. */
export function tokenVerifier(settings: Pick<Settings, 'auth' | 'dataDirectory' | 'environment'>): TokenVerifier {
  const { auth, dataDirectory, environment } = settings;
  const key = auth.publicKey ?? createPublicKey(localKey(dataDirectory, environment));
  return { claimsOf: (token) => claimsOf(token, key, auth) };
}

/** A token of the local key. Throws a StartFailure in production. */
export async function signLocally(settings: Settings, personKey: string, role: Role): Promise<string> {
  const { auth, dataDirectory, environment } = settings;
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setSubject(personKey)
    .setIssuer(auth.issuer)
    .setAudience(auth.audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFE_HOURS}h`)
    .sign(localKey(dataDirectory, environment));
}

async function claimsOf(token: string, key: KeyObject, auth: AuthSettings): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [auth.publicKey ? auth.algorithm : 'EdDSA'],
      issuer: auth.issuer,
      audience: auth.audience,
      // jose checks these only when they are there, unless it is told that they must be.
      requiredClaims: ['sub', 'iss', 'aud', 'exp', 'role'],
    });
    const role = ROLES.find((known) => known === payload.role);
    return role && payload.sub && payload.exp
      ? { personKey: payload.sub, role, expiresAt: payload.exp * 1_000 }
      : undefined;
  } catch {
    return undefined;
  }
}
