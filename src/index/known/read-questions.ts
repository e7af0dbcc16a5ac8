import type { Embedder } from '../embedding/embedder.js';
import type { QuestionKind } from '../query/question-kind.js';
import { readWords } from '../query/read-words.js';
import { saysWhatWasAsked, type Variant, type Vocabulary } from '../query/term-group.js';
import { type Reliance, watched } from '../query/watched-vocabulary.js';
import { termsOf } from '../text/analyzer.js';
import { isHan } from '../text/chinese.js';
import { translateQuestion } from '../translate/question-translation.js';

/** A known question, read as any question is. Plain data, so that it can be kept. */
export interface ReadKnownQuestion {
  readonly groups: readonly KnownGroup[];
  readonly kind: QuestionKind;
  /** Whether it asks for what is newest. */
  readonly asksNewest: boolean;
  readonly english: string;
  /** What of the vocabulary that rests on. */
  readonly reliance: Reliance;
}

/** A word or name of a known question. */
export interface KnownGroup {
  /** The ways to say what was asked, by {@link keyOf}; a name in another way is found from the side of the asker. */
  readonly keys: readonly string[];
  readonly rarity: number;
  /** Whether it is what the question is about, and not a word that only tells what kind of thing is asked for. */
  readonly isSubject: boolean;
}

/** A variant as one term: what is compared are whole names, not the words in them. */
export function keyOf({ terms }: Pick<Variant, 'terms'>): string {
  return terms.join('+');
}

/** The terms by which a known question is found: those of its words, and of their English where they are Chinese. */
export function termsToFind(question: string, vocabulary: Vocabulary): string[] {
  const english = isHan(question) ? translateQuestion(question, vocabulary).english : undefined;
  return [...new Set([...termsOf(question), ...(english === undefined ? [] : termsOf(english))])];
}

export function readKnownQuestion(question: string, vocabulary: Vocabulary): ReadKnownQuestion {
  const watching = watched(vocabulary);
  const { english, groups, expects, time } = readWords(question, watching.vocabulary);
  return {
    groups: groups.map(({ variants, rarity, isSubject }) => ({
      keys: variants.filter(({ origin }) => saysWhatWasAsked(origin)).map(keyOf),
      rarity,
      isSubject,
    })),
    kind: expects.kind,
    asksNewest: time.state === 'newest',
    english,
    reliance: watching.reliance(),
  };
}

/** What is worked out for a number when it is first asked for, where it can be. */
export function once<T>(workOut: (id: number) => T | undefined): (id: number) => T | undefined {
  const all = new Map<number, T>();
  return (id) => {
    const known = all.get(id);
    if (known !== undefined) return known;
    const found = workOut(id);
    if (found !== undefined) all.set(id, found);
    return found;
  };
}

/** Compares a text with the English of known questions in meaning; `undefined` while nothing is known of that. */
export function closenessTo(
  english: string,
  embedder: Embedder | undefined,
  vectorOf: (id: number) => Float32Array | undefined,
): ((id: number) => number) | undefined {
  const asked = embedder?.vector(english);
  return asked && ((id) => cosine(asked, vectorOf(id)));
}

/** Of two vectors of length 1; 0 where there is only one. */
function cosine(a: Float32Array, b: Float32Array | undefined): number {
  let sum = 0;
  if (b) for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
