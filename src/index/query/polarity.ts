import type { Span } from '../../documents/document.js';

/** Whether a question asks for what is so or for what is not. */
export type Polarity = 'positive' | 'negative';

const negation =
  /(?<![\p{L}])(?:no|not|never|neither|without|nobody|none|nicht|kein\p{L}*|ohne|\p{L}+n['’]t)(?![\p{L}])|[不没未無无]有?/giu;

/** "Or not", "not only" and the like negate nothing; and a negation is asked to be confirmed: "isn't it?". */
const noNegation =
  /(?<![\p{L}])(?:or not|whether or not|not only|not just|not yet|why not|if not|not enough|not sure|(?:do|did|could|can)n['’]t (?:know|find|remember|understand|get)|(?:do|did|could|can) not (?:know|find|remember|understand|get))(?![\p{L}])|,\s*(?:is|are|was|were|do|does|did|has|have|will|can)n['’]t \p{L}+\s*\?|不同|不过|是不是|有没有|能不能|会不会|要不要|未来|无论/giu;

/** A question that begins with its verb is answered by yes or no: "isn't Huawei in it?" asks the same as without "not". */
const yesOrNo =
  /^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)(?:n['’]?t)?(?![\p{L}])|[吗嗎]\s*(?:[?？]\s*)?$/iu;

/**
 * Reads whether a question is negative: "which are not in", "who didn't join", "without", 没有.
 * @param words Where in it the words stand that are looked for: within one of them nothing is denied, as in the name 无问芯穹.
 */
export function polarityOf(question: string, words: readonly Span[]): Polarity {
  if (yesOrNo.test(question)) return 'positive';
  const read = question.replace(noNegation, (found) => ' '.repeat(found.length));
  const isWithin = (start: number, end: number) =>
    words.some((word) => word.start <= start && end <= word.end && end - start < word.end - word.start);
  const denies = [...read.matchAll(negation)].some(
    ({ index, 0: found }) => !isWithin(index, index + found.length),
  );
  return denies ? 'negative' : 'positive';
}
