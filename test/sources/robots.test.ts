import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, isAllowed, type RobotsRule, readRobots } from '../../src/sources/robots.js';

function rulesIn(text: string, agent = 'Seagull-Bot'): readonly RobotsRule[] {
  const { rules, problems } = readRobots({ path: 'robots.txt', bytes: Buffer.from(text), agent });
  expect(problems).toEqual([]);
  return rules ?? expect.fail('it should be read');
}

function mayFetch(text: string, path: string): boolean {
  return isAllowed(rulesIn(text), new URL(path, 'https://harbour.example'));
}

describe('whose rules count', () => {
  it.each([
    [
      'those for the bot, whatever the case, and not those for all',
      'user-agent: *\ndisallow: /\nUSER-AGENT: seagull-bot\nallow: /',
      true,
    ],
    [
      'those for all where the bot is not named',
      'user-agent: gull\nallow: /\nuser-agent: *\ndisallow: /',
      false,
    ],
    [
      'those of all groups that name it together',
      'user-agent: seagull-bot\nallow: /\n\nuser-agent: x\n\nuser-agent: seagull-bot\ndisallow: /pier',
      false,
    ],
    ['those of a group that names several', 'user-agent: seagull-bot\nuser-agent: gull\ndisallow: /', false],
    ['those of a name with a version', 'user-agent: Seagull-Bot/1.0\ndisallow: /', false],
    ['none where it is named without any', 'user-agent: *\ndisallow: /\n\nuser-agent: seagull-bot', true],
    ['not those before any name', 'disallow: /\nuser-agent: gull\nallow: /', true],
    ['not those of a bot with a longer name', 'user-agent: seagull-bot-news\ndisallow: /', true],
    // RFC 9309, section 2.2.4: other records do not interfere.
    [
      'those of a group with another field in it',
      'user-agent: gull\nsitemap: /map\nuser-agent: seagull-bot\ncrawl-delay: 2\ndisallow: /',
      false,
    ],
    [
      'those after a mark of byte order, comments and other ends of lines',
      '\ufeffuser-agent: * # all\r\rdisallow: /pier # no\r\n',
      false,
    ],
  ])('%s', (_, text, isOpen) => {
    expect(mayFetch(text, '/pier/two')).toBe(isOpen);
  });

  it('is everybody where there is no rule, or nothing but pictures', () => {
    for (const text of ['', 'user-agent: *\ndisallow:', '<html>Not found</html>', '\0\x89PNG'])
      expect(rulesIn(text)).toEqual([]);
  });
});

describe('what rules mean', () => {
  it.each([
    // RFC 9309, sections 2.2.2, 2.2.3 and 5.
    ['/example/page/', ['disallow: /example', 'allow: /example/page'], true],
    [
      '/example/page/disallowed.gif',
      ['allow: /example/page/', 'disallow: /example/page/disallowed.gif'],
      false,
    ],
    ['/page', ['allow: /page', 'disallow: /page'], true],
    ['/foo/bar?baz=quz', ['disallow: /foo/bar?baz=quz'], false],
    ['/foo/bar?baz=https://foo.bar', ['disallow: /foo/bar?baz=https://foo.bar'], false],
    ['/foo/bar/ツ', ['disallow: /foo/bar/ツ'], false],
    ['/foo/bar/ツ', ['disallow: /foo/bar/%E3%83%84'], false],
    ['/foo/bar/%62%61%7A', ['disallow: /foo/bar/baz'], false],
    ['/foo/bar/baz', ['disallow: /foo/bar/%62%61%7a'], false],
    ['/a%2Fb', ['disallow: /a/b'], true],
    ['/path/file-with-a-*.html', ['disallow: /path/file-with-a-%2A.html'], false],
    ['/path/file-with-a-b.html', ['disallow: /path/file-with-a-%2A.html'], true],
    ['/path/foo-$', ['disallow: /path/foo-%24'], false],
    ['/path/foo-$x', ['disallow: /path/foo-$x'], false],
    ['/boat.gif', ['disallow: *.gif$'], false],
    ['/boat.gif?size=2', ['disallow: *.gif$'], true],
    ['/a/boats/b/quay', ['disallow: /*/boats/*/quay'], false],
    ['/', ['disallow: /$'], false],
    ['/pier', ['disallow: /$'], true],
    ['/pier', ['disallow: pier'], true],
    ['/Pier', ['disallow: /pier'], true],
  ])('%s with %j', (path, rules, isOpen) => {
    expect(mayFetch(['user-agent: *', ...rules].join('\n'), path)).toBe(isOpen);
  });

  it('is what a regular expression says, which is how the standard describes it', () => {
    const text = (letters: string, maxLength: number) =>
      fc.array(fc.constantFrom(...letters), { maxLength }).map((each) => each.join(''));
    fc.assert(
      fc.property(text('ab*$', 10), text('ab', 12), (pattern, path) => {
        const isWhole = pattern.endsWith('$');
        const body = (isWhole ? pattern.slice(0, -1) : pattern).replaceAll('$', '\\$').replaceAll('*', '.*');
        expect(fits(pattern, path)).toBe(new RegExp(`^${body}${isWhole ? '$' : ''}`).test(path));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a robots.txt that means harm', () => {
  const piece = (count: number, letter: string) => letter.repeat(count);

  it('has at most 500 rules of 200 characters, however many bots it names', () => {
    const bots = Array.from({ length: 23_000 }, (_, at) => `user-agent: bot-${at}\n`).join('');
    expect(rulesIn(`${bots}user-agent: *\n${'allow: /a\n'.repeat(20_000)}`)).toHaveLength(500);
    expect(rulesIn(`${bots}${'allow: /a\n'.repeat(20_000)}`)).toEqual([]);
    for (const { pattern } of rulesIn(`user-agent: *\n${`disallow: /${'中'.repeat(2_000)}\n`.repeat(50)}`))
      expect(pattern).toHaveLength(200);
  });

  it('allows no more where a rule is too long: one that forbids is cut, one that allows goes', () => {
    const long = `/pier/${piece(300, 'a')}`;
    expect(mayFetch(`user-agent: *\ndisallow: ${long}`, long)).toBe(false);
    expect(mayFetch(`user-agent: *\ndisallow: /\nallow: ${long}`, long)).toBe(false);
  });

  /** A path that counts how often a character of it is looked at. */
  function counted(path: string) {
    let looks = 0;
    return {
      length: path.length,
      charCodeAt(position: number) {
        looks++;
        return path.charCodeAt(position);
      },
      get looks() {
        return looks;
      },
    };
  }

  it.each([
    ['stars', `/${piece(199, '*')}b`],
    ['stars between letters', `/${'a*'.repeat(99)}b`],
    ['a long piece that nearly fits everywhere', `/*${piece(197, 'a')}b`],
    ['several of them', `/*${`${piece(48, 'a')}b*`.repeat(4)}`],
    ['an end that is not there', `/*${piece(190, 'a')}b$`],
  ])('takes a time that grows with the length of the path and no faster, with %s', (_, pattern) => {
    for (const length of [500, 2_000]) {
      const path = counted(`/${piece(length, 'a')}`);
      fits(pattern, path);
      expect(path.looks).toBeLessThanOrEqual(path.length + pattern.length);
    }
  });
});
