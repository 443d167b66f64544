import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a text is the URL of an OpenID Connect issuer, which has no query and no fragment (OIDC Discovery §3). */
export function isIssuerUrl(text: string): boolean {
  return isSafeUrl(text) && !/[?#]/.test(text);
}

/**
 * Whether what is read from a URL is what its owner wrote: over TLS, or without leaving this machine. One that carries
 * a password is none of ours: URLs are written into the log.
 */
export function isSafeUrl(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return username === '' && password === '' && (protocol === 'https:' || isLoopback(hostname));
}

/** Whether the host of a URL is this machine itself. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family === 0 ? host === 'localhost' : LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
