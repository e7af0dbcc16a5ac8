import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicWeb } from '../../src/sources/address-policy.js';

describe('publicWeb', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '1.1.1.1',
    '223.5.5.5',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700:4700::1111',
    '2400:3200::1',
    '2a00:1450:4001:830::200e',
  ])('allows %s', (address) => {
    expect(publicWeb.allowsAddress(address)).toBe(true);
  });

  it.each([
    ['this host', ['0.0.0.0', '0.1.2.3', '::']],
    ['loopback', ['127.0.0.1', '127.1.2.3', '127.255.255.255', '::1']],
    ['private networks', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1']],
    ['unique local', ['fc00::1', 'fd12:3456:789a::1', 'fd00:ec2::254']],
    ['link-local', ['169.254.0.1', '169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'febf::1']],
    ['site-local, which is out of use', ['fec0::1']],
    ['carrier NAT', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['protocol assignments', ['192.0.0.1', '192.0.0.170']],
    ['documentation', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    ['benchmarks', ['198.18.0.1', '198.19.255.255', '2001:2::1']],
    ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
    ['reserved', ['240.0.0.1', '255.255.255.255', '192.88.99.1', '4000::1', 'e000::1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '::ffff:0:127.0.0.1']],
    ['IPv4-compatible', ['::127.0.0.1', '::8.8.8.8']],
    ['NAT64', ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::10.0.0.1']],
    ['6to4', ['2002:7f00:1::1', '2002:808:808::1']],
    ['Teredo', ['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2']],
    ['what only discards', ['100::1']],
    [
      'what is no address',
      ['', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '1.2.3.4.5', '[::1]'],
    ],
  ])('refuses %s', (_, addresses) => {
    expect(addresses.filter((address) => publicWeb.allowsAddress(address))).toEqual([]);
  });

  it('refuses every address that carries an IPv4 address in IPv6, whatever that one is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const high = ((a << 8) | b).toString(16);
        const low = ((c << 8) | d).toString(16);
        const carriers = [
          `::ffff:${high}:${low}`,
          `::${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `64:ff9b:1::${high}:${low}`,
          `2002:${high}:${low}::1`,
          `2001:0:${high}:${low}::1`,
        ];
        expect(carriers.filter((carrier) => publicWeb.allowsAddress(carrier))).toEqual([]);
      }),
    );
  });

  it('allows the ports of http and https', () => {
    expect([0, 22, 25, 80, 443, 6379, 8080, 8443].filter((port) => publicWeb.allowsPort(port))).toEqual([
      80, 443,
    ]);
  });
});
