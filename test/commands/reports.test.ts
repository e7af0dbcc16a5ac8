import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import type { Exchange } from '../../playground/member/exchange.js';
import { en as copy } from '../../src/copy/en/en.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import { createChannels } from '../../src/discord/channels.js';
import { button, type ModeratedServer, openServer, textOf, whole } from '../support/moderated-server.js';
import { login } from '../support/playground-client.js';

// A member says what is wrong with an answer, and moderators read it beside the passage.

const words = copy.report;
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';
const question = 'When does the ferry to the island leave?';
const member: As = { user: 'member' };
const editor: As = { user: 'editor' };
const home = () => server.playground.homeGuildId;

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({ files: { 'ferry.md': ferry } });
});

afterEach(() => server.end());

/** The thanks that a member gets for a thumb down on an answer. */
async function thumbDown(as: As = member, asked = question): Promise<APIMessage> {
  const { message } = await server.playground.use({ command: 'ask', options: { question: asked }, ...as });
  return server.press(message ?? expect.fail('no answer'), copy.ask.down, as);
}

/** Opens the form below the thanks. */
async function openForm(thanks: APIMessage, as: As = member): Promise<Exchange> {
  return server.playground.press(thanks, button(thanks, words.button), as);
}

async function report(fields: Record<string, string>, as: As = member): Promise<APIMessage> {
  return whole(await server.playground.submitModal(await openForm(await thumbDown(as), as), fields, as));
}

const list = (options = {}) => server.knowledge('questions', { view: 'reports', ...options });

describe('a report', () => {
  test('is offered after a thumb down alone, to the one who pressed it', async () => {
    const { message } = await server.playground.use({ command: 'ask', options: { question } });
    const up = await server.press(message ?? expect.fail('no answer'), copy.ask.up, member);
    expect(textOf(up)).toContain(copy.ask.thanks);
    expect(JSON.stringify(up.components)).not.toContain(words.button);
    const down = await thumbDown();
    expect(textOf(down)).toContain(words.offer);
    expect(textOf(down)).toContain(copy.ask.thanks);
  });

  test('reaches the moderators with reason, words, question, passage and revision, without its sender', async () => {
    const sent = await report({ reason: 'outdated', words: 'It *leaves* at one now. <@&1>' });
    expect(textOf(sent)).toContain(words.thanks);
    expect(JSON.stringify(sent.components)).not.toContain('ask:report');
    const shown = await list();
    const text = textOf(shown);
    expect(text).toContain(words.list(1));
    expect(text).toContain(words.reasons.outdated);
    expect(text).toContain('“It *leaves* at one now. <@&1>”');
    expect(text).toContain(question);
    expect(text).toContain('> The ferry to the island leaves at noon.');
    expect(text).toContain('revision 1');
    const { id, username } = server.playground.world.users.member;
    expect(JSON.stringify(shown.components)).not.toContain(id);
    expect(text.toLowerCase()).not.toContain(username);
  });

  test('needs no words, and one on the same passage replaces what the member said before', async () => {
    await report({ reason: 'other' });
    await report({ reason: 'not-said' });
    server.bench.now = new Date(server.bench.now.getTime() + 1_000);
    await report({ reason: 'no-answer' }, editor);
    const text = textOf(await list());
    expect(text).toContain(words.list(2));
    expect(text).not.toContain(words.reasons.other);
    expect(text.indexOf(words.reasons['no-answer'])).toBeLessThan(text.indexOf(words.reasons['not-said']));
  });

  test('says which passage is meant, of those that were shown', async () => {
    await server.bench.write('pier.md', '# Pier\n\nThe ferry leaves the island from the old pier.\n');
    const preview = await server.knowledge('refresh', { collection: 'shared' });
    await server.press(preview, copy.knowledge.preview.publish);
    const opened = await openForm(await thumbDown(member, 'When and from where does the ferry leave?'));
    const places = JSON.stringify(opened.modal?.components);
    expect(places).toContain('at noon.');
    const [, passage = ''] = /"label":"[^"]*old pier\.","value":"(\d)"/.exec(places) ?? [];
    await server.playground.submitModal(opened, { passage, reason: 'source' }, member);
    const text = textOf(await list());
    expect(text).toContain('> The ferry leaves the island from the old pier.');
    expect(text).not.toContain('at noon');
    expect(text).toContain('revision 2');
  });

  test('has a form that Discord takes in every language', async () => {
    for (const [locale, said] of Object.entries(LANGUAGES)) {
      const as = { user: 'owner', locale } as const;
      const { message } = await server.playground.use({ command: 'ask', options: { question }, ...as });
      const thanks = await server.press(message ?? expect.fail('no answer'), said.ask.down, as);
      const opened = await server.playground.press(thanks, button(thanks, said.report.button), as);
      expect(opened.modal?.title).toBe(said.report.title);
      // Asking and reporting count as questions, and an hour later there are others.
      server.bench.now = new Date(server.bench.now.getTime() + 3_600_000);
    }
  });

  test('is not taken once the server keeps no questions, whichever step it is at', async () => {
    const opened = await openForm(await thumbDown());
    const thanks = await thumbDown(editor);
    await server.library.saveSettings(home(), { questionLog: false }, 'mod');
    const sent = await whole(await server.playground.submitModal(opened, { reason: 'other' }, member));
    expect(textOf(sent)).toContain(words.notTaken);
    const pressed = await openForm(thanks, editor);
    expect(textOf(pressed.followUps.at(-1) ?? pressed.message)).toContain(words.notTaken);
    const { message } = await server.playground.use({ command: 'ask', options: { question } });
    expect(JSON.stringify(message?.components)).not.toContain('ask:thumb');
    expect(textOf(await list())).toContain(copy.knowledge.questions.off);
    await server.library.saveSettings(home(), {}, 'mod');
    expect(await server.library.reports(home())).toEqual([]);
  });

  test('is on what the member saw, also where something else is live by then', async () => {
    const thanks = await thumbDown();
    await server.bench.write('ferry.md', ferry.replace('noon', 'one'));
    const preview = await server.knowledge('refresh', { collection: 'shared' });
    await server.press(preview, copy.knowledge.preview.publish);
    const opened = await openForm(thanks);
    expect(JSON.stringify(opened.modal)).toContain('at noon.');
    await server.playground.submitModal(opened, { reason: 'outdated' }, member);
    const text = textOf(await list());
    expect(text).toContain(words.changed('Ferry'));
    expect(text).toContain('“The ferry to the island leaves at noon.”');
    expect(text).toContain('revision 1');
  });

  test('is not taken of a text that was withdrawn, whichever step it is at', async () => {
    const thanks = await thumbDown(editor);
    const opened = await openForm(await thumbDown());
    await server.library.takedown('shared', 'ferry', 'asked', 'host');
    const sent = await whole(await server.playground.submitModal(opened, { reason: 'other' }, member));
    expect(textOf(sent)).toContain(words.gone);
    const pressed = await openForm(thanks, editor);
    expect(textOf(pressed.followUps.at(-1) ?? pressed.message)).toContain(words.gone);
    expect(await server.library.reports(home())).toEqual([]);
  });

  test('can be sent below an answer of an earlier release, which does not say what it was', async () => {
    const client = await login(server.playground);
    const { channels } = server.playground.world.guilds.home;
    await createChannels(() => client).post(home(), channels[0]?.id ?? '', () => ({
      tone: 'answer',
      blocks: [{ kind: 'text', line: [{ bold: question }] }],
      buttons: [{ label: copy.ask.down, customId: 'ask:thumb:down' }],
    }));
    await client.destroy();
    const answered = server.playground.read(member).at(-1) ?? expect.fail('nothing was posted');
    const opened = await openForm(await server.press(answered, copy.ask.down, member));
    await server.playground.submitModal(opened, { reason: 'other' }, member);
    expect(await server.library.reports(home())).toMatchObject([
      { question, passage: { document: 'ferry' } },
    ]);
  });

  test('can be sent after a restart, from a message of before', async () => {
    const thanks = await thumbDown();
    await server.restart();
    const opened = await openForm(thanks);
    await server.restart();
    await server.playground.submitModal(opened, { reason: 'source' }, member);
    expect(await server.library.reports(home())).toMatchObject([{ reason: 'source', question }]);
  });
});

describe('the list of reports', () => {
  test('says so where there are none, and is led to from the list of questions', async () => {
    expect(textOf(await list())).toContain(words.none({ reportDays: 90 }));
    expect(JSON.stringify((await server.knowledge('questions')).components)).not.toContain(
      'knowledge:reports',
    );
    await report({ reason: 'other' });
    const shown = await server.press(await server.knowledge('questions'), words.see(1));
    expect(textOf(shown)).toContain(words.reasons.other);
  });

  test('shows the passage as the member saw it where the document has changed', async () => {
    await report({ reason: 'outdated' });
    await server.bench.write('ferry.md', ferry.replace('noon', 'one'));
    const preview = await server.knowledge('refresh', { collection: 'shared' });
    await server.press(preview, copy.knowledge.preview.publish);
    const text = textOf(await list());
    expect(text).toContain(words.changed('Ferry'));
    expect(text).toContain('“The ferry to the island leaves at noon.”');
  });

  test('pages, and loses one that is dismissed, which the history names without its words', async () => {
    const document = (await server.library.current(null)).documents[0] ?? expect.fail('no document');
    for (let number = 1; number <= 6; number++)
      await server.library.noteReport(home(), `member ${number}`, {
        reason: 'other',
        words: `${number} of six`,
        question,
        document,
        span: { start: 7, end: 47 },
        revision: { shared: 1 },
      });
    const first = await list();
    expect(textOf(first)).toContain('4 of 6');
    const second = await server.press(first, copy.reply.next);
    const before = (await server.library.reports(home())).map((one) => one.words);
    const dismissed = await server.press(second, copy.knowledge.questions.dismiss);
    const after = (await server.library.reports(home())).map((one) => one.words);
    expect(after).toEqual(before.filter((_, at) => at !== 4));
    expect(textOf(dismissed)).toContain('5 of 5');
    const history = textOf(await server.knowledge('history', { collection: 'server' }));
    expect(history).toContain(copy.knowledge.history.actions['dismiss-report']);
    expect(history).not.toContain('of six');
  });

  test('is for moderators alone, and each server has its own', async () => {
    await report({ reason: 'other' });
    const shown = await list();
    const refused = await server.playground.press(
      await server.postButton('home', 'knowledge:reports:0'),
      'knowledge:reports:0',
      member,
    );
    expect(textOf(await whole(refused))).toContain('Only members who');
    const elsewhere = await server.knowledge(
      'questions',
      { view: 'reports' },
      { user: 'moderator', guild: 'other' },
    );
    expect(textOf(elsewhere)).toContain(words.none({ reportDays: 90 }));
    const id = button(shown, copy.knowledge.questions.dismiss);
    await server.playground.press(await server.postButton('other', id), id, {
      user: 'moderator',
      guild: 'other',
    });
    expect(await server.library.reports(home())).toHaveLength(1);
  });
});
