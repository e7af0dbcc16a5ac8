import { expect, test } from 'vitest';
import { chosenKeys, chosenSentences, sentenceChoice } from '../../src/commands/knowledge/sentence-choice.js';
import { en as copy } from '../../src/copy/en/en.js';
import { render } from '../../src/discord/render.js';
import type { ClosestSentence } from '../../src/library/closest-sentences.js';
import { documentOf } from '../support/documents-reading.js';

// What a moderator chooses the answer of a question from.

const ferry = documentOf('ferry.md', '# Ferry\n\nIt leaves at noon. It is back at six.\n');
const market = documentOf('market.md', '# Market\n\nThe market opens on Tuesday.\n');
const snapshot = { documents: [ferry, market] };

const closest = (document: ClosestSentence['document'], text: string): ClosestSentence => ({
  document,
  text,
  sources: [],
});

const reply = (sentences: readonly ClosestSentence[], question = 'When?') =>
  sentenceChoice({ question, sentences, chosenId: 'knowledge:chosen', searchId: 'knowledge:search' }, copy);

const valuesOf = (sentences: readonly ClosestSentence[]) =>
  reply(sentences).blocks.flatMap((block) =>
    block.kind === 'select' ? block.options.map(({ value }) => value) : [],
  );

test('what is chosen is found by its document and its words', () => {
  const sentences = [closest(market, 'The market opens on Tuesday.'), closest(ferry, 'It is back at six.')];
  expect(chosenSentences(snapshot, valuesOf(sentences))).toEqual([
    { document: 'market', text: 'The market opens on Tuesday.' },
    { document: 'ferry', text: 'It is back at six.' },
  ]);
});

test('what is not in the documents, or was never offered, is not found', () => {
  const [noon = ''] = valuesOf([closest(ferry, 'It leaves at noon.')]);
  const [gone = ''] = valuesOf([closest(ferry, 'It leaves at one.')]);
  const [other = ''] = valuesOf([closest(market, 'It leaves at noon.')]);
  expect(chosenSentences(snapshot, [noon])).toHaveLength(1);
  for (const keys of [[gone], [other], [noon, gone]]) expect(chosenSentences(snapshot, keys)).toBeUndefined();
  for (const values of [[], ['ferry'], [`${noon} `], [noon, noon, noon, noon]])
    expect(chosenKeys.safeParse(values).success).toBe(false);
});

test('ten long sentences, in whatever script, fit into one message with all of the choices', () => {
  for (const text of ['港湾算力联盟宣布', 'The harbour "alliance" *announced* ']) {
    const document = { ...ferry, title: text.repeat(20) };
    const sentences = Array.from({ length: 10 }, (_, at) => closest(document, `${at} ${text.repeat(90)}`));
    const shown = JSON.stringify(render(reply(sentences, text.repeat(20).slice(0, 200)), copy).components);
    expect(shown).not.toContain(copy.reply.shortened);
    expect(shown.match(/"value":/g)).toHaveLength(10);
  }
});
