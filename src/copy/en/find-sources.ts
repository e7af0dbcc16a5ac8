import { number, plural } from './phrases.js';

/** The words of Find sources, in the menu of a message. */
export const findSources = {
  name: 'Find sources',
  summary:
    'What the documents have on each sentence of a message: the passage, and which details stand in it',
  nothing: 'This message states nothing in words that could be looked up.',
  title: (found: number, sentences: number) =>
    `${found} of ${plural(sentences, 'sentence')} have a passage in the documents`,
  aside: 'Which of its details stand in a passage says nothing of whether a sentence is true.',
  none: 'No passage was found on this.',
  isThere: (detail: string) => `${detail}: there`,
  isNotThere: (detail: string) => `${detail}: not there`,
  questions: (count: number) =>
    count === 1
      ? 'A question was passed over: /ask answers it.'
      : `${number(count)} questions were passed over: /ask answers them.`,
  more: (count: number) =>
    `${plural(count, 'more sentence')} could not be looked up at once: copy them into a message of their own.`,
} as const;
