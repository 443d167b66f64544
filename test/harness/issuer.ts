import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

/** A key of an issuer. */
export interface IssuerKey {
  kid: string;
  alg: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** An OpenID Connect issuer on loopback. */
export interface TestIssuer {
  url: string;
  /** What its configuration says, and whatever a test makes of it. */
  configuration: Record<string, unknown>;
  /** The keys that it publishes. */
  keys: JWK[];
  /** How often each of its two documents was asked for. */
  asked: { configuration: number; keys: number };
  /** Answers instead of it; null to let it answer. */
  answer: ((response: ServerResponse) => void) | null;
  /** Publishes a new key beside those that there are. */
  addKey(kid: string, alg?: 'ES256' | 'RS256'): Promise<IssuerKey>;
  stop(): Promise<void>;
}

/** Starts an issuer without any keys. */
export async function startIssuer(): Promise<TestIssuer> {
  const asked = { configuration: 0, keys: 0 };
  const server = http.createServer((request, response) => {
    const isConfiguration = request.url === '/.well-known/openid-configuration';
    asked[isConfiguration ? 'configuration' : 'keys']++;
    if (issuer.answer) return issuer.answer(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isConfiguration ? issuer.configuration : { keys: issuer.keys }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: TestIssuer = {
    url,
    configuration: { issuer: url, jwks_uri: `${url}/keys` },
    keys: [],
    asked,
    answer: null,
    async addKey(kid, alg = 'ES256') {
      const key = newKey(kid, alg);
      issuer.keys.push({ ...(await exportJWK(key.publicKey)), kid, alg, use: 'sig' });
      return key;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return issuer;
}

/** A key that nobody publishes. */
export function newKey(kid: string, alg: 'ES256' | 'RS256' = 'ES256'): IssuerKey {
  const pair =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, alg, ...pair };
}

/** A good token for finance of what is called `baton-live`, but for what is changed; undefined leaves a claim out. */
export function tokenOf(
  issuer: TestIssuer,
  key: IssuerKey,
  change: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer.url, aud: 'baton-live', sub: 'fin-1', role: 'FINANCE' };
  return new SignJWT({ ...claims, iat: now, nbf: now, exp: now + 3_600, ...change })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
    .sign(key.privateKey);
}
