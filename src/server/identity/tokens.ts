import { createPublicKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Role } from '../../rules';
import type { AuthSettings, OpenIdSettings, Settings } from '../../settings';
import { type Claims, claimsIn, OUR_CLAIMS } from './claims';
import { discoverKeys } from './discovery';
import { IssuerKeys } from './issuer-keys';
import { localKey } from './local-key';
import { openIdClaimsOf } from './open-id';

const LIFE_HOURS = 12;

/** Believes tokens or does not. */
export interface TokenVerifier {
  /**
   * The claims of a token; undefined for one that is not signed, addressed, in time and complete. Throws IssuerAway
   * where nobody can tell.
   */
  claimsOf(token: string, now: number): Promise<Claims | undefined>;
}

/**
 * Verifies tokens with the keys of an OpenID Connect issuer, with the public key of the settings, or with the local one
 * where they have neither. `onFault` hears why the issuer's keys cannot be had.
 */
export function tokenVerifier(
  settings: Pick<Settings, 'auth' | 'dataDirectory' | 'environment'>,
  onFault: (why: string) => void = () => {},
): TokenVerifier {
  const { auth, dataDirectory, environment } = settings;
  const { openId } = auth;
  if (openId) return issuerVerifier(auth, openId, onFault);
  const key = auth.publicKey ?? createPublicKey(localKey(dataDirectory, environment));
  return { claimsOf: (token, now) => claimsOf(token, key, auth, now) };
}

/** Keys are asked for at once, so that who comes first need not wait for them. */
function issuerVerifier(auth: AuthSettings, openId: OpenIdSettings, onFault: (why: string) => void): TokenVerifier {
  const keys = new IssuerKeys({ fetch: () => discoverKeys(auth.issuer), onFault });
  void keys.refresh();
  return { claimsOf: (token, now) => openIdClaimsOf(token, keys.find, auth, openId, now) };
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

async function claimsOf(token: string, key: KeyObject, auth: AuthSettings, now: number): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: auth.publicKey ? [...auth.algorithms] : ['EdDSA'],
      issuer: auth.issuer,
      audience: auth.audience,
      // jose checks these only when they are there, unless it is told that they must be.
      requiredClaims: ['sub', 'iss', 'aud', 'exp', 'role'],
      currentDate: new Date(now),
    });
    return claimsIn(payload, (payload.exp ?? 0) * 1_000, OUR_CLAIMS);
  } catch {
    return undefined;
  }
}
