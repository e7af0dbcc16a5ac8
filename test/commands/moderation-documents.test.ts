import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import { createDocumentImport } from '../../src/import.js';
import { type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';
import { parserHere } from '../support/parser-here.js';

// The documents of one server: added from files and pages, corrected, removed, listed, and what the history keeps.

const words = copy.knowledge;
const there: As = { ...moderator, guild: 'other' };
const market = '# Market\n\nThe market opens on Tuesday.\n';
const bakery = '---\npublisher: The Gazette\n---\n# Bakery\n\nThe bakery sells bread from six.\n';
const question = 'What does the bakery sell?';

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({ files: { 'market.md': market } });
});

afterEach(() => server.end());

const file = (filename: string, text: string | Uint8Array) => ({
  file: { filename, bytes: Buffer.from(text) },
});

async function addBakery(as: As = there): Promise<void> {
  const preview = await server.knowledge('add', file('bakery.md', bakery), as);
  await server.press(preview, words.preview.publish, as);
}

describe('adding', () => {
  test('a file shows what it would add, and members of that server alone are answered from it', async () => {
    const preview = await server.knowledge('add', file('bakery.md', bakery), there);
    expect(textOf(preview)).toContain('1 added · 0 changed · 0 removed · 0 unchanged');
    expect(textOf(preview)).toContain('**Bakery** `server/bakery` · 1 passage · The Gazette');
    expect(await server.ask(question, { guild: 'other' })).not.toContain('bread');
    await server.press(preview, words.preview.publish, there);
    expect(await server.ask(question, { guild: 'other' })).toMatch(/bread from six.*\n.*The Gazette/);
    expect(await server.ask(question)).not.toContain('bread');
  });

  test('a file of the same name replaces the document, and the preview shows the difference', async () => {
    await addBakery();
    const preview = await server.knowledge('add', file('bakery.md', bakery.replace('six', 'seven')), there);
    expect(textOf(preview)).toMatch(
      /- The bakery sells bread from ⟦six⟧\.\n\+ The bakery sells bread from ⟦seven⟧\./,
    );
  });

  test('the preview shows what it says, its tables as they will be quoted, and what could not be read', async () => {
    const text = `${bakery}\n## Prices\n\nPrices are set each March.[^1]\n\n| Bread | Price |\n|-|-|\n| Rye | 4 yuan |\n\n[^2]: The Gazette\n`;
    const preview = await server.knowledge('add', file('bakery.md', text), there);
    const shown = textOf(preview);
    expect(shown).toContain(words.preview.says);
    expect(shown).toMatch(/as it would be quoted\*\*\n- The bakery sells bread from six\./);
    expect(shown).toMatch(/\*\*Prices\*\*\n.*Prices are set each March\.\n.*Bread \| Price\n.*Rye \| 4 yuan/);
    expect(shown).toMatch(/\*\*Problems\*\*\n- bakery\.md:\d+: the footnote .* is used but has no source/);
    await server.press(preview, words.preview.publish, there);
    // It stays with the document, for whoever looks after it.
    expect(textOf(await server.knowledge('list', {}, there))).toContain('has no source');
  });

  test.each([
    ['not.com', 'https://t.co/a', 'not.com (t.co)'],
    ['Reuters', 'https://www.evil.example/a', 'Reuters (evil.example)'],
    ['Reuters (reuters.com)', 'https://www.reuters.com/a', 'Reuters (reuters.com)'],
    ['reuters.com', 'https://reuters.com/a', 'reuters.com'],
  ])('of the publisher “%s” with a link to %s, “%s” is shown', async (publisher, url, words) => {
    const text = `---\npublisher: ${publisher}\nurl: ${url}\n---\n# Bakery\n\nThe bakery sells bread.\n`;
    const shown = textOf(await server.knowledge('add', file('bakery.md', text), there));
    const [line = ''] = /· 1 passage · .*/.exec(shown) ?? [];
    // The publisher is the link.
    expect(line.replace(`[${publisher}](<${url}>)`, publisher)).toBe(`· 1 passage · ${words}`);
  });

  test('a document of another title is not replaced without a second press', async () => {
    await addBakery();
    const other = '# Minutes of the board\n\nThe board met in May.\n';
    const preview = await server.knowledge('add', file('bakery.md', other), there);
    expect(textOf(preview)).toContain('“Minutes of the board” would take the place of “Bakery”');
    const asked = await server.press(preview, words.preview.publish, there);
    expect(await server.ask(question, { guild: 'other' })).toContain('bread from six');
    await server.press(asked, words.preview.publishAnyway, there);
    expect(await server.ask(question, { guild: 'other' })).not.toContain('bread from six');
  });

  test('files whose names Discord cannot spell keep them, and do not replace each other', async () => {
    for (const [name, text] of [
      ['章程.md', '联盟由十家公司组成。'],
      ['会费 2025.md', '会费为每年二十万元。'],
    ] as const) {
      await server.press(
        await server.knowledge('add', file(name, text), there),
        words.preview.publish,
        there,
      );
    }
    const listed = await server.library.documents(`guild:${server.playground.world.guilds.other.id}`);
    expect(listed.map(({ document: { id } }) => id)).toEqual(['server/章程', 'server/会费 2025']);
  });

  test.each([
    [
      'a table that is called a text',
      file('members.txt', 'PK\x03\x04 xl/workbook.xml'),
      'is named .txt and holds an archive',
    ],
    [
      'data that is no text',
      file('members.json', '{"members": ["StepFun"]}'),
      'is in a format that is not read (.json)',
    ],
    ['neither file nor address', {}, words.add.oneOfTwo],
    ['both', { ...file('a.md', bakery), url: 'https://example.org' }, words.add.oneOfTwo],
    ['a file that is too large', file('a.md', new Uint8Array(8_000_001)), 'at most 8 MB'],
    ['a file without text', file('a.md', ''), 'a.md: has no text'],
    ['an address of another scheme', { url: 'file:///etc/passwd' }, 'http'],
    ['an address on this machine', { url: 'http://127.0.0.1/' }, '127.0.0.1'],
  ])('%s is refused with the reason', async (_, options, reason) => {
    expect(textOf(await server.knowledge('add', options, there))).toContain(reason);
    expect(await server.library.documents(`guild:${server.playground.world.guilds.other.id}`)).toEqual([]);
  });
});

test('of twelve additions at once one is fetched, and the others are told who is at it, and since when', async () => {
  await server.end();
  const html =
    '<html><head><title>Bakery</title></head><body><article><h1>Bakery</h1><p>The bakery sells bread from six.</p></article></body></html>';
  const fetched: string[] = [];
  let tell = () => {};
  const isAsked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let deliver = () => {};
  const isDelivered = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.com/api',
    parserOf: () => parserHere,
    fetcher: {
      async fetchPage(url) {
        fetched.push(url);
        tell();
        await isDelivered;
        return { kind: 'fetched', page: { url, bytes: Buffer.from(html), contentType: 'text/html' } };
      },
    },
  });
  server = await openServer({ files: { 'market.md': market }, bot: { documentImport } });
  const add = (name: string) => server.knowledge('add', { url: `https://example.org/${name}` }, there);
  const first = add('first');
  await isAsked;
  for (const other of await Promise.all(Array.from({ length: 11 }, (_, at) => add(`${at}`))))
    expect(textOf(other)).toMatch(/<@\d+> has been preparing a change to these documents since <t:\d+/);
  expect(fetched).toEqual(['https://example.org/first']);
  deliver();
  expect(textOf(await first)).toContain('1 added');
});

describe('correcting the source', () => {
  test('shows what the document says, takes what is filled in, and previews it anew', async () => {
    const preview = await server.knowledge('add', file('bakery.md', bakery), there);
    const opened = await server.playground.press(preview, `${buttonId(preview)}`, there);
    expect(JSON.stringify(opened.modal)).toContain('"value":"The Gazette"');
    const corrected = await server.fillIn(
      preview,
      words.preview.correct,
      {
        title: 'The old bakery',
        publisher: 'The Herald',
        published: '2025-07',
        url: 'https://example.org/b',
      },
      there,
    );
    expect(textOf(corrected)).toContain('**The old bakery** `server/bakery`');
    await server.press(corrected, words.preview.publish, there);
    expect(await server.ask(question, { guild: 'other' })).toMatch(
      /\[The Herald\]\(<https:\/\/example\.org\/b>\) · Jul 2025 · The old bakery/,
    );
  });

  test('says what it cannot take, changes nothing, and keeps what was filled in', async () => {
    const preview = await server.knowledge('add', file('bakery.md', bakery), there);
    const fields = { publisher: 'The Herald', published: 'last week', url: 'example.org' };
    const refused = await server.fillIn(preview, words.preview.correct, fields, there);
    expect(textOf(refused)).toContain('“last week” is not a date');
    expect(textOf(refused)).toContain('“example.org” is not an address');
    // What is not corrected stays as it was filled in.
    const mended = { published: '2025-07', url: 'https://example.org/b' };
    const corrected = await server.fillIn(refused, words.settings.again, mended, there);
    await server.press(corrected, words.preview.publish, there);
    expect(await server.ask(question, { guild: 'other' })).toContain('The Herald');
  });
});

describe('removing', () => {
  test('is previewed, by a name that was picked while typing', async () => {
    await addBakery();
    const typing = {
      command: 'knowledge remove',
      options: { document: 'bak' },
      focused: 'document',
      ...there,
    };
    const [choice] = await server.playground.autocomplete(typing);
    expect(choice).toMatchObject({ name: 'Bakery', value: 'server/bakery' });
    const preview = await server.knowledge('remove', { document: `${choice?.value}` }, there);
    expect(textOf(preview)).toContain('0 added · 0 changed · 1 removed');
    const asked = await server.press(preview, words.preview.publish, there);
    await server.press(asked, words.preview.publishAnyway, there);
    expect(await server.ask(question, { guild: 'other' })).not.toContain('bread');
  });

  test('a document of the folder is refused with the reason, and one that is not there too', async () => {
    expect(textOf(await server.knowledge('remove', { document: 'market' }))).toContain(
      '“Market” is one of the shared documents',
    );
    expect(textOf(await server.knowledge('remove', { document: 'nothing' }))).toContain(
      'no document “nothing” of its own',
    );
  });
});

test('a list names each document with where it comes from, page by page', async () => {
  expect(textOf(await server.knowledge('list'))).toMatch(
    /1 document\n- \*\*Market\*\* `market` · 1 passage · knowledge folder/,
  );
  await addBakery();
  expect(textOf(await server.knowledge('list', {}, there))).toContain('file bakery.md');
  for (let number = 10; number < 60; number += 1)
    await server.bench.write(`more/${number}.md`, `# Number ${number} ${'long '.repeat(20)}\n\nText.\n`);
  await server.press(await server.knowledge('refresh'), words.preview.publish);
  const first = await server.knowledge('list');
  expect(textOf(first)).toMatch(/51 documents(.|\n)*Page 1 of \d/);
  expect(textOf(await server.press(first, copy.reply.next))).toMatch(/`more\/\d\d`(.|\n)*Page 2 of \d/);
});

test('a status says what is live, since when, and that a refresh is waiting', async () => {
  expect(textOf(await server.knowledge('status'))).toMatch(
    /Revision 1 is live, published by the person who hosts this bot, <t:\d+:f>\n1 document, 1 passage\n.*no refresh is waiting/,
  );
  await server.bench.write('bakery.md', bakery);
  expect(textOf(await server.knowledge('status'))).toContain('a refresh is waiting');
  expect(textOf(await server.knowledge('status', {}, there))).toContain('Nothing has been published yet.');
});

test('the history keeps what was done and by whom, and goes back page by page', async () => {
  for (let round = 0; round < 6; round += 1) {
    await server.bench.write('bakery.md', `${bakery}\nRound ${round}.\n`);
    await server.press(await server.knowledge('refresh'), words.preview.publish);
  }
  await server.knowledge('rollback', { revision: 2 });
  const newest = await server.knowledge('history');
  const { id } = server.playground.world.users.moderator;
  expect(textOf(newest)).toContain(`<@${id}> previewed a rollback`);
  expect(textOf(newest)).toContain(`<@${id}> published revision 7: refresh, changed Bakery`);
  const older = await server.press(newest, words.history.older);
  expect(textOf(older)).toContain(
    'the person who hosts this bot published revision 1: first publication, added ',
  );
  expect(textOf(await server.press(older, words.history.newest))).toBe(textOf(newest));
});

function buttonId(message: unknown): string | undefined {
  return /"custom_id":"(knowledge:correct:[^"]+)"/.exec(JSON.stringify(message))?.[1];
}
