/*
 * Words by which a sentence is of a kind: what it has where a purpose or a contrast is asked for, and what makes it say
 * another thing.
 */

/** One thing is set against another. */
export const contrast =
  /\b(?:than|whereas|while|unlike|instead|in contrast|but|compared|differs?|different|against|versus|not|both|more|less|twice|times)\b|比|不同|而/iu;

/** What something is to do. */
export const purpose =
  /\b(?:to \p{Ll}+|aims?|aimed|goals?|purpose|objectives?|intended|meant|so that|in order|for)\b|旨在|为了|宗旨/iu;

const qualifier =
  /\b(?:both|only|all|either|neither|each|most|first|last|other|same|before|after|until|without|against)\b/giu;

/** Stop words of a text that make it say another thing, each once. */
export function qualifiersIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(qualifier) ?? [])];
}

/** The share of some of these words that a text has: 0 to 1, and 0 where there are none. */
export function sharedQualifiers(asked: readonly string[], text: string): number {
  if (asked.length === 0) return 0;
  const there = new Set(qualifiersIn(text));
  return asked.filter((word) => there.has(word)).length / asked.length;
}
