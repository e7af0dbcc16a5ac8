import { describe, expect, it } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import { snapshotOfFiles } from '../support/corpus.js';
import { cases, documents, type Expected } from './kinds.js';

/*
 * Kinds of fault that an answer may have, each with cases through the whole pipeline: what is asked of small documents,
 * and what must be shown.
 */

const snapshot = snapshotOfFiles(documents);

describe.each(Object.entries(cases))('%s', (_kind, some) => {
  it.each(some)('%s', async (question, expected) => {
    const answer = await answerQuestion(await snapshot, question);
    const shown = answer.excerpts.map(({ text }) => text);
    expect(faultsOf(answer, expected), `${answer.verdict}: ${shown.join(' ⏎ ')}`).toEqual([]);
  });
});

/** What an answer lacks of what is expected, by name. */
function faultsOf({ verdict, excerpts }: Answer, expected: Expected): string[] {
  const texts = verdict === 'none' ? [] : excerpts.map(({ text }) => text);
  const { first, notFirst, all = [], most, isAnswered } = expected;
  const isRight: Readonly<Record<string, boolean>> = {
    first: first === undefined || first.test(texts[0] ?? ''),
    notFirst: notFirst === undefined || verdict !== 'answered' || !notFirst.test(texts[0] ?? ''),
    all: all.every((part) => texts.some((text) => part.test(text))),
    most: most === undefined || texts.length <= most,
    isAnswered: isAnswered === undefined || (verdict === 'answered') === isAnswered,
  };
  return Object.keys(isRight).filter((name) => !isRight[name]);
}
