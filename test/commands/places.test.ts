import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import type { Store } from '../../src/store/store.js';
import { attachment, drafted } from '../support/knowledge-base.js';
import {
  button,
  type ModeratedServer,
  openServer,
  selectsIn,
  textOf,
  whole,
} from '../support/moderated-server.js';

// Where the bot is used: direct messages, groups, servers that have not added it, and such as have removed it.

const DAY = 24 * 60 * 60 * 1_000;
const question = 'When does the ferry to the island leave?';
const unanswered = 'Who poisoned the abbot?';
const elsewhere: readonly As[] = [
  { user: 'member', place: 'dm' },
  { user: 'member', place: 'group' },
  { user: 'member', guild: 'foreign' },
];
const away: As = { user: 'member', guild: 'other' };
const other = () => server.playground.world.guilds.other.id;

let server: ModeratedServer;
let store: Store;

beforeEach(async () => {
  server = await openServer({
    files: {
      'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n',
      'asked/ferry.yaml': `- answer: The ferry to the island leaves at noon.\n  asked: ["${question}"]\n`,
    },
    wrapStore: (opened) => {
      store = opened;
      return opened;
    },
  });
});

afterEach(() => server.end());

async function ask(text: string, as: As): Promise<APIMessage> {
  return whole(await server.playground.use({ command: 'ask', options: { question: text }, ...as }));
}

/** The rows that tell of servers and of what members asked. */
async function kept(): Promise<unknown> {
  const guilds = await store.guilds();
  const { foreign } = server.playground.world.guilds;
  return { guilds, asked: await store.questions(foreign.id, 10), reports: await store.reports(foreign.id) };
}

/** A document of the other server's own, and then the bot is taken out of that server. */
async function leaveBehind(): Promise<void> {
  const { library, playground } = server;
  const request = { collection: `guild:${other()}`, by: 'mod' } as const;
  const own = attachment('mill.md', '# Mill\n\nThe mill belongs to the miller’s daughter.\n');
  await library.publish(drafted(await library.add(request, own)), 'mod');
  playground.removeBot('other');
  await expect.poll(() => store.guilds()).not.toContain(other());
}

describe('in direct messages, groups and servers that have not added the bot', () => {
  test.each(elsewhere)('the shared documents answer, and nothing is kept: %o', async (as) => {
    const before = await kept();
    const answered = await ask(question, as);
    expect(textOf(answered)).toContain('at noon');
    expect(JSON.stringify(answered.components)).not.toContain('ask:thumb');
    const declined = await ask(unanswered, as);
    expect(textOf(declined)).toContain(copy.ask.none);
    expect(textOf(declined)).not.toContain(copy.ask.moderatorsSee);
    expect(await kept()).toEqual(before);
  });

  test.each(elsewhere)(
    'members are helped, see the documents, and are suggested questions: %o',
    async (as) => {
      const listed = await whole(await server.playground.use({ command: 'sources', ...as }));
      expect(textOf(listed)).toContain('Ferry');
      const choices = await server.playground.autocomplete({
        command: 'ask',
        options: { question: 'ferry' },
        focused: 'question',
        ...as,
      });
      expect(choices.map(({ name }) => name)).toEqual([question]);
      const offered = server.playground.offered(as).map(({ name }) => name);
      expect(offered).toEqual(expect.arrayContaining(['ask', 'help', 'privacy', 'sources']));
      expect(offered).not.toContain('knowledge');
    },
  );

  test.each(elsewhere)(
    'buttons and selects below an answer work, and keep nothing either: %o',
    async (as) => {
      const before = await kept();
      const help = await whole(await server.playground.use({ command: 'help', ...as }));
      const tried = await server.press(help, question, as);
      expect(textOf(tried)).toContain('at noon');
      const [select] = selectsIn(tried);
      expect(select?.custom_id ?? 'ask:related:unkept').toBe('ask:related:unkept');
      expect(await kept()).toEqual(before);
    },
  );

  test('a member has so many questions a minute in all of them together', async () => {
    const asked: string[] = [];
    for (let time = 0; time < 4; time++)
      for (const as of elsewhere) asked.push(textOf(await ask(question, as)));
    expect(asked.filter((text) => text.includes('at noon'))).toHaveLength(10);
    expect(asked.at(-1)).toContain(copy.ask.tooMany(10));
    // A server that has added the bot counts by itself.
    expect(textOf(await ask(question, { user: 'member' }))).toContain('at noon');
  });
});

describe('in a server that has removed the bot', () => {
  test('its own documents still answer, and are kept for thirty days from when they did last', async () => {
    await leaveBehind();
    const asked = () => ask('Who does the mill belong to?', away);
    const left = server.bench.now.getTime();
    const purgedAt = async (day: number) => {
      server.bench.now = new Date(left + day * DAY);
      return (await store.purge()).guilds;
    };
    expect(await purgedAt(29)).toEqual([]);
    expect(textOf(await asked())).toContain('daughter');
    await expect.poll(() => purgedAt(30)).toEqual([]);
    expect(await purgedAt(58)).toEqual([]);
    expect(await purgedAt(59)).toEqual([other()]);
    await expect.poll(async () => textOf(await asked())).not.toContain('daughter');
  });

  test('nothing that members ask is noted, and buttons from before count nothing', async () => {
    const answered = await ask(question, { user: 'member', guild: 'other' });
    const { library } = server;
    await leaveBehind();
    await ask(unanswered, away);
    const pressed = await server.playground.press(answered, button(answered, copy.ask.up), away);
    expect(textOf(pressed.followUps.at(-1) ?? pressed.message)).toContain(copy.ask.notCounted);
    expect(await library.questions(other())).toEqual([]);
  });

  test('its moderators change nothing until they have added it again', async () => {
    const moderator: As = { user: 'moderator', guild: 'other' };
    const status = await server.postButton('other', 'knowledge:history:server');
    await leaveBehind();
    const pressed = await server.playground.press(status, 'knowledge:history:server', moderator);
    expect(textOf(pressed.followUps.at(-1) ?? pressed.message)).toContain(
      copy.knowledge.refusal['not-added'],
    );
    server.playground.addBot('other');
    await expect.poll(() => store.guilds()).toContain(other());
    const again = await server.playground.press(status, 'knowledge:history:server', moderator);
    expect(textOf(again.message)).toContain(copy.knowledge.history.title(false));
  });
});
