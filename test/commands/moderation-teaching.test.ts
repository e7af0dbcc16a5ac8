import { type APIMessage, type APISelectMenuOption, ComponentType } from 'discord.js';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { copy } from '../../src/copy/en.js';
import type { Embedder } from '../../src/index/embedding/embedder.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { type ModeratedServer, moderator, openServer, textOf, whole } from '../support/moderated-server.js';

// A question that members ask in vain is tied to the passage that answers it, by way of the real client.

const words = copy.knowledge;
const files = {
  'ferry.md':
    '---\ntitle: Ferry\npublished: 2026-02-01\n---\n\nThe last boat to the island casts off at noon.\n\nThe harbour was built in 1907.\n',
  'market.md': '# Market\n\nThe market opens on Tuesday.\n',
};
const member: As = { user: 'member' };
const there: As = { ...moderator, guild: 'other' };
/** Whether this is its answer is not sure. */
const question = 'How late can I get to the island?';
const answer = 'The last boat to the island casts off at noon.';

let embedder: Embedder | undefined;
let server: ModeratedServer;

beforeAll(async () => {
  embedder = await openEmbedder();
});

beforeEach(async () => {
  server = await openServer({
    files,
    library: {
      buildSnapshot: (name, { documents, glossary, knownQuestions }, giveWay) =>
        buildSnapshot(name, documents, glossary, { embedder, knownQuestions, giveWay }),
    },
  });
});

afterEach(() => server.end());

/** Asks, and waits until the question is noted, which the answer does not wait for. */
async function ask(text: string, as: As = member): Promise<string> {
  const { library, playground } = server;
  const guild = playground.world.guilds[as.guild ?? 'home'].id;
  const asked = async () =>
    (await library.questions(guild)).reduce((sum, one) => sum + one.unanswered + one.unsure, 0);
  const before = await asked();
  const shown = await answerTo(text, as);
  await expect.poll(asked).toBe(before + 1);
  return shown;
}

/** What is answered, without what is only emphasis. */
async function answerTo(text: string, as: As = member): Promise<string> {
  return (await server.ask(text, as)).replaceAll('**', '');
}

interface Shown {
  readonly custom_id: string;
  readonly options: APISelectMenuOption[];
  readonly max_values?: number;
}

/** The select of a message. */
function selectIn(message: APIMessage): Shown {
  const within = (parts: readonly object[]): object[] =>
    parts.flatMap((part) => ('components' in part ? within(part.components as object[]) : [part]));
  const selects = within(message.components ?? []).filter(
    (part) => 'type' in part && part.type === ComponentType.StringSelect,
  );
  return (selects[0] as Shown | undefined) ?? expect.fail(`no select in:\n${textOf(message)}`);
}

/** Chooses, in the select of a message, the options whose label or description has these words. */
async function choose(message: APIMessage, wanted: readonly string[], as = moderator): Promise<APIMessage> {
  const { custom_id, options } = selectIn(message);
  const values = wanted.map(
    (part) =>
      options.find(({ label, description = '' }) => `${label} ${description}`.includes(part))?.value ??
      expect.fail(`no choice "${part}" among ${options.map(({ label }) => label).join(', ')}`),
  );
  return whole(await server.playground.select(message, custom_id, values, as));
}

/** Teaches what was asked first on the list, up to the preview. */
async function teach(part = 'casts off', as = moderator): Promise<APIMessage> {
  const list = await server.knowledge('questions', {}, as);
  const passages = await server.press(list, words.teach.button, as);
  return choose(passages, [part], as);
}

async function publish(preview: APIMessage, as = moderator): Promise<APIMessage> {
  return server.press(preview, words.preview.publish, as);
}

describe('This passage answers it', () => {
  test('ties a question to a sentence: after the preview members get it, and after a rollback they do not', async () => {
    const before = await ask(question);
    expect(before).toContain(copy.ask.unsure);
    const preview = await teach();
    expect(textOf(preview)).toContain(question);
    expect(textOf(preview)).toContain('would be answered differently');
    expect(textOf(preview)).toContain(`+ “${answer}” (ferry)`);
    expect(await answerTo(question)).toBe(before);
    await publish(preview);
    expect(await answerTo(question)).toMatch(/^-# Question: .*\n> The last boat/);
    expect(textOf(await server.knowledge('questions'))).toBe(words.questions.none);

    await publish(await server.knowledge('rollback', { revision: 1 }));
    expect(await answerTo(question)).toBe(before);
    expect(textOf(await server.knowledge('questions'))).toContain(question);
  });

  test('shows the closest passages with document and date, up to three to choose, and stays in a select of Discord', async () => {
    const several = 'Does the boat go to the harbour or the market?';
    await ask(several);
    const list = await server.knowledge('questions');
    const passages = await server.press(list, words.teach.button);
    expect(textOf(passages)).toMatch(/^### Which passage answers it\?\n\*\*Does the boat/);
    expect(textOf(passages)).toContain(`“${answer}” · Ferry · 1 February 2026`);
    const { options, max_values } = selectIn(passages);
    expect(max_values).toBe(3);
    const descriptions = options.map(({ description }) => description);
    expect(descriptions.sort()).toEqual(['Ferry · 1 February 2026', 'Ferry · 1 February 2026', 'Market']);
    const both = await choose(passages, ['casts off', 'built in 1907']);
    await publish(both);
    const [known] = await server.library.knownQuestions('shared');
    expect(known?.answers.map(({ text }) => text)).toEqual([answer, 'The harbour was built in 1907.']);
  });

  test('searches for another passage, whose sentence is taught for the same question', async () => {
    await ask(question);
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    const found = await server.fillIn(passages, words.teach.search, { text: 'opens on Tuesday' });
    expect(textOf(found)).toContain(words.teach.found('opens on Tuesday'));
    expect(textOf(found)).toContain(question);
    expect(selectIn(found).options[0]?.label).toBe('1 · The market opens on Tuesday.');
    await publish(await choose(found, ['opens on Tuesday']));
    expect(await server.library.knownQuestions('shared')).toMatchObject([{ question, taught: true }]);
    expect(await answerTo(question)).toMatch(/^-# Question: .*\n> The market opens/);
  });

  test('finds by a search what no word of the question leads to, and members get it as an answer', async () => {
    const other = 'Until when can I get across?';
    expect(await ask(other)).toContain(copy.ask.none);
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    expect(textOf(passages)).toContain(words.teach.nothing);
    const found = await server.fillIn(passages, words.teach.search, { text: 'boat to the island' });
    await publish(await choose(found, ['casts off']));
    expect(await answerTo(other)).toMatch(/^-# Question: .*\n> The last boat/);
  });

  test('says so where a search finds nothing, and takes another one', async () => {
    await ask(question);
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    const nothing = await server.fillIn(passages, words.teach.search, { text: 'zzyzx' });
    expect(textOf(nothing)).toContain(words.teach.nothingFor('zzyzx'));
    const found = await server.fillIn(nothing, words.teach.search, { text: 'island' });
    expect(textOf(found)).toContain(answer);
  });

  test('takes near-duplicates with it, but those that are too long', async () => {
    const long = `Who steers the boat?${' Please tell me, who steers the boat?'.repeat(6)}`;
    const { library, playground } = server;
    for (const text of ['Who steers the boat?', 'Who steers the boat?', 'Who is steering the boat?', long])
      await library.noteQuestion(playground.homeGuildId, {}, text, 'none');
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    expect(textOf(passages)).toContain('taught with it: “Who is steering the boat?”');
    const preview = await choose(passages, ['casts off']);
    expect(textOf(preview)).toContain(words.teach.leftOut(1, 200));
    await publish(preview);
    const known = await library.knownQuestions('shared');
    expect(known.map((one) => one.question)).toEqual(['Who steers the boat?', 'Who is steering the boat?']);
    // The long one is left on the list, for a note.
    expect(textOf(await server.knowledge('questions'))).toContain('1 question without');
  });

  test('a question that is too long is not taught, and what to do instead is said', async () => {
    await ask(`Who feeds ${'the horses and the goats and '.repeat(8)}the llamas?`);
    const shown = await server.press(await server.knowledge('questions'), words.teach.button);
    expect(textOf(shown)).toBe(words.teach.tooLong(200));
  });

  test('works after a restart, and where the documents were numbered anew', async () => {
    await ask(question);
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    await server.bench.write('abbey.md', '# Abbey\n\nThe abbey has a garden.\n\nThe garden has a wall.\n');
    await publish(await server.knowledge('refresh'));
    await server.restart();
    await publish(await choose(passages, ['casts off']));
    expect(await answerTo(question)).toContain(answer);
  });

  test('a sentence that has changed meanwhile is not taught', async () => {
    await ask(question);
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    await server.bench.write('ferry.md', '# Ferry\n\nThe last boat casts off at one.\n');
    await publish(await server.knowledge('refresh'));
    expect(textOf(await choose(passages, ['casts off']))).toBe(words.teach.changed);
  });

  test('is previewed again where something else was published meanwhile', async () => {
    await ask(question);
    const preview = await teach();
    await server.bench.write('abbey.md', '# Abbey\n\nThe abbey has a garden.\n');
    await publish(await server.knowledge('refresh'));
    const stale = await publish(preview);
    const again = await server.press(stale, words.preview.again);
    expect(textOf(again)).toContain(question);
    await publish(again);
    expect(await server.library.knownQuestions('shared')).toHaveLength(1);
  });

  test('is for moderators alone, whatever was open before', async () => {
    const { library, playground } = server;
    const role = playground.world.guilds.home.roles.find(({ name }) => name === 'Editors')?.id ?? '';
    const editor: As = { user: 'editor' };
    await library.saveSettings(playground.homeGuildId, { moderatorRole: role }, 'mod');
    await ask(question);
    const list = await server.knowledge('questions', {}, editor);
    const passages = await server.press(list, words.teach.button, editor);
    await library.saveSettings(playground.homeGuildId, {}, 'mod');
    const only = /^Only members who may manage this server/;
    expect(textOf(await choose(passages, ['casts off'], editor))).toMatch(only);
    expect(textOf(await server.press(list, words.teach.button, editor))).toMatch(only);
    expect(textOf(await server.press(passages, words.teach.search, editor))).toMatch(only);
    const known = await server.knowledge('questions', { view: 'known' }, editor);
    expect(textOf(known)).toMatch(only);
  });

  test('a question that left the list meanwhile is said to be gone', async () => {
    await ask(question);
    const list = await server.knowledge('questions');
    const passages = await server.press(list, words.teach.button);
    await publish(await choose(passages, ['casts off']));
    const again = await server.press(list, words.teach.button);
    expect(textOf(again)).toBe(words.questions.gone);
  });

  test('what a server’s own document answers at home is taught to the server alone', async () => {
    const text = '# Stable\n\nThe farmer looks after the mares.\n';
    const file = { filename: 'stable.md', bytes: Buffer.from(text) };
    await publish(await server.knowledge('add', { file }));
    await ask('Who feeds the horses?');
    const passages = await server.press(await server.knowledge('questions'), words.teach.button);
    const found = await server.fillIn(passages, words.teach.search, { text: 'mares' });
    await publish(await choose(found, ['looks after']));
    const { homeGuildId } = server.playground;
    expect(await server.library.knownQuestions('shared')).toEqual([]);
    expect(await server.library.knownQuestions(`guild:${homeGuildId}`)).toHaveLength(1);
    expect(textOf(await server.knowledge('questions', { view: 'known' }))).toContain(words.known.from.server);
  });
});

describe('a thumb up where the answer was not sure', () => {
  test('proposes the excerpt, and teaches nothing by itself', async () => {
    const { library, playground } = server;
    await ask(question);
    const { message } = await playground.use({ command: 'ask', options: { question }, ...member });
    if (!message || !textOf(message).includes(copy.ask.unsure)) return expect.fail(textOf(message));
    await server.press(message, copy.ask.up, member);
    const list = await server.knowledge('questions');
    expect(textOf(list)).toMatch(/A member marked this as the answer:\n> The last boat/);
    expect(await library.knownQuestions('shared')).toEqual([]);
    const passages = await server.press(list, words.teach.button);
    expect(textOf(passages)).toContain(`1. “${answer}” · **${words.teach.marked}** · Ferry`);
    expect(selectIn(passages).options[0]).toMatchObject({
      label: `1 · ${answer}`,
      description: `${words.teach.marked} · Ferry · 1 February 2026`,
    });
    await publish(await choose(passages, [words.teach.marked]));
    expect(await answerTo(question)).toMatch(/> The last boat/);
    expect(await library.knownQuestions('shared')).toHaveLength(1);
  });
});

describe('in another server', () => {
  test('what is taught is the server’s own, is undone by a rollback, and nobody else sees it', async () => {
    const before = await ask(question, { ...member, guild: 'other' });
    const preview = await teach('casts off', there);
    await publish(preview, there);
    expect(await answerTo(question, { ...member, guild: 'other' })).toContain(answer);
    expect(await answerTo(question)).toBe(before);
    expect(await server.library.knownQuestions('shared')).toEqual([]);
    expect(textOf(await server.knowledge('questions', { view: 'known' }))).toBe(words.known.none);
    expect(textOf(await server.knowledge('questions', { view: 'known' }, there))).toContain(question);

    const typed = { command: 'knowledge rollback', options: { revision: '' }, focused: 'revision', ...there };
    expect((await server.playground.autocomplete(typed)).at(-1)?.value).toBe(0);
    await publish(await server.knowledge('rollback', { revision: 0 }, there), there);
    expect(await answerTo(question, { ...member, guild: 'other' })).toBe(before);
    expect(textOf(await server.knowledge('questions', { view: 'known' }, there))).toBe(words.known.none);
  });

  test('a question, a known question or a collection of another server is not reached by a forged id', async () => {
    await ask(question);
    const [asked] = await server.library.questions(server.playground.homeGuildId);
    const id = asked?.questions[0]?.id ?? '';
    const press = async (customId: string, as: As = there) => {
      const posted = await server.postButton('other', customId);
      return textOf((await server.playground.press(posted, customId, as)).message);
    };
    expect(await press(`knowledge:teach:${id}`)).toBe(words.questions.gone);
    expect(await press(`knowledge:teach-search:${id}`)).toBe(words.questions.gone);
    await publish(await teach());
    const shown = await server.knowledge('questions', { view: 'known' });
    const key = /\.([\da-f]{16})$/.exec(selectIn(shown).options[0]?.value ?? '')?.[1];
    expect(await press(`knowledge:known-remove:server:${key}`)).toBe(words.known.unknown);
    for (const action of ['known-edit', 'known-passage', 'known-remove', 'known-search'])
      expect(await press(`knowledge:${action}:shared:${key}`)).toBe(words.refusal['home-moderators']);
    for (const bad of ['knowledge:teach:../x', 'knowledge:known-edit:shared:x', 'knowledge:known-edit:all:0'])
      expect(await press(bad)).toBe(copy.reply.staleButton);
    expect(await press(`knowledge:teach:${id}`, { user: 'member', guild: 'other' })).toMatch(/^Only members/);
    expect(await server.library.knownQuestions('shared')).toHaveLength(1);
  });
});

describe('known questions', () => {
  const known = () => server.knowledge('questions', { view: 'known' });
  const look = async (part: string) => choose(await known(), [part]);

  beforeEach(async () => {
    await server.bench.write(
      'asked/market.yaml',
      '- answer: The market opens on Tuesday.\n  asked: [When is market day?]\n',
    );
    await publish(await server.knowledge('refresh'));
  });

  test('are listed, what was taught first, each with its sentence and document', async () => {
    for (const text of [question, 'Who steers the boat?']) {
      await ask(text);
      await publish(await teach());
    }
    const text = textOf(await known());
    expect(text).toContain('3 known questions');
    const at = [text.indexOf('Who steers'), text.indexOf(question), text.indexOf('When is market day?')];
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(text).toContain(`“${answer}” (Ferry)`);
    expect(text).toContain(words.known.from.folder);
  });

  test('are edited: the new wording takes the place of the old one after a preview', async () => {
    await ask(question);
    await publish(await teach());
    const preview = await server.fillIn(await look(question), words.known.edit, {
      question: 'When does the last boat go?',
    });
    expect(textOf(preview)).toContain('When does the last boat go?');
    await publish(preview);
    const questions = (await server.library.knownQuestions('shared')).map((one) => one.question);
    expect(questions).toEqual(['When is market day?', 'When does the last boat go?']);
    expect(await answerTo('When does the last boat go?')).toContain(answer);
  });

  test('get another sentence by the same list of passages, and by a search', async () => {
    await ask(question);
    await publish(await teach());
    const passages = await server.press(await look(question), words.known.passage);
    const found = await server.fillIn(passages, words.teach.search, { text: 'harbour built' });
    await publish(await choose(found, ['built in 1907']));
    const taught = (await server.library.knownQuestions('shared')).find((one) => one.taught);
    expect(taught).toMatchObject({ question, answers: [{ text: 'The harbour was built in 1907.' }] });
  });

  test('are removed after a preview, and are asked in vain again', async () => {
    const before = await ask(question);
    await publish(await teach());
    await publish(await server.press(await look(question), words.known.remove));
    expect(await server.library.knownQuestions('shared')).toHaveLength(1);
    expect(await answerTo(question)).toBe(before);
    expect(textOf(await server.knowledge('questions'))).toContain(question);
  });

  test('of the folder may be looked at, and say where they are changed', async () => {
    const shown = await look('When is market day?');
    expect(textOf(shown)).toContain('“The market opens on Tuesday.” (Market)');
    const why = words.proposal.refused({ kind: 'question-in-folder', question: 'When is market day?' });
    expect(textOf(shown)).toContain(why);
    expect(JSON.stringify(shown)).not.toContain(words.known.remove);
    const key = /\.([\da-f]{16})$/.exec(selectIn(await known()).options[0]?.value ?? '')?.[1];
    for (const action of ['known-edit', 'known-passage', 'known-remove', 'known-search']) {
      const posted = await server.postButton('home', `knowledge:${action}:shared:${key}`);
      const pressed = await server.playground.press(posted, `knowledge:${action}:shared:${key}`, moderator);
      expect(textOf(pressed.message)).toBe(why);
    }
    const list = await server.press(shown, words.known.back);
    expect(textOf(list)).toContain('1 known question');
  });

  test('whose sentence has changed are reported in the preview, stand first, and are asked in vain again', async () => {
    await ask(question);
    await publish(await teach());
    await server.bench.write('ferry.md', '# Ferry\n\nThe last boat to the island casts off at one.\n');
    const preview = await server.knowledge('refresh');
    expect(textOf(preview)).toContain(question);
    await publish(preview);
    const text = textOf(await known());
    expect(text).toContain(words.known.orphans(1));
    expect(text.indexOf(question)).toBeLessThan(text.indexOf('When is market day?'));
    expect(textOf(await server.knowledge('questions'))).toContain(question);
    const shown = await look(question);
    expect(textOf(shown)).toContain(words.known.gone(answer, 'Ferry'));
    const passages = await server.press(shown, words.known.passage);
    await publish(await choose(passages, ['casts off at one']));
    expect(textOf(await known())).not.toContain('no longer in the documents');
    expect(await answerTo(question)).toContain('casts off at one');
  });

  test('are all within reach, six at once, in the order of their file', async () => {
    const asked = Array.from({ length: 10 }, (_, at) => `Number ${at} of the questions?`);
    const lines = asked.map((text) => `    - ${text}`).join('\n');
    await server.bench.write('asked/ferry.yaml', `- answer: ${answer}\n  asked:\n${lines}\n`);
    await publish(await server.knowledge('refresh'));
    const first = await known();
    expect(textOf(first)).toContain('Questions 1 to 6 of 11');
    expect(textOf(first)).toMatch(/Number 0 .*Number 1 .*Number 5 /s);
    const second = await server.press(first, copy.reply.next);
    expect(textOf(second)).toContain('Questions 7 to 11 of 11');
    expect(selectIn(second).options).toHaveLength(5);
    expect(textOf(await server.press(second, copy.reply.previous))).toContain('Questions 1 to 6 of 11');
  });

  test('fit into messages whatever they are written in', async () => {
    const long = (text: string, length: number) => text.repeat(length).slice(0, length);
    const sentences = ['港', '市', '船'].map((character) => `${long(`${character}湾算力联盟`, 300)}。`);
    const entries = sentences.map((sentence, at) => {
      const asked = Array.from({ length: 5 }, (_, i) => `    - ${at}${i}${long('联盟什么时候成立', 190)}`);
      return `- answer: ${sentence}\n  asked:\n${asked.join('\n')}\n`;
    });
    await server.bench.write('harbour.md', `# ${long('港湾', 80)}\n\n${sentences.join('\n\n')}\n`);
    await server.bench.write('asked/harbour.yaml', entries.join(''));
    await publish(await server.knowledge('refresh'));
    for (let shown = await known(); ; shown = await server.press(shown, copy.reply.next)) {
      expect(textOf(shown)).not.toContain(copy.reply.shortened);
      if (!JSON.stringify(shown).includes(`"${copy.reply.next}"`)) return;
    }
  });

  test('a choice that no list offers is no known question', async () => {
    const shown = await known();
    await server.bench.remove('asked/market.yaml');
    await publish(await server.knowledge('refresh'));
    expect(textOf(await choose(shown, ['market day']))).toBe(words.known.unknown);
  });
});
