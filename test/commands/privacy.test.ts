import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import { RETENTION } from '../../src/library/library.js';
import { button, type ModeratedServer, openServer, textOf, whole } from '../support/moderated-server.js';

// What members are told of what is kept, and how they delete it.

const words = copy.privacy;
const question = 'When does the ferry leave?';
const member: As = { user: 'member' };
const home = () => server.playground.homeGuildId;

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({ files: { 'ferry.md': '# Ferry\n\nThe ferry leaves at noon.\n' } });
});

afterEach(() => server.end());

async function privacy(as: As = member) {
  const exchange = await server.playground.use({ command: 'privacy', ...as });
  expect(exchange.ephemeral).toBe(true);
  return whole(exchange);
}

describe('/privacy', () => {
  test('says what this server keeps of questions, by its settings', async () => {
    const kept = textOf(await privacy());
    expect(kept).toContain(words.kept(RETENTION));
    expect(kept).toContain('90 days');
    expect(kept).toContain(words.reports(RETENTION));
    expect(kept).toContain(words.left(RETENTION));
    expect(kept).not.toContain(words.off);
    await server.library.saveSettings(home(), { questionLog: false }, 'mod');
    const off = textOf(await privacy());
    expect(off).toContain(words.off);
    expect(off).not.toContain(words.kept(RETENTION));
  });

  test('says that nothing is kept in direct messages, and where the server has not added the bot', async () => {
    for (const place of [{ place: 'dm' }, { place: 'group' }, { guild: 'foreign' }] as const) {
      const text = textOf(await privacy({ ...member, ...place }));
      expect(text).toContain(words.away);
      expect(text).not.toContain(words.kept(RETENTION));
    }
  });

  test.each(Object.entries(LANGUAGES))('has room for all of it in %s', async (locale, said) => {
    const text = textOf(await privacy({ ...member, locale }));
    expect(text).toContain(said.privacy.host);
    expect(text).not.toContain(said.reply.shortened);
    for (const place of [{ place: 'dm' }, {}] as const) {
      const asked = await server.press(await privacy({ ...member, ...place, locale }), said.privacy.delete, {
        ...member,
        locale,
      });
      expect(textOf(asked)).toContain(said.privacy.sure);
    }
  });

  test('deletes thumbs and reports of the member in all servers, once that is confirmed', async () => {
    const { library, playground } = server;
    const document = (await library.current(null)).documents[0] ?? expect.fail('no document');
    const report = { question, document, span: { start: 0, end: 5 }, revision: { shared: 1 } };
    for (const { id } of [playground.world.guilds.home, playground.world.guilds.other])
      for (const { id: who } of [playground.world.users.member, playground.world.users.editor]) {
        await library.noteThumb(id, {}, question, who, { verdict: 'answered', isUp: true });
        await library.noteReport(id, who, { reason: 'other', ...report });
      }
    const page = await privacy();
    const asked = await server.press(page, words.delete, member);
    expect(textOf(asked)).toContain(words.sure);
    const back = await server.press(asked, words.no, member);
    expect(textOf(back)).toBe(textOf(page));
    expect(await library.reports(home())).toHaveLength(2);
    const again = await server.press(back, words.delete, member);
    const done = await server.press(again, words.yes, member);
    expect(textOf(done)).toContain('2 thumbs and 2 reports');
    for (const { id } of [playground.world.guilds.home, playground.world.guilds.other]) {
      expect(await library.reports(id)).toHaveLength(1);
      expect((await library.questions(id))[0]?.thumbs.answered).toEqual({ up: 1, down: 0 });
    }
    const once = await server.press(
      await server.press(await privacy(), words.delete, member),
      words.yes,
      member,
    );
    expect(textOf(once)).toContain(words.deleted({ thumbs: 0, reports: 0 }));
  });

  test('looks for them only as often as a member may ask', async () => {
    await server.library.saveSettings(home(), { questionsPerMinute: 1 }, 'mod');
    const asked = await server.press(await privacy(), words.delete, member);
    const yes = button(asked, words.yes);
    await server.playground.use({ command: 'ask', options: { question }, ...member });
    const refused = await server.playground.press(asked, yes, member);
    expect(textOf(refused.followUps.at(-1) ?? refused.message)).toContain(copy.ask.tooMany(1));
  });
});

test('the privacy policy has the same numbers', () => {
  const policy = readFileSync('docs/privacy.md', 'utf8').replace(/\s+/g, ' ');
  const { questionDays, questions, reportDays, reports, reportsOfMember, draftDays, guildDays } = RETENTION;
  const number = (value: number) => value.toLocaleString('en');
  expect(policy).toContain(
    `${questionDays} days after it was asked last; at most ${number(questions)} of a server`,
  );
  expect(policy).toContain(
    `${reportDays} days; at most ${number(reports)} of a server and ${reportsOfMember} of a member in it`,
  );
  expect(policy).toContain(`${draftDays === 1 ? 'a day' : `${draftDays} days`}, or until`);
  expect(policy).toContain(`${guildDays} days after the server has removed the bot`);
});
