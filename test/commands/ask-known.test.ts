import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { schemaErrors } from '../../playground/rest/schema.js';
import { en as copy } from '../../src/copy/en/en.js';
import { drafted } from '../support/knowledge-base.js';
import { type ModeratedServer, openServer, selectsIn, textOf } from '../support/moderated-server.js';

// Known questions as members meet them, with the real client: while they type, and below an answer.

const founded = 'Stepwise founded the Harbour Pact in May 2024.';
const members = 'Nine firms belong to the alliance by now.';
const office = 'A secretariat works in Hainan.';
const board = 'Mo Zhi chairs its board.';
const pier = 'The pier is painted green.';
const long = `Who ${'really '.repeat(20)}founded the Harbour Pact?`;

const files = {
  'pact.md': `# Pact\n\n${founded}\n\n${members}\n\n${office} ${board}\n`,
  'pier.md': `# Pier\n\n${pier}\n`,
  'asked/pact.yaml': `
- answer: ${founded}
  asked: ["${long}", Who founded the Harbour Pact?, When was the Harbour Pact founded?]
- answer: ${members}
  asked: [How many firms belong to the alliance?, 有多少公司加入了联盟？]
- answer: ${office}
  asked: [Where does the secretariat work?]
- answer: ${board}
  asked: [Who chairs the board?]
`,
};
const home: As = { guild: 'home' };
const other: As = { guild: 'other' };

let server: ModeratedServer;

beforeAll(async () => {
  server = await openServer({ files });
  const guildId = server.playground.world.guilds.other.id;
  const put = [{ question: 'What colour is the pier?', answers: [{ document: 'pier', text: pier }] }];
  const request = { collection: `guild:${guildId}`, by: 'mod', guildId } as const;
  await server.library.publish(drafted(await server.library.teach(request, { put })), 'mod', true);
});

afterAll(() => server.end());

describe('while a question is typed', () => {
  async function suggested(typed: string, as: As = home): Promise<string[]> {
    const options = { question: typed };
    const choices = await server.playground.autocomplete({
      command: 'ask',
      options,
      focused: 'question',
      ...as,
    });
    expect(schemaErrors('choices callback', { type: 8, data: { choices } })).toEqual([]);
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { name, value } of choices) {
      expect(value).toBe(name);
      expect(name.length).toBeLessThanOrEqual(100);
    }
    return choices.map(({ name }) => name);
  }

  test('known questions are offered, of each answer one, and none that would have to be cut', async () => {
    expect(await suggested('who')).toEqual(['Who founded the Harbour Pact?', 'Who chairs the board?']);
    expect(await suggested('who really')).toEqual([]);
    expect(await suggested('secretariate wor')).toEqual(['Where does the secretariat work?']);
    expect(await suggested('what is the price of tea')).toEqual([]);
  });

  test('before anything is typed, one sees what can be asked, in one’s own language first', async () => {
    const all = await suggested('', other);
    expect(all).toEqual([
      'Who founded the Harbour Pact?',
      'What colour is the pier?',
      'How many firms belong to the alliance?',
      'Where does the secretariat work?',
      'Who chairs the board?',
    ]);
    const [first] = await suggested('', { ...other, locale: 'zh-CN' });
    expect(first).toBe('有多少公司加入了联盟？');
  });

  test('one server’s questions are offered in that server alone', async () => {
    expect(await suggested('what colour', other)).toEqual(['What colour is the pier?']);
    for (const typed of ['what colour', 'pier', ''])
      expect(await suggested(typed, home)).not.toContain('What colour is the pier?');
  });

  test('what was picked is asked, and so is what was typed', async () => {
    const [picked = ''] = await suggested('how many m');
    expect(await server.ask(picked, home)).toContain('Nine');
    expect(await server.ask('how many firms belong to it', home)).toContain('Nine');
  });

  test('the longest text that can be typed is no harm', async () => {
    for (const unit of ['a ', '的', '😀', '@everyone ']) await suggested(unit.repeat(500).slice(0, 500));
  });
});

describe('below an answer', () => {
  const question = 'Who founded the Harbour Pact?';

  async function answered(asked: string, as: As): Promise<APIMessage> {
    const { message } = await server.playground.use({ command: 'ask', options: { question: asked }, ...as });
    return message ?? expect.fail('no message');
  }

  const offered = (message: APIMessage) => selectsIn(message)[0]?.options.map(({ label }) => label);

  /** What the one who chooses sees, and whether they alone do. */
  async function choose(message: APIMessage, value: string, as: As) {
    const exchange = await server.playground.select(
      message,
      selectsIn(message)[0]?.custom_id ?? '',
      [value],
      as,
    );
    expect(exchange.ephemeral || exchange.followUps.length > 0).toBe(true);
    return exchange.followUps.at(-1) ?? exchange.message ?? expect.fail('no message');
  }

  test('related questions are offered, none of which is answered there or is the one that was asked', async () => {
    const message = await answered(question, { ...home, user: 'owner' });
    expect(textOf(message)).toContain('in May 2024');
    expect(selectsIn(message)[0]?.placeholder).toBe(copy.ask.related);
    expect(offered(message)).toEqual([
      'How many firms belong to the alliance?',
      'Where does the secretariat work?',
      'Who chairs the board?',
    ]);
  });

  test('the one who chooses gets the answer alone, with related ones of its own; the message stays', async () => {
    const message = await answered(question, { ...home, user: 'owner' });
    const [value = ''] = offered(message) ?? [];
    const reply = await choose(message, value, { ...home, user: 'member' });
    expect(textOf(reply)).toContain(`**${value}**`);
    expect(selectsIn(reply)[0]?.options.map(({ label }) => label)).not.toContain(value);
    const read = (user: As['user']) =>
      server.playground.read({ ...home, ...(user && { user }) }).map(({ id }) => id);
    expect(read('member')).toContain(reply.id);
    expect(read('owner')).not.toContain(reply.id);
    const stays = server.playground.read(home).find(({ id }) => id === message.id);
    expect(textOf(stays)).toBe(textOf(message));
    expect(offered(stays ?? message)).toEqual(offered(message));
  });

  test('it works after a restart, and where the question is no longer a known one', async () => {
    const message = await answered(question, { ...home, user: 'owner' });
    const [value = ''] = offered(message) ?? [];
    await server.bench.write('asked/pact.yaml', '[]\n');
    const shared = { collection: 'shared', by: 'host' } as const;
    await server.library.publish(drafted(await server.library.refresh(shared)), 'host', true);
    await server.restart();
    const reply = await choose(message, value, { ...home, user: 'moderator' });
    expect(textOf(reply)).toContain(`**${value}**`);
    expect(selectsIn(reply)[0]).toBeUndefined();
    await server.bench.write('asked/pact.yaml', files['asked/pact.yaml']);
    await server.library.publish(drafted(await server.library.refresh(shared)), 'host', true);
  });

  test('it counts as a question, of which a member has so many a minute', async () => {
    const message = await answered(question, { ...home, user: 'owner' });
    const [value = ''] = offered(message) ?? [];
    const as: As = { ...home, user: 'editor' };
    for (let count = 0; count < 10; count++) await choose(message, value, as);
    expect(textOf(await choose(message, value, as))).toContain(copy.ask.tooMany(10));
    expect(await server.ask(question, as)).toContain(copy.ask.tooMany(10));
  });

  test('what the documents do not answer has none', async () => {
    expect(selectsIn(await answered('Who sells bananas in Lisbon?', home))[0]).toBeUndefined();
  });
});
