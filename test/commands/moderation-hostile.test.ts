import { afterAll, beforeAll, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import { createParsers } from '../../src/parsing/parsers.js';
import { docxFile, ENCRYPTED, paragraph, pdfFile } from '../support/document-files.js';
import { type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';

// A moderator adds what means harm, by way of the real client and the real processes: they are told, and members
// are answered meanwhile. What each reader and the fetcher make of such things is for their own tests.

const parsers = createParsers();
let server: ModeratedServer;

beforeAll(async () => {
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
    parserOf: parsers.ofServer,
  });
});

afterAll(async () => {
  await server.end();
  await parsers.close();
});

const there: As = { ...moderator, guild: 'other' };

const files: [name: string, bytes: () => string | Uint8Array, reason: RegExp][] = [
  ['bomb.docx', () => docxFile(paragraph('A'.repeat(30_000_000))), /more than 20 MB once unpacked/],
  ['cut.docx', () => docxFile(paragraph('A')).subarray(0, 200), /not a whole Word/],
  ['secret.pdf', () => pdfFile([[]], { encrypt: ENCRYPTED }), /protected with a password/],
  ['pages.pdf', () => pdfFile(Array.from({ length: 10_000 }, () => [])), /10,000 pages/],
  ['deep.html', () => `<html>${'<div><script>alert(1)</script>'.repeat(230_000)}`, /nested too deeply/],
  ['lists.md', () => '- '.repeat(4_000), /nested too deeply/],
  ['picture.md', () => Buffer.from('\x89PNG\0'), /is not text/],
];

test.each(files)(
  '%s is refused with the reason while members are answered',
  async (filename, bytes, reason) => {
    const file = { filename, bytes: Buffer.from(bytes()) };
    let isRefused = false;
    const refusal = server.knowledge('add', { file }, there).finally(() => {
      isRefused = true;
    });
    // The playground fails what is not answered in 3 s, as Discord does.
    do {
      server.bench.now = new Date(server.bench.now.getTime() + 60_000);
      expect(await server.ask('When does the ferry leave?')).toMatch(/noon/);
    } while (!isRefused);
    const text = textOf(await refusal);
    expect(text).toContain(copy.knowledge.add.unread);
    expect(text).toMatch(reason);
  },
);

test.each([
  ['http://169.254.169.254/latest/meta-data', /private network/],
  ['http://[::1]/', /private network/],
  ['http://[::ffff:10.0.0.1]/', /private network/],
  ['http://[64:ff9b::7f00:1]/', /private network/],
  ['http://0x7f.1/', /private network/],
  ['http://localhost/', /private network/],
  ['http://localhost:3000/', /unusual port/],
  ['https://user:word@example.org/', /user name or password/],
  ['file:///etc/passwd', /not the address of a web page/],
])('%s is not fetched', async (url, reason) => {
  const text = textOf(await server.knowledge('add', { url }, there));
  expect(text).toContain(copy.knowledge.add.unread);
  expect(text).toMatch(reason);
});
