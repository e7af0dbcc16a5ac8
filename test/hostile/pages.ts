import fc from 'fast-check';
import { changedFile, floodedFile } from './files.js';
import { hostileText } from './texts.js';

// Web pages that mean harm, each with the robots.txt of its site.

const robotsLine = fc.oneof(
  fc.constantFrom(
    'user-agent: *',
    'user-agent: test-bot',
    'disallow: /',
    'allow: /',
    'disallow:',
    'crawl-delay: 1e9',
    'sitemap: x',
    '#',
    '',
  ),
  fc
    .tuple(
      fc.constantFrom('disallow: /', 'allow: /', 'user-agent: ', ''),
      fc.constantFrom('*a', '%', '$', '*', 'a*a', '中', '\u0000', '%zz'),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([head, piece, times]) => head + piece.repeat(times)),
  hostileText(200),
);

const robotsText: fc.Arbitrary<string> = fc
  .tuple(fc.array(robotsLine, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 1, 200, 2_000))
  .map(([lines, times]) => `${lines.join('\n')}\n`.repeat(times).slice(0, 500_000));

/** How a server answers for a page. */
export interface HostilePage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly robots: string;
  readonly path: string;
}

const contentType = fc.oneof(
  fc.constantFrom(
    'text/html',
    'text/html; charset=utf-8',
    'text/html; charset=utf-16',
    'text/html; charset=x-evil',
    'text/plain',
    'application/pdf',
    'text/markdown',
    '',
    'image/png',
    'text/html;;;=',
    'multipart/mixed',
  ),
);

const pagePath = fc
  .oneof(
    fc.constantFrom('/', '/times', '/a.md', '/a.pdf?x=1', '/%2e%2e/%00', `/${'a'.repeat(1_800)}`),
    hostileText(60).map((text) => `/${encodeURIComponent(Buffer.from(text).toString())}`),
  )
  .map((path) => path.slice(0, 1_900));

/** A page, with the robots.txt of its site. */
export const hostilePage: fc.Arbitrary<HostilePage> = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 200, 200, 204, 206, 301, 302, 304, 307, 404, 429, 500),
  headers: fc
    .tuple(
      contentType,
      fc.constantFrom('/times', '/', '//evil.test/', 'file:///etc/passwd', 'http://127.0.0.1:22/', 'x'),
      fc.constantFrom('', 'gzip', 'br', 'identity'),
    )
    .map(([type, location, encoding]) => ({
      ...(type !== '' && { 'content-type': type }),
      location,
      ...(encoding !== '' && { 'content-encoding': encoding }),
    })),
  bytes: fc.oneof(
    { weight: 3, arbitrary: changedFile.map(({ bytes }) => bytes) },
    { weight: 2, arbitrary: floodedFile.map(({ bytes }) => bytes) },
  ),
  robots: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, robotsText),
  path: pagePath,
});
