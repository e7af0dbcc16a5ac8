import { expect, test } from 'vitest';
import { readKnowledge } from '../../src/library/knowledge-folder.js';
import { setUp } from '../support/knowledge-base.js';
import { parserHere } from '../support/parser-here.js';

test('no document is waited for before known questions and glossaries are read', async () => {
  const { folder, write, end } = await setUp();
  await write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
  await write('asked/ferry.yaml', '- { answer: The ferry leaves at noon., asked: [When?] }\n');
  await write('glossary.yaml', 'synonyms: [[ferry, boat]]\n');
  // The product's own glossary, that of the folder, and the known questions.
  let others = 0;
  let allOthers = () => {};
  const readOthers = new Promise<void>((resolve) => {
    allOthers = resolve;
  });
  const count = <F, R>(read: (file: F) => R) => {
    return (file: F) => {
      others += 1;
      if (others === 3) allOthers();
      return read(file);
    };
  };
  const { documents, knownQuestions, problems } = await readKnowledge(folder, {
    ...parserHere,
    asked: count(parserHere.asked),
    glossary: count(parserHere.glossary),
    async document(file) {
      await readOthers;
      return parserHere.document(file);
    },
  });
  expect(documents).toHaveLength(1);
  expect(knownQuestions).toHaveLength(1);
  expect(problems).toEqual([]);
  await end();
});
