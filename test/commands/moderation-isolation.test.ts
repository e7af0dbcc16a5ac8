import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import type { GuildName } from '../../playground/world.js';
import { en as copy } from '../../src/copy/en/en.js';
import { drafted } from '../support/knowledge-base.js';
import { type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';

// What moderators and members of one server write is never seen in another, wherever one looks.

let server: ModeratedServer;

beforeAll(async () => {
  server = await openServer({ files: { 'market.md': '# Market\n\nThe market opens on Tuesday.\n' } });
});

afterAll(() => server.end());

/** Makes a question a known one of a server, and sees that it is offered there. */
async function teach(guild: GuildName, question: string): Promise<void> {
  const { id: guildId } = server.playground.world.guilds[guild];
  const put = [{ question, answers: [{ document: 'market', text: 'The market opens on Tuesday.' }] }];
  const request = { collection: `guild:${guildId}`, by: 'moderator', guildId } as const;
  await server.library.publish(drafted(await server.library.teach(request, { put })), 'moderator', true);
  const options = { question };
  const use = { command: 'ask', options, focused: 'question', guild };
  expect(await server.playground.autocomplete(use)).toMatchObject([{ value: question }]);
}

const guilds: readonly GuildName[] = ['home', 'other'];
const otherThan = (guild: GuildName): GuildName => (guild === 'home' ? 'other' : 'home');

/** All that can be seen in a server: of documents, of a question, and in what moderators alone see. */
async function everythingSeen(guild: GuildName, question: string): Promise<string> {
  const { playground } = server;
  const as: As = { ...moderator, guild };
  const typing = (command: string, option: string, typed = '') =>
    playground.autocomplete({ command, options: { [option]: typed }, focused: option, ...as });
  const own = { collection: 'server' };
  // With what one may ask next.
  const { message } = await playground.use({ command: 'ask', options: { question }, guild });
  const answer = JSON.stringify(message?.components);
  // What it would change is asked of the questions that were asked in this server last.
  const bytes = Buffer.from('# Opening\n\nThe bazaar opens on Friday at dawn.\n');
  let preview = '';
  const previewed = async () => {
    preview = textOf(await server.knowledge('add', { file: { filename: 'opening.md', bytes } }, as));
    return preview;
  };
  // An answer does not wait until its question is noted.
  await expect.poll(previewed, { timeout: 20_000 }).toContain('When does the bazaar open');
  return [
    preview,
    answer,
    textOf((await playground.use({ command: 'sources', guild })).message),
    ...(await typing('sources', 'document')).map(({ name, value }) => `${name} ${value}`),
    ...(await typing('ask', 'question')).map(({ name }) => name),
    ...(await typing('ask', 'question', 'when does the market open')).map(({ name }) => name),
    ...(await typing('knowledge remove', 'document')).map(({ name, value }) => `${name} ${value}`),
    textOf(await server.knowledge('questions', {}, as)),
    textOf(await server.knowledge('questions', { view: 'known' }, as)),
    ...(await typing('knowledge rollback', 'revision')).map(({ name, value }) => `${name} ${value}`),
    textOf(await server.knowledge('list', own, as)),
    textOf(await server.knowledge('history', own, as)),
    textOf(await server.knowledge('refresh', own, as)),
  ].join('\n');
}

test('documents and questions of one server never appear in another', async () => {
  const words = fc.string({ minLength: 6, maxLength: 10, unit: fc.constantFrom(...'bdfgklmnprstvz') });
  const step = fc.record({
    guild: fc.constantFrom(...guilds),
    // A number makes it a word that no other step, and no text of ours, has.
    secret: fc.tuple(words, fc.nat(1e6)).map(([word, number]) => `${word}q${number}x`),
    kind: fc.constantFrom('document', 'draft', 'question', 'known'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      // Nobody asks too much in a minute.
      server.bench.now = new Date(server.bench.now.getTime() + 60_000);
      for (const { guild, secret, kind } of steps) {
        const as: As = { ...moderator, guild };
        if (kind === 'question')
          await server.ask(`When does the bazaar open, ${secret}?`, { guild, user: 'editor' });
        else if (kind === 'known') await teach(guild, `When does the market open, ${secret}?`);
        else {
          const text = `# The ${secret}\n\nThe ${secret} opens on Tuesday.\n`;
          const file = { filename: `${secret}.md`, bytes: Buffer.from(text) };
          const preview = await server.knowledge('add', { file }, as);
          expect(textOf(preview)).toContain(secret);
          if (kind === 'document') await server.press(preview, copy.knowledge.preview.publish, as);
        }
      }
      for (const { guild, secret } of steps) {
        const there = await everythingSeen(otherThan(guild), 'When does the bazaar open?');
        expect(there).not.toContain(secret);
        const options = { document: `server/${secret}` };
        const named = await server.playground.use({ command: 'sources', options, guild: otherThan(guild) });
        expect(textOf(named.message)).toMatch(/^I have no document called/);
        // What is asked there is shown there, and says nothing of the other.
        expect(
          await server.ask(`What of ${secret}?`, { guild: otherThan(guild), user: 'owner' }),
        ).not.toMatch(new RegExp(`> .*${secret}`));
      }
    }),
    // What was published stays, so that a smaller example would be another one.
    { numRuns: 4, endOnFailure: true },
  );
});

test('a button of another server’s preview does nothing', async () => {
  const bytes = Buffer.from('# Secret\n\nThe secret opens on Tuesday.\n');
  const preview = await server.knowledge(
    'add',
    { file: { filename: 'secret.md', bytes } },
    { ...moderator, guild: 'other' },
  );
  const id = /"knowledge:publish:([\w-]+)"/.exec(JSON.stringify(preview))?.[1] ?? expect.fail('no draft');
  const draft = await server.library.draft(id);
  expect(draft?.collection).toBe(`guild:${server.playground.world.guilds.other.id}`);
  const posted = await server.postButton('home', `knowledge:publish:${id}`);
  const pressed = await server.playground.press(posted, `knowledge:publish:${id}`, moderator);
  expect(textOf(pressed.message)).toBe(copy.knowledge.refusal['other-server']);
  expect(await server.library.draft(id)).toBeDefined();
});
