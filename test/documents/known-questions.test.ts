import { describe, expect, test } from 'vitest';
import { joinKnownQuestions, type KnownQuestion } from '../../src/documents/known-questions.js';

function known(question: string, ...answers: readonly string[]): KnownQuestion {
  return {
    question,
    answers: answers.map((answer) => {
      const [document = '', text = ''] = answer.split(': ');
      return { document, text };
    }),
  };
}

describe('known questions of several places', () => {
  test('of one wording become one, with the answers of all by document', () => {
    const joined = joinKnownQuestions([
      known('When does it leave?', 'harbour: It leaves at noon.'),
      known('What is it?', 'ferry: It is a ship.'),
      known('when does  it leave', 'ferry: At noon.', 'harbour: It leaves at noon.'),
    ]);
    expect(joined).toEqual([
      known('When does it leave?', 'ferry: At noon.', 'harbour: It leaves at noon.'),
      known('What is it?', 'ferry: It is a ship.'),
    ]);
  });

  test('keep the order of the answers in a document, and are the same when they are joined again', () => {
    const one = known('What is it?', 'b: Second.', 'b: First.', 'a: Third.');
    const joined = joinKnownQuestions([one]);
    expect(joined).toEqual([known('What is it?', 'a: Third.', 'b: Second.', 'b: First.')]);
    expect(joinKnownQuestions([...joined, ...joined])).toEqual(joined);
  });

  test('are taught only where none of the places wrote the wording itself', () => {
    const taught = { ...known('What is it?', 'a: A ship.'), taught: true } as const;
    expect(joinKnownQuestions([taught, taught])).toEqual([taught]);
    expect(joinKnownQuestions([taught, known('What is it?', 'a: A ship.')])).toEqual([
      known('What is it?', 'a: A ship.'),
    ]);
  });
});
