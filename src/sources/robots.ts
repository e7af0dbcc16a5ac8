import robotsModule from 'robots-parser';

// The types of the library are those of an ES module, which it is not.
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** May a bot fetch an address? */
export type Rules = (url: URL) => boolean;

/** What a site answered when it was asked for its robots.txt. */
export interface RobotsAnswer {
  readonly status: number;
  readonly text: string;
}

/** More than this of a robots.txt need not be read (RFC 9309, section 2.5). */
export const MOST_ROBOTS_BYTES = 512_000;

/**
 * The rules of a site for one user agent (RFC 9309): without a robots.txt all is allowed. `undefined` where the
 * server fails, as nothing is then known.
 */
export function rulesOf(
  robotsUrl: URL,
  { status, text }: RobotsAnswer,
  userAgent: string,
): Rules | undefined {
  if (status >= 500) return undefined;
  if (status < 200 || status >= 300) return () => true;
  const robots = parseRobots(robotsUrl.href, text);
  return (url) => robots.isAllowed(url.href, userAgent) !== false;
}
