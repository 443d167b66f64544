import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const UNKNOWN = 'unknown';
/** As a socket of both families tells an address of the older one. */
const OF_IPV4 = /^::ffff:(?=\d+\.)/i;

/** Tells strangers apart by the address that they come from. */
export class Addresses {
  private readonly proxies = new BlockList();

  /** Addresses or networks of proxies; only what these say in `X-Forwarded-For` is believed. */
  constructor(trustedProxies: readonly string[]) {
    for (const proxy of trustedProxies) {
      const [address = '', bits] = proxy.split('/');
      this.proxies.addSubnet(address, Number(bits ?? (isIP(address) === 4 ? 32 : 128)), familyOf(address));
    }
  }

  /**
   * The address of a request's sender: the last one that no trusted proxy of ours has. A whole network of 64 bits is
   * one sender: that is what one household gets.
   */
  of(request: IncomingMessage): string {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(request.socket.remoteAddress ?? UNKNOWN);
    while (this.isProxy(address)) {
      const next = plain(forwarded.pop() ?? '');
      if (isIP(next) === 0) break;
      address = next;
    }
    return isIP(address) === 6 ? networkOf(address) : address;
  }

  private isProxy(address: string): boolean {
    return isIP(address) !== 0 && this.proxies.check(address, familyOf(address));
  }
}

function plain(address: string): string {
  return address.trim().replace(OF_IPV4, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

/** The first four groups of an address, which may leave out zeros in its middle. */
function networkOf(address: string): string {
  const [before = '', after] = address.replace(/%.*/, '').split('::');
  const groups = before.split(':').filter(Boolean);
  const behind = after?.split(':').filter(Boolean) ?? [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...behind];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
