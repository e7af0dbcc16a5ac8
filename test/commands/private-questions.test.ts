import { readFile } from 'node:fs/promises';
import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import {
  button,
  type ModeratedServer,
  moderator,
  openServer,
  selectsIn,
  textOf,
  whole,
} from '../support/moderated-server.js';

// Where the words of a question go. What a member asked in private goes nowhere; what all could see goes into previews that
// moderators alone see; and what the server keeps ends when it says so.

const words = copy.knowledge;
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';
const question = 'When does the ferry to the island leave?';
const unanswered = 'Who poisoned the abbot of the island leave?';
/** Words of both, which no document and no known question has. */
const secret = 'the island leave?';
const home = () => server.playground.homeGuildId;

let server: ModeratedServer;

beforeEach(async () => {
  const asked = '- answer: The ferry to the island leaves at noon.\n  asked: [When does the ferry leave?]\n';
  const dock = '# Dock\n\nThe ferry docks at the old pier.\n';
  const docked = '- answer: The ferry docks at the old pier.\n  asked: [Where does the ferry dock?]\n';
  server = await openServer({
    files: {
      'barge.md': '# Barge\n\nThe barge carries sand.\n',
      'ferry.md': ferry,
      'dock.md': dock,
      'asked/ferry.yaml': asked,
      'asked/dock.yaml': docked,
    },
  });
});

afterEach(() => server.end());

const ask = (text: string, more = {}) =>
  server.playground.use({ command: 'ask', options: { question: text, ...more } });

/** The preview of a refresh in which the ferry leaves at another time, as its moderator sees it, all pages of it. */
async function preview(): Promise<APIMessage> {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  return server.knowledge('refresh', { collection: 'shared' });
}

/** All that stands in the files of the database. */
async function stored(): Promise<string> {
  const file = server.bench.databaseUrl.slice('file:'.length);
  const files = await Promise.all(['', '-wal'].map((end) => readFile(file + end).catch(() => Buffer.of())));
  // What is not text is of no interest, and of no use in a message of a test that fails.
  return Buffer.concat(files)
    .toString('latin1')
    .replace(/[^ -~]+/g, ' ');
}

describe('a question that its member asked in private', () => {
  test('is in no preview, on no list and in no file, whether it was answered or not', async () => {
    await ask(question, { private: true });
    await ask(unanswered, { private: true });
    // What all can see is noted, in the order in which it was asked: when this is there, so would the others be.
    await ask('Who feeds the horses?');
    await expect.poll(async () => (await server.library.questions(home())).length).toBe(1);
    expect(textOf(await preview())).not.toContain(secret);
    expect(textOf(await server.knowledge('questions'))).not.toContain(secret);
    const kept = await stored();
    expect(kept).toContain('Who feeds the horses?');
    expect(kept).not.toContain(secret);
  });

  test('has no thumbs, and says nothing of moderators who see it', async () => {
    const { message } = await ask(question, { private: true });
    expect(JSON.stringify(message?.components)).not.toContain('ask:thumb');
    const declined = await ask(unanswered, { private: true });
    expect(JSON.stringify(declined.message?.components)).not.toContain('ask:thumb');
    expect(textOf(declined.message)).not.toContain(copy.ask.moderatorsSee);
  });

  test('leaves nothing of a related one that is chosen below it', async () => {
    const { message } = await ask('When does the ferry leave?', { private: true });
    const select = selectsIn(message)[0] ?? expect.fail('nothing is related');
    const chosen = [select.options[0]?.value ?? ''];
    const shown = await server.playground.select(message as APIMessage, select.custom_id, chosen);
    expect(JSON.stringify((shown.followUps.at(-1) ?? shown.message)?.components)).not.toContain('ask:thumb');
  });
});

test('what is private because that is usual in a server is kept for its moderators, and asked again in no preview', async () => {
  await server.library.saveSettings(home(), { answersPrivate: true }, 'mod');
  expect((await ask(question)).ephemeral).toBe(true);
  await ask(unanswered);
  await expect.poll(async () => JSON.stringify(await server.library.questions(home()))).toContain(unanswered);
  expect(textOf(await preview())).not.toContain(secret);
  expect(textOf(await server.knowledge('questions'))).toContain(unanswered);
});

describe('a question that all could see', () => {
  test('is asked again in a preview, which is stored without it', async () => {
    await ask(question);
    expect(textOf(await preview())).toContain(secret);
    expect(await stored()).not.toContain(secret);
  });

  test('is in no preview any more once the server keeps no questions', async () => {
    await ask(question);
    await ask(unanswered);
    const shown = await preview();
    const draft = button(shown, words.preview.publish).split(':')[2] ?? '';
    expect(JSON.stringify(await server.library.draft(draft))).toContain(secret);
    await server.library.saveSettings(home(), { questionLog: false }, 'mod');
    const kept = await server.library.draft(draft);
    expect(kept?.preview.changed.map(({ id }) => id)).toEqual(['ferry']);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(await stored()).not.toContain(secret);
  });
});

describe('the report of a scheduled refresh', () => {
  const members = { user: 'member' } as const;
  let report: APIMessage;

  /** The report as it is now. */
  const shownReport = () =>
    server.playground.read({ channel: 'reports' }).find(({ id }) => id === report.id) ??
    expect.fail('no report');

  /** What members read in the channel. */
  const seen = () =>
    server.playground
      .read({ channel: 'reports', ...members })
      .map(textOf)
      .join('\n');

  beforeEach(async () => {
    const channel = server.playground.world.guilds.home.channels.find(({ name }) => name === 'reports');
    await server.library.saveSettings(
      home(),
      { schedule: '0 6 * * *', reportChannel: channel?.id ?? '' },
      'mod',
    );
    server.bench.now = new Date('2026-03-02T05:59:00Z');
    await server.lookAtSchedules();
    await ask(question);
    // Most of the passages go, so that publishing has to be confirmed.
    for (const gone of ['dock.md', 'barge.md', 'asked/dock.yaml']) await server.bench.remove(gone);
    await server.bench.write('ferry.md', '# Ferry\n\nNothing is known of it.\n');
    await server.bench.write(
      'asked/ferry.yaml',
      '- answer: Nothing is known of it.\n  asked: [Is it secret?]\n',
    );
    server.bench.now = new Date('2026-03-02T06:00:30Z');
    await server.lookAtSchedules();
    report = server.playground.read({ channel: 'reports' }).at(-1) ?? expect.fail('no report');
  });

  test('counts the questions that would be answered differently, and names none', () => {
    expect(textOf(report)).toContain(words.report.waiting);
    expect(seen()).not.toContain(secret);
    expect(seen()).not.toContain('Is it secret?');
    expect(textOf(report)).toMatch(/Answers: \d of \d questions would be answered differently/);
  });

  test('shows the whole preview to the moderator who presses for it, and to nobody else', async () => {
    const shown = await server.press(report, words.preview.whole);
    expect(textOf(shown)).toContain(secret);
    expect(shown.id).not.toBe(report.id);
    expect(seen()).not.toContain(secret);
    const refused = await server.playground.press(report, button(report, words.preview.whole), members);
    expect(textOf(refused.message)).toContain('Only members who');
  });

  test('of an earlier release, which has a page of the preview behind its buttons, shows that page aside', async () => {
    const draft = button(report, words.preview.publish).split(':')[2] ?? '';
    const old = await server.postButton('home', `knowledge:preview:${draft}:0`);
    const pressed = await server.playground.press(old, `knowledge:preview:${draft}:0`, moderator);
    expect(pressed.ephemeral).toBe(true);
    expect(textOf(await whole(pressed))).toContain(secret);
  });

  test('asks to be confirmed without naming any', async () => {
    const asked = await server.press(report, words.preview.publish);
    expect(asked.id).toBe(report.id);
    expect(textOf(asked)).toContain(words.preview.sureToo);
    expect(seen()).not.toContain(secret);
    expect(textOf(await server.press(asked, words.preview.publishAnyway))).toContain(
      'Published as revision 2',
    );
  });

  test('is prepared again aside, where the documents changed meanwhile', async () => {
    await server.bench.write('new.md', '# New\n\nThere is a new bridge.\n');
    const other = await server.knowledge('refresh', { collection: 'shared' });
    expect(textOf(await server.press(other, words.preview.publish))).toContain('Published as revision 2');
    await server.press(report, words.preview.publish);
    const stale = await server.press(shownReport(), words.preview.publishAnyway);
    expect(textOf(stale)).toContain('Nothing was published');
    await server.bench.write('ferry.md', ferry);
    const again = await server.press(stale, words.preview.again);
    expect(again.id).not.toBe(report.id);
    expect(textOf(again)).toContain(secret);
    expect(seen()).not.toContain(secret);
  });
});
