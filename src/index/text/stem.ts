import stemOf from 'wink-porter2-stemmer';

/** Lower case, compatibility forms resolved, accents off, possessive, contracted verb and elision cut, apostrophes removed. */
export function fold(raw: string): string {
  const lower = /^[a-z0-9]*$/i.test(raw) ? raw.toLowerCase() : foldMarks(raw);
  if (!/['’ʼ]/.test(lower)) return lower;
  return lower
    .replace(/['’ʼ](?:s|ll|d|re|ve|m)$/, '')
    .replace(/^(?:[cdjlmnst]|qu)['’ʼ](?=.)/, '')
    .replaceAll(/['’ʼ]/g, '');
}

function foldMarks(raw: string): string {
  const plain = raw.normalize('NFKD').replaceAll(/(?<=[a-z])\p{M}+/giu, '');
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}'’ʼ]/gu, '')
    .replaceAll('ß', 'ss');
}

/** Of words that end in these, no rule of Porter2 makes others. */
const lastOfStem = /[abfhjkopquvwxz]$/;

/** The Porter2 stem; a word with digits or letters outside a to z is its own stem. */
export function stem(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  return lastOfStem.test(word) ? word : stemOf(word);
}
