import stemOf from 'wink-porter2-stemmer';
// The table by which a search weighs words; here it only says which words there are, as stems.
import table from '../english-idf.json' with { type: 'json' };

const stems: ReadonlySet<string> = new Set(
  Object.values<string>(table.terms).flatMap((terms) => terms.split(' ')),
);

/** Is it an English word, also with an ending, as far as WordNet's 26,000 commonest show? In small letters. */
export function isEnglishWord(word: string): boolean {
  return /^[a-z]{2,40}$/.test(word) && (stems.has(word) || stems.has(stemOf(word)));
}
