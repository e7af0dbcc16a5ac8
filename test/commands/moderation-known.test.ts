import { beforeEach, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { moderator, textOf } from '../support/moderated-server.js';
import { answer, question, selectIn, TeachingBench } from '../support/teaching-bench.js';

// What is tied to a passage is listed, changed and taken back, by way of the real client.

const words = copy.knowledge;
const bench = new TeachingBench();

describe('known questions', () => {
  const known = () => bench.server.knowledge('questions', { view: 'known' });
  const look = async (part: string) => bench.choose(await known(), [part]);

  beforeEach(async () => {
    await bench.server.bench.write(
      'asked/market.yaml',
      '- answer: The market opens on Tuesday.\n  asked: [When is market day?]\n',
    );
    await bench.publish(await bench.server.knowledge('refresh'));
  });

  test('are listed, what was taught first, each with its sentence and document', async () => {
    for (const text of [question, 'Who steers the boat?']) {
      await bench.ask(text);
      await bench.publish(await bench.teach());
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
    await bench.ask(question);
    await bench.publish(await bench.teach());
    const preview = await bench.server.fillIn(await look(question), words.known.edit, {
      question: 'When does the last boat go?',
    });
    expect(textOf(preview)).toContain('When does the last boat go?');
    await bench.publish(preview);
    const questions = (await bench.server.library.knownQuestions('shared')).map((one) => one.question);
    expect(questions).toEqual(['When is market day?', 'When does the last boat go?']);
    expect(await bench.answerTo('When does the last boat go?')).toContain(answer);
  });

  test('get another sentence by the same list of passages, and by a search', async () => {
    await bench.ask(question);
    await bench.publish(await bench.teach());
    const passages = await bench.server.press(await look(question), words.known.passage);
    const found = await bench.server.fillIn(passages, words.teach.search, { text: 'harbour built' });
    await bench.publish(await bench.choose(found, ['built in 1907']));
    const taught = (await bench.server.library.knownQuestions('shared')).find((one) => one.taught);
    expect(taught).toMatchObject({ question, answers: [{ text: 'The harbour was built in 1907.' }] });
  });

  test('are removed after a preview, and are asked in vain again', async () => {
    const before = await bench.ask(question);
    await bench.publish(await bench.teach());
    await bench.publish(await bench.server.press(await look(question), words.known.remove));
    expect(await bench.server.library.knownQuestions('shared')).toHaveLength(1);
    const withoutRevision = (answer: string) => answer.replace(/revision \d+/, '');
    expect(withoutRevision(await bench.answerTo(question))).toBe(withoutRevision(before));
    expect(textOf(await bench.server.knowledge('questions'))).toContain(question);
  });

  test('of the folder may be looked at, and say where they are changed', async () => {
    const shown = await look('When is market day?');
    expect(textOf(shown)).toContain('“The market opens on Tuesday.” (Market)');
    const why = words.proposal.refused({ kind: 'question-in-folder', question: 'When is market day?' });
    expect(textOf(shown)).toContain(why);
    expect(JSON.stringify(shown)).not.toContain(words.known.remove);
    const key = /\.([\da-f]{16})$/.exec(selectIn(await known()).options[0]?.value ?? '')?.[1];
    for (const action of ['known-edit', 'known-passage', 'known-remove', 'known-search']) {
      const posted = await bench.server.postButton('home', `knowledge:${action}:shared:${key}`);
      const pressed = await bench.server.playground.press(
        posted,
        `knowledge:${action}:shared:${key}`,
        moderator,
      );
      expect(textOf(pressed.message)).toBe(why);
    }
    const list = await bench.server.press(shown, words.known.back);
    expect(textOf(list)).toContain('1 known question');
  });

  test('whose sentence has changed are reported in the preview, stand first, and are asked in vain again', async () => {
    await bench.ask(question);
    await bench.publish(await bench.teach());
    await bench.server.bench.write('ferry.md', '# Ferry\n\nThe last boat to the island casts off at one.\n');
    const preview = await bench.server.knowledge('refresh');
    expect(textOf(preview)).toContain(question);
    await bench.publish(preview);
    const text = textOf(await known());
    expect(text).toContain(words.known.orphans(1));
    expect(text.indexOf(question)).toBeLessThan(text.indexOf('When is market day?'));
    expect(textOf(await bench.server.knowledge('questions'))).toContain(question);
    const shown = await look(question);
    expect(textOf(shown)).toContain(words.known.gone(answer, 'Ferry'));
    const passages = await bench.server.press(shown, words.known.passage);
    await bench.publish(await bench.choose(passages, ['casts off at one']));
    expect(textOf(await known())).not.toContain('no longer in the documents');
    expect(await bench.answerTo(question)).toContain('casts off at one');
  });

  test('are all within reach, six at once, in the order of their file', async () => {
    const asked = Array.from({ length: 10 }, (_, at) => `Number ${at} of the questions?`);
    const lines = asked.map((text) => `    - ${text}`).join('\n');
    await bench.server.bench.write('asked/ferry.yaml', `- answer: ${answer}\n  asked:\n${lines}\n`);
    await bench.publish(await bench.server.knowledge('refresh'));
    const first = await known();
    expect(textOf(first)).toContain('Questions 1 to 6 of 11');
    expect(textOf(first)).toMatch(/Number 0 .*Number 1 .*Number 5 /s);
    const second = await bench.server.press(first, copy.reply.next);
    expect(textOf(second)).toContain('Questions 7 to 11 of 11');
    expect(selectIn(second).options).toHaveLength(5);
    expect(textOf(await bench.server.press(second, copy.reply.previous))).toContain('Questions 1 to 6 of 11');
  });

  test('fit into messages whatever they are written in', async () => {
    const long = (text: string, length: number) => text.repeat(length).slice(0, length);
    const sentences = ['港', '市', '船'].map((character) => `${long(`${character}湾算力联盟`, 300)}。`);
    const entries = sentences.map((sentence, at) => {
      const asked = Array.from({ length: 5 }, (_, i) => `    - ${at}${i}${long('联盟什么时候成立', 190)}`);
      return `- answer: ${sentence}\n  asked:\n${asked.join('\n')}\n`;
    });
    await bench.server.bench.write('harbour.md', `# ${long('港湾', 80)}\n\n${sentences.join('\n\n')}\n`);
    await bench.server.bench.write('asked/harbour.yaml', entries.join(''));
    await bench.publish(await bench.server.knowledge('refresh'));
    for (let shown = await known(); ; shown = await bench.server.press(shown, copy.reply.next)) {
      expect(textOf(shown)).not.toContain(copy.reply.shortened);
      if (!JSON.stringify(shown).includes(`"${copy.reply.next}"`)) return;
    }
  });

  test('a choice that no list offers is no known question', async () => {
    const shown = await known();
    await bench.server.bench.remove('asked/market.yaml');
    await bench.publish(await bench.server.knowledge('refresh'));
    expect(textOf(await bench.choose(shown, ['market day']))).toBe(words.known.unknown);
  });
});
