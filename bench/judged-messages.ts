import { findSources, type SourcedSentence } from '../src/answer/find-sources.js';
import type { Snapshot } from '../src/index/snapshot.js';

/** A sentence of a message, and what is right to find for it; test/answer/found-sources.txt says how it is written. */
export interface JudgedSentence {
  readonly text: string;
  /** `stated`: the documents speak of it; `near`: they speak of its subject; `elsewhere`: of nothing like it. */
  readonly sort: 'stated' | 'near' | 'elsewhere';
  /** Words that the passage must have, one of each list. */
  readonly words: readonly (readonly string[])[];
  /** Its details that do not stand there. */
  readonly notThere: readonly string[];
}

/** What was found for a sentence, and whether that is right. */
export interface JudgedFinding {
  readonly sentence: JudgedSentence;
  readonly found: SourcedSentence | undefined;
  readonly isRight: boolean;
}

const SORTS = { '+': 'stated', '~': 'near', '-': 'elsewhere' } as const;

/** The messages of a file, each with its sentences. */
export function readMessages(file: string): JudgedSentence[][] {
  const messages = file.split(/^= .*$/m).slice(1);
  return messages.map((lines) => lines.split('\n').flatMap(readSentence));
}

function readSentence(line: string): JudgedSentence[] {
  const sort = SORTS[line.charAt(0) as keyof typeof SORTS];
  if (!sort) return [];
  const [text = '', expected = ''] = line.slice(2).split(' => ');
  const [words = '', notThere = ''] = expected.split(' ! ');
  const listed = (list: string, mark: string) => list.split(mark).flatMap((part) => part.trim() || []);
  return [
    { text, sort, words: listed(words, ',').map((one) => one.split('|')), notThere: listed(notThere, ';') },
  ];
}

/** Looks up the sentences of a message, a line each. */
export async function judgeMessage(
  snapshot: Snapshot,
  message: readonly JudgedSentence[],
): Promise<JudgedFinding[]> {
  const { sentences } = await findSources(snapshot, message.map(({ text }) => text).join('\n'));
  return message.map((sentence, at) => {
    const found = sentences[at];
    return { sentence, found, isRight: found?.text === sentence.text && isRight(sentence, found) };
  });
}

/** Nothing is right where the documents state nothing; else the right passage, and the right details in it. */
function isRight({ sort, words, notThere }: JudgedSentence, { excerpt, details }: SourcedSentence): boolean {
  if (sort !== 'stated' || !excerpt) return (sort === 'stated') === (excerpt !== undefined);
  const quoted = excerpt.text.toLowerCase();
  const missing = details.filter(({ isThere }) => !isThere).map(({ asked }) => asked);
  return (
    words.every((some) => some.some((word) => quoted.includes(word.toLowerCase()))) &&
    missing.join() === notThere.join()
  );
}
