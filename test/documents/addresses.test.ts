import { expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { readDocument } from '../../src/documents/read.js';
import { namesUser } from '../../src/documents/source-fields.js';

// What stands before an @ is a user name, and is read as the site: such an address is of no source.

const posing = 'https://www.reuters.com@evil.example/markets';

async function sourcesIn(path: string, text: string) {
  const { document, problems } = await readDocument({ path, bytes: Buffer.from(text) });
  return { urls: [document?.source, ...(document?.references ?? [])].map((source) => source?.url), problems };
}

test('in front matter it is a mistake, and what to do is said', async () => {
  for (const field of ['url', 'archive_url']) {
    const { problems } = await sourcesIn('a.md', `---\n${field}: ${posing}\n---\n# T\n\nOne.\n`);
    expect(problems.map(copy.problem)).toEqual([expect.stringMatching(/a\.md:2: .*without a user name/)]);
  }
});

test('in a footnote it is none, and the footnote names no source by it', async () => {
  const { urls, problems } = await sourcesIn('a.md', `# T\n\nOne.[^1]\n\n[^1]: Reuters, <${posing}>\n`);
  expect(urls).toEqual([undefined]);
  expect(problems).toMatchObject([{ kind: 'footnote-source', line: 5 }]);
});

test('in a page it is not taken for its address', async () => {
  const page = `<html><head><link rel="canonical" href="${posing}"></head><body><p>The text.</p></body></html>`;
  expect((await sourcesIn('a.html', page)).urls).toEqual([undefined]);
});

test.each([
  [posing, true],
  ['https://:word@evil.example/', true],
  // No user name: the path of a page, its query, or a backslash, which begins the path.
  ['https://example.org/@writer/story', false],
  ['https://example.org/?mail=a@b.example', false],
  ['https://www.reuters.com\\@evil.example/', false],
  ['no address', false],
])('%s names a user: %s', (address, isNamed) => {
  expect(namesUser(address)).toBe(isNamed);
});
