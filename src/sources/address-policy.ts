import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Which addresses and ports a page may be fetched from. */
export interface AddressPolicy {
  /** @param address An IP address as a resolver gives it. */
  allowsAddress(address: string): boolean;
  allowsPort(port: number): boolean;
}

/** Where the public addresses of IPv6 are: all others have another purpose or are not given out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * The public web: global unicast addresses, on the ports of http and https. Whoever adds a page chooses the address,
 * and must not reach through the bot what only its machine can reach: its own services, its network, the metadata of
 * its cloud.
 */
export const publicWeb: AddressPolicy = {
  allowsAddress(address) {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.parse(address);
    // Addresses with an IPv4 address in them (mapped, NAT64, 6to4, Teredo) have ranges of their own, so are refused.
    if (parsed.range() !== 'unicast') return false;
    return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_UNICAST);
  },
  allowsPort: (port) => port === 80 || port === 443,
};
