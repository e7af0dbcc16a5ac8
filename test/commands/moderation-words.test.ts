import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { de } from '../../src/copy/de/de.js';
import { en as copy } from '../../src/copy/en/en.js';
import {
  button,
  type ModeratedServer,
  markdownOf,
  moderator,
  openServer,
  textOf,
  whole,
} from '../support/moderated-server.js';

// What moderators read: which documents are meant, what was done, and how to take it back.

const words = copy.knowledge;
const shared = words.collection.title(true);
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';
const question = 'When does the ferry to the island leave?';

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({
    files: { 'ferry.md': ferry, 'market.md': '# Market\n\nIt opens on Tuesday.\n' },
  });
});

afterEach(() => server.end());

const knowledge: ModeratedServer['knowledge'] = (...use) => server.knowledge(...use);
const press: ModeratedServer['press'] = (...what) => server.press(...what);

/** Edits a file of the knowledge folder and publishes that, as a moderator does. */
async function publish(path: string, text: string) {
  await server.bench.write(path, text);
  return press(await knowledge('refresh'), words.preview.publish);
}

/** Presses Undo, and gives what is said aside, however long that takes. */
async function undo(message: APIMessage | undefined, as: As = moderator): Promise<APIMessage> {
  const id = button(message, words.published.undo);
  const exchange = await server.playground.press(message ?? expect.fail('no message'), id, as);
  const shown = () => exchange.followUps.at(-1) ?? exchange.message;
  while (!/Preview:|Vorschau:|Only members/.test(textOf(shown()))) await exchange.changed();
  return shown() ?? expect.fail('no message');
}

describe('undo on what was published', () => {
  test('previews the state before, and publishes nothing by itself', async () => {
    const published = await publish('ferry.md', ferry.replace('noon', 'nine'));
    expect(textOf(published)).toContain(shared);
    const preview = await undo(published);
    expect(textOf(preview)).toContain(words.preview.title('rollback', true, 1));
    expect(textOf(preview)).not.toContain('was published');
    expect(await server.ask(question)).toContain('at nine');
    await press(preview, words.preview.publish);
    expect(await server.ask(question)).toContain('at noon');
  });

  test('says that more was published since', async () => {
    const published = await publish('ferry.md', ferry.replace('noon', 'nine'));
    await publish('market.md', '# Market\n\nIt opens on Friday.\n');
    expect(textOf(await undo(published))).toContain(words.published.since(2, 3));
  });

  test('is refused to others, and works after a restart', async () => {
    const published = await publish('ferry.md', ferry.replace('noon', 'nine'));
    const posted = await server.postButton('home', button(published, words.published.undo));
    const member = await server.playground.press(posted, button(posted, 'Press'), {});
    expect(textOf(await whole(member))).toContain('Only members who may manage this server');
    await server.restart();
    expect(textOf(await undo(published))).toContain(words.preview.title('rollback', true, 1));
  });
});

test('refusals, steps and what was discarded name the documents that are meant', async () => {
  expect(textOf(await knowledge('refresh'))).toContain(`${words.proposal.unchanged}\n-# ${shared}`);
  expect(textOf(await knowledge('rollback', { revision: 9 }))).toMatch(
    new RegExp(`no revision 9.*\\n-# ${shared}`),
  );
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const discarded = await press(await knowledge('refresh'), words.preview.discard);
  expect(textOf(discarded)).toBe(`${words.published.discarded}\n-# ${shared}`);
});

test('history and choices of a rollback say which documents, and when', async () => {
  await publish('bakery.md', '# Bakery\n\nIt sells bread from six.\n');
  await publish('ferry.md', ferry.replace('noon', 'nine'));
  await publish('harbour.md', '# Harbour\n\nIt is deep.\n');
  const text = textOf(await knowledge('history'));
  expect(text).toContain('published revision 2: refresh, added Bakery');
  expect(text).toContain('published revision 3: refresh, changed Ferry');
  const choices = () =>
    server.playground.autocomplete({
      command: 'knowledge rollback',
      options: { revision: '' },
      focused: 'revision',
      ...moderator,
    });
  const [first] = await choices();
  expect(first).toEqual({ name: '3 · 1 Mar 2026, 12:00 UTC · refresh, changed Ferry', value: 3 });
  await server.library.saveSettings(server.playground.homeGuildId, { scheduleZone: 'Asia/Tokyo' }, 'mod');
  expect((await choices())[0]?.name).toMatch(/^3 · 1 Mar 2026, 21:00 GMT\+9 · /);
});

test('a changed word is marked in its line', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const preview = markdownOf(await knowledge('refresh'));
  expect(preview).toContain(
    '- The ferry to the island leaves at ⟦noon⟧.\n+ The ferry to the island leaves at ⟦nine⟧.',
  );
});

test('a posted report stays in the language of the server, whoever turns its pages or publishes it', async () => {
  const channel = server.playground.world.guilds.home.channels.find(({ name }) => name === 'reports');
  const id = channel?.id ?? expect.fail('no channel for reports');
  await server.library.saveSettings(
    server.playground.homeGuildId,
    { schedule: '0 * * * *', reportChannel: id },
    'mod',
  );
  await server.bench.remove('market.md');
  for (let at = 0; at < 140; at++)
    await server.bench.write(`note-${at}.md`, `# Note ${at}\n\nSomething stands here.\n`);
  server.bench.now = new Date(server.bench.now.getTime() + 3_600_000);
  await server.lookAtSchedules();
  const report = server.playground.read({ channel: 'reports' }).at(-1) ?? expect.fail('no report');
  const german = { ...moderator, locale: 'de' } as const;
  const second = await server.playground.press(report, button(report, copy.reply.next), german);
  expect(textOf(second.message)).toContain('Page 2 of');
  const published = await server.playground.press(report, button(report, words.preview.publish), german);
  expect(textOf(await whole(published))).toContain('Published as revision 2');
  // What the moderator alone sees is in their language.
  expect(textOf(await undo(published.message, german))).toContain(
    de.knowledge.preview.title('rollback', true, 1),
  );
});
