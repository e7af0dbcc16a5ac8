import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { customId } from '../../src/discord/custom-id.js';
import { type ModeratedServer, openServer, textOf } from '../support/moderated-server.js';

// /search with the real client.

let server: ModeratedServer;

beforeAll(async () => {
  const ferries = Array.from(
    { length: 12 },
    (_, at) => `Ferry number ${at + 1} is painted in colour ${at * 7}.`,
  );
  server = await openServer({
    files: {
      'ferry.md': `# The ferries\n\n## Colours\n\n${ferries.join('\n\n')}\n\nOne ferry sank in May 2023.\n`,
      'copy.md': '# The ferries\n\nThe ferry company was founded by two brothers.\n',
    },
  });
});

afterAll(() => server?.end());

const searched = (options: Record<string, string | boolean>) =>
  server.playground.use({ command: 'search', options });
const suggested = async (option: string, typed: string) =>
  (await server.playground.autocomplete({
    command: 'search',
    options: { query: 'ferry', [option]: typed },
    focused: option,
  })) as {
    name: string;
    value: string;
  }[];

describe('pages', () => {
  test('turn with the query and its filters, also after a restart', async () => {
    const { message, ephemeral } = await searched({
      query: 'ferry colour',
      document: 'ferry',
      since: '2020',
    });
    expect(ephemeral).toBe(false);
    expect(textOf(message)).toContain('sank in May 2023');
    const whole = await searched({ query: 'ferry colour', document: 'ferry' });
    const first = textOf(whole.message);
    expect(first).toContain(copy.search.results(1, 5, 13));
    await server.restart();
    const next = await server.press(whole.message ?? expect.fail(), copy.reply.next, {});
    expect(textOf(next)).toContain(copy.search.results(6, 10, 13));
    expect(textOf(next)).toContain('in “The ferries”');
    expect(textOf(next)).toContain('ferry colour');
    const back = await server.press(next, copy.reply.previous, {});
    expect(textOf(back)).toBe(first);
  });

  test('a button of others does nothing but say so', async () => {
    const id = customId('search', 'page', 1, '', 'soon', '');
    const posted = await server.postButton('home', id);
    expect(textOf(await server.press(posted, 'Press', {}))).toContain(copy.reply.staleButton);
  });
});

describe('what cannot be searched', () => {
  test.each([
    [{ query: 'ferry', since: 'soon' }, copy.dates.wrong('soon')],
    [{ query: 'ferry', until: '31 June 2025' }, copy.dates.wrong('31 June 2025')],
    [{ query: 'ferry', since: '2026', until: '2025' }, copy.dates.reversed('2026', '2025')],
    [{ query: 'ferry', document: 'boats' }, copy.sources.unknown('boats')],
  ])('%j is told to the one who asks', async (options, said) => {
    const { message, ephemeral } = await searched(options);
    expect(ephemeral).toBe(true);
    expect(textOf(message)).toContain(said);
  });

  test('nothing found comes with what may find more', async () => {
    const { message } = await searched({ query: '"no such words" at all', since: '2025' });
    const text = textOf(message);
    for (const line of [copy.search.none, copy.search.withoutQuotes, copy.search.withoutFilters])
      expect(text).toContain(line);
  });
});

test('who wants so sees the results alone', async () => {
  expect((await searched({ query: 'ferry', private: true })).ephemeral).toBe(true);
});

describe('while one types', () => {
  test('titles and headings are suggested, each once', async () => {
    expect(await suggested('query', 'fer')).toEqual([{ name: 'The ferries', value: 'The ferries' }]);
    expect((await suggested('query', 'colo')).map(({ name }) => name)).toEqual(['Colours']);
  });

  test('documents with one title are told apart, and what is shown is understood', async () => {
    const names = (await suggested('document', 'ferries')).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      const { message } = await searched({ query: 'ferry', document: name });
      expect(textOf(message)).toContain(copy.search.filtered({ document: 'The ferries' }));
    }
  });
});
