import { PARAMETERS } from '../index/parameters.js';

const character = /\p{Script=Han}/gu;

function charactersIn(text: string): number {
  return text.match(character)?.length ?? 0;
}

/** The words of a text, where several Chinese characters count as one. */
export function wordsIn(text: string): number {
  const words = text
    .replace(character, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length + Math.ceil(charactersIn(text) / PARAMETERS.excerpts.charactersInWord);
}

/** The length of a text in UTF-16 units, where a Chinese character counts several, as it says so much more. */
export function unitsIn(text: string): number {
  return text.length + (PARAMETERS.excerpts.unitsOfCharacter - 1) * charactersIn(text);
}

/** Whether a text is longer than a sentence may be that is shown whole. */
export function isOverlong(text: string): boolean {
  return unitsIn(text) > PARAMETERS.excerpts.maxSentence;
}
