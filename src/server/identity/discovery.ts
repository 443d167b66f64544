import type { JSONWebKeySet } from 'jose';
import { isLoopback, isSafeUrl } from '../../settings/issuer-url';
import { fetchJson } from './fetching';

/**
 * The keys of an OpenID Connect issuer, as its configuration says where they are (OpenID Connect Discovery §4). Throws
 * an Error that says why they cannot be had.
 */
export async function discoverKeys(issuer: string): Promise<JSONWebKeySet> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const { issuer: stated, jwks_uri: place } = recordOf(await fetchJson(url));
  // Whoever serves one issuer's configuration at the place of another would get their tokens believed as the other's.
  if (stated !== issuer) throw new Error(`${url} is of another issuer than AUTH_ISSUER=${issuer}`);
  if (!isPlaceOfKeys(place, issuer)) throw new Error(`${url} has no jwks_uri with https`);
  return recordOf(await fetchJson(place)) as unknown as JSONWebKeySet;
}

/** An issuer elsewhere has no say in what is read from this machine. */
function isPlaceOfKeys(place: unknown, issuer: string): place is string {
  if (typeof place !== 'string' || !isSafeUrl(place)) return false;
  return isLoopback(new URL(issuer).hostname) || !isLoopback(new URL(place).hostname);
}

function recordOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}
