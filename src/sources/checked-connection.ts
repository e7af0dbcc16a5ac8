import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './address-policy.js';
import { PageError } from './page-problem.js';

/** All addresses of a host. Rejects like `dns.lookup`. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveHost: Resolve = (host) => dns.lookup(host, { all: true });

/**
 * Connects only to addresses that the policy allows. The very addresses that were checked are connected to, so that a
 * name server that answers differently the next time gains nothing.
 */
export function checkedConnector(resolve: Resolve, policy: AddressPolicy): buildConnector.connector {
  const lookup: LookupFunction = (host, { all }, done) => {
    resolve(host).then(
      (addresses) => {
        const first = addresses[0];
        if (!first) done(new PageError({ kind: 'page-no-host', host }), []);
        else if (!addresses.every(({ address }) => policy.allowsAddress(address)))
          done(new PageError({ kind: 'page-private', host }), []);
        else if (all) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
      (error) => done(error, []),
    );
  };
  const connect = buildConnector({ lookup, autoSelectFamily: true });
  return (options, done) => {
    const { hostname } = options;
    // A host that is an address already is not looked up.
    if (isIP(hostname) === 0 || policy.allowsAddress(hostname)) connect(options, done);
    else done(new PageError({ kind: 'page-private', host: hostname }), null);
  };
}
