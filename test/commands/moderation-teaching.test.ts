import { describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import { textOf } from '../support/moderated-server.js';
import { answer, member, question, selectIn, TeachingBench, there } from '../support/teaching-bench.js';

// A question that members ask in vain is tied to the passage that answers it, by way of the real client.

const words = copy.knowledge;
const bench = new TeachingBench();

describe('This passage answers it', () => {
  test('ties a question to a sentence: after the preview members get it, and after a rollback they do not', async () => {
    const before = await bench.ask(question);
    expect(before).toContain(copy.ask.unsure);
    const preview = await bench.teach();
    expect(textOf(preview)).toContain(question);
    expect(textOf(preview)).toContain('would be answered differently');
    expect(textOf(preview)).toContain(`+ “${answer}” (ferry)`);
    expect(await bench.answerTo(question)).toBe(before);
    await bench.publish(preview);
    expect(await bench.answerTo(question)).toMatch(/^.*\n-# .*\n> The last boat/);
    expect(textOf(await bench.server.knowledge('questions'))).toBe(words.questions.none);

    await bench.publish(await bench.server.knowledge('rollback', { revision: 1 }));
    expect(await bench.answerTo(question)).toBe(before.replace('revision 1', 'revision 3'));
    expect(textOf(await bench.server.knowledge('questions'))).toContain(question);
  });

  test('shows the closest passages with document and date, up to three to choose, and stays in a select of Discord', async () => {
    const several = 'Does the boat go to the harbour or the market?';
    await bench.ask(several);
    const list = await bench.server.knowledge('questions');
    const passages = await bench.server.press(list, words.teach.button);
    expect(textOf(passages)).toMatch(/^### Which passage answers it\?\n\*\*Does the boat/);
    expect(textOf(passages)).toContain(`“${answer}” · Ferry · 1 February 2026`);
    const { options, max_values } = selectIn(passages);
    expect(max_values).toBe(3);
    const descriptions = options.map(({ description }) => description);
    expect(descriptions.sort()).toEqual(['Ferry · 1 February 2026', 'Ferry · 1 February 2026', 'Market']);
    const both = await bench.choose(passages, ['casts off', 'built in 1907']);
    await bench.publish(both);
    const [known] = await bench.server.library.knownQuestions('shared');
    expect(known?.answers.map(({ text }) => text)).toEqual([answer, 'The harbour was built in 1907.']);
  });

  test('searches for another passage, whose sentence is taught for the same question', async () => {
    await bench.ask(question);
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    const found = await bench.server.fillIn(passages, words.teach.search, { text: 'opens on Tuesday' });
    expect(textOf(found)).toContain(words.teach.found('opens on Tuesday'));
    expect(textOf(found)).toContain(question);
    expect(selectIn(found).options[0]?.label).toBe('1 · The market opens on Tuesday.');
    await bench.publish(await bench.choose(found, ['opens on Tuesday']));
    expect(await bench.server.library.knownQuestions('shared')).toMatchObject([{ question, taught: true }]);
    expect(await bench.answerTo(question)).toMatch(/^.*\n-# .*\n> The market opens/);
  });

  test('finds by a search what no word of the question leads to, and members get it as an answer', async () => {
    const other = 'Until when can I get across?';
    expect(await bench.ask(other)).toContain(copy.ask.none);
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    expect(textOf(passages)).toContain(words.teach.nothing);
    const found = await bench.server.fillIn(passages, words.teach.search, { text: 'boat to the island' });
    await bench.publish(await bench.choose(found, ['casts off']));
    expect(await bench.answerTo(other)).toMatch(/^.*\n-# .*\n> The last boat/);
  });

  test('says so where a search finds nothing, and takes another one', async () => {
    await bench.ask(question);
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    const nothing = await bench.server.fillIn(passages, words.teach.search, { text: 'zzyzx' });
    expect(textOf(nothing)).toContain(words.teach.nothingFor('zzyzx'));
    const found = await bench.server.fillIn(nothing, words.teach.search, { text: 'island' });
    expect(textOf(found)).toContain(answer);
  });

  test('takes near-duplicates with it, but those that are too long', async () => {
    const long = `Who steers the boat?${' Please tell me, who steers the boat?'.repeat(6)}`;
    const { library, playground } = bench.server;
    for (const text of ['Who steers the boat?', 'Who steers the boat?', 'Who is steering the boat?', long])
      await library.noteQuestion(playground.homeGuildId, {}, text, 'none');
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    expect(textOf(passages)).toContain('taught with it: “Who is steering the boat?”');
    const preview = await bench.choose(passages, ['casts off']);
    expect(textOf(preview)).toContain(words.teach.leftOut(1, 200));
    await bench.publish(preview);
    const known = await library.knownQuestions('shared');
    expect(known.map((one) => one.question)).toEqual(['Who steers the boat?', 'Who is steering the boat?']);
    // The long one is left on the list, for a note.
    expect(textOf(await bench.server.knowledge('questions'))).toContain('1 question without');
  });

  test('a question that is too long is not taught, and what to do instead is said', async () => {
    await bench.ask(`Who feeds ${'the horses and the goats and '.repeat(8)}the llamas?`);
    const shown = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    expect(textOf(shown)).toBe(words.teach.tooLong(200));
  });

  test('works after a restart, and where the documents were numbered anew', async () => {
    await bench.ask(question);
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    await bench.server.bench.write(
      'abbey.md',
      '# Abbey\n\nThe abbey has a garden.\n\nThe garden has a wall.\n',
    );
    await bench.publish(await bench.server.knowledge('refresh'));
    await bench.server.restart();
    await bench.publish(await bench.choose(passages, ['casts off']));
    expect(await bench.answerTo(question)).toContain(answer);
  });

  test('a sentence that has changed meanwhile is not taught', async () => {
    await bench.ask(question);
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    await bench.server.bench.write('ferry.md', '# Ferry\n\nThe last boat casts off at one.\n');
    await bench.publish(await bench.server.knowledge('refresh'));
    expect(textOf(await bench.choose(passages, ['casts off']))).toBe(words.teach.changed);
  });

  test('is previewed again where something else was published meanwhile', async () => {
    await bench.ask(question);
    const preview = await bench.teach();
    await bench.server.bench.write('abbey.md', '# Abbey\n\nThe abbey has a garden.\n');
    await bench.publish(await bench.server.knowledge('refresh'));
    const stale = await bench.publish(preview);
    const again = await bench.server.press(stale, words.preview.again);
    expect(textOf(again)).toContain(question);
    await bench.publish(again);
    expect(await bench.server.library.knownQuestions('shared')).toHaveLength(1);
  });

  test('is for moderators alone, whatever was open before', async () => {
    const { library, playground } = bench.server;
    const role = playground.world.guilds.home.roles.find(({ name }) => name === 'Editors')?.id ?? '';
    const editor: As = { user: 'editor' };
    await library.saveSettings(playground.homeGuildId, { moderatorRole: role }, 'mod');
    await bench.ask(question);
    const list = await bench.server.knowledge('questions', {}, editor);
    const passages = await bench.server.press(list, words.teach.button, editor);
    await library.saveSettings(playground.homeGuildId, {}, 'mod');
    const only = /^Only members who may manage this server/;
    expect(textOf(await bench.choose(passages, ['casts off'], editor))).toMatch(only);
    expect(textOf(await bench.server.press(list, words.teach.button, editor))).toMatch(only);
    expect(textOf(await bench.server.press(passages, words.teach.search, editor))).toMatch(only);
    const known = await bench.server.knowledge('questions', { view: 'known' }, editor);
    expect(textOf(known)).toMatch(only);
  });

  test('a question that left the list meanwhile is said to be gone', async () => {
    await bench.ask(question);
    const list = await bench.server.knowledge('questions');
    const passages = await bench.server.press(list, words.teach.button);
    await bench.publish(await bench.choose(passages, ['casts off']));
    const again = await bench.server.press(list, words.teach.button);
    expect(textOf(again)).toBe(words.questions.gone);
  });

  test('what a server’s own document answers at home is taught to the server alone', async () => {
    const text = '# Stable\n\nThe farmer looks after the mares.\n';
    const file = { filename: 'stable.md', bytes: Buffer.from(text) };
    await bench.publish(await bench.server.knowledge('add', { file }));
    await bench.ask('Who feeds the horses?');
    const passages = await bench.server.press(await bench.server.knowledge('questions'), words.teach.button);
    const found = await bench.server.fillIn(passages, words.teach.search, { text: 'mares' });
    await bench.publish(await bench.choose(found, ['looks after']));
    const { homeGuildId } = bench.server.playground;
    expect(await bench.server.library.knownQuestions('shared')).toEqual([]);
    expect(await bench.server.library.knownQuestions(`guild:${homeGuildId}`)).toHaveLength(1);
    expect(textOf(await bench.server.knowledge('questions', { view: 'known' }))).toContain(
      words.known.from.server,
    );
  });
});

describe('a thumb up where the answer was not sure', () => {
  test('proposes the excerpt, and teaches nothing by itself', async () => {
    const { library, playground } = bench.server;
    await bench.ask(question);
    const { message } = await playground.use({ command: 'ask', options: { question }, ...member });
    if (!message || !textOf(message).includes(copy.ask.unsure)) return expect.fail(textOf(message));
    await bench.server.press(message, copy.ask.up, member);
    const list = await bench.server.knowledge('questions');
    expect(textOf(list)).toMatch(/A member marked this as the answer:\n> The last boat/);
    expect(await library.knownQuestions('shared')).toEqual([]);
    const passages = await bench.server.press(list, words.teach.button);
    expect(textOf(passages)).toContain(`1. “${answer}” · **${words.teach.marked}** · Ferry`);
    expect(selectIn(passages).options[0]).toMatchObject({
      label: `1 · ${answer}`,
      description: `${words.teach.marked} · Ferry · 1 February 2026`,
    });
    await bench.publish(await bench.choose(passages, [words.teach.marked]));
    expect(await bench.answerTo(question)).toMatch(/> The last boat/);
    expect(await library.knownQuestions('shared')).toHaveLength(1);
  });
});

describe('in another server', () => {
  test('what is taught is the server’s own, is undone by a rollback, and nobody else sees it', async () => {
    const before = await bench.ask(question, { ...member, guild: 'other' });
    const preview = await bench.teach('casts off', there);
    await bench.publish(preview, there);
    expect(await bench.answerTo(question, { ...member, guild: 'other' })).toContain(answer);
    expect(await bench.answerTo(question)).toBe(before);
    expect(await bench.server.library.knownQuestions('shared')).toEqual([]);
    expect(textOf(await bench.server.knowledge('questions', { view: 'known' }))).toBe(words.known.none);
    expect(textOf(await bench.server.knowledge('questions', { view: 'known' }, there))).toContain(question);

    const typed = { command: 'knowledge rollback', options: { revision: '' }, focused: 'revision', ...there };
    expect((await bench.server.playground.autocomplete(typed)).at(-1)?.value).toBe(0);
    await bench.publish(await bench.server.knowledge('rollback', { revision: 0 }, there), there);
    expect(await bench.answerTo(question, { ...member, guild: 'other' })).toBe(before);
    expect(textOf(await bench.server.knowledge('questions', { view: 'known' }, there))).toBe(
      words.known.none,
    );
  });

  test('a question, a known question or a collection of another server is not reached by a forged id', async () => {
    await bench.ask(question);
    const [asked] = await bench.server.library.questions(bench.server.playground.homeGuildId);
    const id = asked?.questions[0]?.id ?? '';
    const press = async (customId: string, as: As = there) => {
      const posted = await bench.server.postButton('other', customId);
      return textOf((await bench.server.playground.press(posted, customId, as)).message);
    };
    expect(await press(`knowledge:teach:${id}`)).toBe(words.questions.gone);
    expect(await press(`knowledge:teach-search:${id}`)).toBe(words.questions.gone);
    await bench.publish(await bench.teach());
    const shown = await bench.server.knowledge('questions', { view: 'known' });
    const key = /\.([\da-f]{16})$/.exec(selectIn(shown).options[0]?.value ?? '')?.[1];
    expect(await press(`knowledge:known-remove:server:${key}`)).toBe(words.known.unknown);
    for (const action of ['known-edit', 'known-passage', 'known-remove', 'known-search'])
      expect(await press(`knowledge:${action}:shared:${key}`)).toBe(words.refusal['home-moderators']);
    for (const bad of ['knowledge:teach:../x', 'knowledge:known-edit:shared:x', 'knowledge:known-edit:all:0'])
      expect(await press(bad)).toBe(copy.reply.staleButton);
    expect(await press(`knowledge:teach:${id}`, { user: 'member', guild: 'other' })).toMatch(/^Only members/);
    expect(await bench.server.library.knownQuestions('shared')).toHaveLength(1);
  });
});
