/** A language file: what it takes to put a question into English word by word. */
export interface WordListData {
  readonly name: string;
  /** BCP 47. */
  readonly code: string;
  /** Words that tell the language and nothing of the subject, several to a line. */
  readonly functionWords: readonly string[];
  /** Words that a question begins with which asks yes or no: English has "is" there. */
  readonly openings: string;
  /** Endings of inflected forms, without accents, separated by spaces. */
  readonly inflections: string;
  /** Endings and what English has for them, `-` for nothing; several are separated by spaces. */
  readonly endings: Readonly<Record<string, string>>;
  /** Spellings (a regular expression) and what English has for them, in words of one origin. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Words are written together: Chip + Hersteller. */
  readonly compounds?: boolean;
  /** English, several ways separated by commas, and the words for it, separated by commas. */
  readonly words: Readonly<Record<string, string>>;
}

/** A phrase of so many words with its English, likeliest first; none for a function word. */
export interface ListedPhrase {
  readonly wordCount: number;
  readonly english: readonly string[];
}

/** A word or a part of one, so many UTF-16 units long, with its English, likeliest first. */
export interface WordPart {
  readonly units: number;
  readonly english: readonly string[];
}

/** The words of one language, findable in any inflected form. */
export interface WordList {
  /** Whether a question that begins with the word asks yes or no. */
  opensYesNo(word: string): boolean;
  /** The longest phrase that is known at a position. */
  phraseAt(words: readonly string[], position: number): ListedPhrase | undefined;
  /** A word that the list does not have: by an English word of one origin, or by the parts it is made of. */
  unlisted(word: string, isEnglish: (word: string) => boolean): WordPart[];
}

/** Letters of the shortest stem or part of a word that is trusted to tell one. */
const MIN_PART = 3;
const MIN_COGNATE = 5;

export function compileWordList(data: WordListData): WordList {
  const stem = stemmer(data);
  const stemmed = (word: string) => stem(fold(word));
  const functionWords = new Set(data.functionWords.flatMap((line) => line.split(' ')));
  const unaccented = new Set([...functionWords].map(fold));
  const exact = new Map<string, readonly string[]>();
  const stems = new Map<string, readonly string[]>();
  /** The number of words in the longest phrase that begins with a word. */
  const longest = new Map<string, number>();
  const openings = new Set(data.openings.split(' '));
  const listed = [...countries(data.code), ...listedWords(data)];
  for (const [foreign, english] of listed.flatMap(inAscii)) {
    const words = wordsOf(foreign);
    const [folded, base] = [words.map(fold), words.map(stemmed)];
    const [written, plain] = [words.join(' ').toLowerCase(), folded.join(' ')];
    add(exact, written, english);
    if (plain !== written) add(exact, plain, english);
    // A number is not inflected, and "nueve" (nine) has the stem of "nueva" (new).
    if (!/^\d/.test(english[0] ?? '')) add(stems, base.join(' '), english);
    for (const first of [folded[0] ?? '', base[0] ?? '']) {
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    }
  }
  const cognates = cognateRules(data);

  /** As it is written, then without accents, which people leave out, then in another form. */
  function lookUp(words: readonly string[]): readonly string[] | undefined {
    const written = words.join(' ').toLowerCase();
    const plain = words.map(fold).join(' ');
    if (functionWords.has(written)) return [];
    const known = exact.get(written) ?? exact.get(plain);
    if (known) return known;
    return unaccented.has(plain) ? [] : stems.get(words.map(stemmed).join(' '));
  }

  function phraseAt(words: readonly string[], position: number): ListedPhrase | undefined {
    const first = words[position] ?? '';
    const most = Math.max(longest.get(fold(first)) ?? 1, longest.get(stemmed(first)) ?? 1);
    for (let wordCount = Math.min(most, words.length - position); wordCount > 0; wordCount--) {
      const english = lookUp(words.slice(position, position + wordCount));
      if (english) return { wordCount, english };
    }
    return undefined;
  }

  /** English for a whole word or a part of one. */
  function part(word: string, isEnglish: (word: string) => boolean): readonly string[] {
    const listed = lookUp([word]);
    if (listed?.length) return listed;
    const cognate = word.length < MIN_COGNATE ? undefined : cognates(fold(word)).find(isEnglish);
    if (!cognate) return [];
    return [cognate === fold(word) ? word : cognate];
  }

  /** The fewest and longest parts that are words, from the left; letters that join two parts belong to the left one. */
  function compound(
    word: string,
    isEnglish: (word: string) => boolean,
    known = new Map<string, WordPart[]>(),
  ): WordPart[] {
    const before = known.get(word);
    if (before) return before;
    const parts = compoundParts(word, isEnglish, known);
    known.set(word, parts);
    return parts;
  }

  /** `known` are the ends of the word that were taken apart already. */
  function compoundParts(
    word: string,
    isEnglish: (word: string) => boolean,
    known: Map<string, WordPart[]>,
  ): WordPart[] {
    for (let units = word.length - MIN_PART; units >= MIN_PART; units--) {
      const left = word.slice(0, units);
      const english = [left, left.replace(/(?:es|s|en|n)$/, '')]
        .map((form) => part(form, isEnglish))
        .find((ways) => ways.length > 0);
      if (!english) continue;
      const rest = word.slice(units);
      const last = part(rest, isEnglish);
      const others =
        last.length > 0 ? [{ units: rest.length, english: last }] : compound(rest, isEnglish, known);
      if (others.length > 0) return [{ units, english }, ...others];
    }
    return [];
  }

  return Object.freeze({
    phraseAt,
    opensYesNo: (word: string) => openings.has(word.toLowerCase()),
    unlisted(word: string, isEnglish: (word: string) => boolean): WordPart[] {
      const english = part(word, isEnglish);
      if (english.length > 0) return [{ units: word.length, english }];
      return data.compounds ? compound(word, isEnglish) : [];
    },
  });
}

/**
 * Cuts the longest ending of inflected forms. Lighter than Snowball's stemmers, which take 40 times as long, and
 * enough here, as the same is done to the list's words.
 */
function stemmer({ inflections }: WordListData): (folded: string) => string {
  const endings = new Set(inflections.split(' '));
  const longest = Math.max(...[...endings].map((ending) => ending.length));
  return (folded) => {
    const first = Math.max(MIN_PART, folded.length - longest);
    for (let end = first; end < folded.length; end++) {
      if (endings.has(folded.slice(end))) return folded.slice(0, end);
    }
    return folded;
  };
}

/** A word as it is written, and where it has umlauts as keyboards without them write it: für, fuer. */
function inAscii([foreign, english]: [string, string[]]): [string, string[]][] {
  const ascii = foreign.replaceAll(/[äöü]/giu, (letter) => `${letter.normalize('NFD')[0]}e`);
  return ascii === foreign
    ? [[foreign, english]]
    : [
        [foreign, english],
        [ascii, english],
      ];
}

/** Foreign words and phrases with their English, in the order of the file. */
function listedWords({ words }: WordListData): [string, string[]][] {
  return Object.entries(words).flatMap(([english, foreign]) =>
    foreign.split(', ').map((phrase): [string, string[]] => [phrase, english.split(', ')]),
  );
}

/** Names of countries, which the runtime knows in every language. */
function countries(code: string): [string, string[]][] {
  const foreign = new Intl.DisplayNames(code, { type: 'region', fallback: 'none' });
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const [name, meaning] = [foreign.of(first + second), english.of(first + second)];
      return name && meaning ? [[name, [meaning]] as [string, string[]]] : [];
    }),
  );
}

/**
 * Makes the spellings that an English word of the same origin can have, the word's own first: tecnología →
 * technology is a matter of the ending (ía, y) and of spelling (c, ch). Which of them is English is not asked here.
 */
function cognateRules({ endings, spellings }: WordListData): (folded: string) => string[] {
  const longestFirst = Object.entries(endings).sort(([a], [b]) => b.length - a.length);
  const respellings = Object.entries(spellings).map(([from, to]) => [new RegExp(from, 'g'), to] as const);
  return (folded) => {
    const forms = [folded];
    for (const [ending, english] of longestFirst) {
      const base = folded.slice(0, -ending.length);
      if (!folded.endsWith(ending) || base.length < MIN_PART) continue;
      forms.push(...english.split(' ').map((instead) => (instead === '-' ? base : base + instead)));
    }
    const respelled = forms.flatMap((form) => respellings.map(([from, to]) => form.replace(from, to)));
    return [...new Set([...forms, ...respelled])];
  };
}

/** The words of a text; an apostrophe or hyphen parts words. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Lower case without accents. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('œ', 'oe');
}

function add(map: Map<string, readonly string[]>, key: string, english: readonly string[]): void {
  const known = map.get(key);
  map.set(key, known ? [...new Set([...known, ...english])] : english);
}
