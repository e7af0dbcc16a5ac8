/** What the score of a passage is the sum of. */
export type PassagePart = 'words' | 'related' | 'bestSentence' | 'proximity' | 'feedback' | 'meaning';

/**
 * What the score of a sentence is the sum of; `context` is for its words together with headings and the sentence
 * before, `kind` for having what is asked for, such as a date or a list.
 */
export type SentencePart = 'words' | 'context' | 'passage' | 'meaning' | 'kind';

/** Is told each part of a score as it is added, in order to explain it; ranking does the same whether or not. */
export interface ScoreListener {
  passage(passage: number, part: PassagePart, amount: number): void;
  /** @param sentence Its place among the sentences of the passage. */
  sentence(passage: number, sentence: number, part: SentencePart, amount: number): void;
}
