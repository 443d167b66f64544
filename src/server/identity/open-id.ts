import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { AuthSettings, OpenIdSettings } from '../../settings';
import { type Claims, claimsIn } from './claims';
import { IssuerAway } from './issuer-keys';

/** No token is believed for longer, whatever it says itself: as long as one of the local key lives. */
const AGE_SECONDS_MAX = 12 * 3_600;
/** By how much the issuer's clock and ours may differ. */
const CLOCKS_DIFFER_SECONDS = 5;
/** Tokens of people who sign in and of access (RFC 9068); an issuer signs others, such as of logging out, as well. */
const TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt'];

/** Believes the tokens of an OpenID Connect issuer. Throws IssuerAway where its keys cannot be had. */
export async function openIdClaimsOf(
  token: string,
  key: JWTVerifyGetKey,
  { issuer, audience, algorithms }: AuthSettings,
  openId: OpenIdSettings,
  now: number,
): Promise<Claims | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      algorithms: [...algorithms],
      issuer,
      audience,
      // jose checks these only when they are there, unless it is told that they must be.
      requiredClaims: ['iss', 'aud', 'exp', 'iat', openId.notBefore],
      maxTokenAge: AGE_SECONDS_MAX,
      clockTolerance: CLOCKS_DIFFER_SECONDS,
      currentDate: new Date(now),
    });
    if (!TYPES.includes(protectedHeader.typ?.toLowerCase().replace(/^application\//, ''))) return undefined;
    const { exp = 0, iat = 0 } = payload;
    return claimsIn(payload, Math.min(exp, iat + AGE_SECONDS_MAX) * 1_000, openId);
  } catch (error) {
    if (error instanceof IssuerAway) throw error;
    return undefined;
  }
}
