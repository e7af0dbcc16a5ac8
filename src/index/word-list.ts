/** A language file: what a short word list needs to put a question into English word by word. */
export interface WordListData {
  readonly name: string;
  /** Words that tell the language and nothing of the subject, several to a line. */
  readonly functionWords: readonly string[];
  /** Endings and what English has for them, `-` for nothing; several are separated by spaces. */
  readonly endings?: Readonly<Record<string, string>>;
  /** Spellings (a regular expression) and what English has for them, in words of one origin. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Words are written together: Chip + Hersteller. */
  readonly compounds?: boolean;
  /** English, several ways separated by commas, and the words for it, separated by commas. */
  readonly words: Readonly<Record<string, string>>;
}

/** The words of one language, made findable in any inflected form. */
export interface WordList {
  readonly name: string;
  /** English for the longest phrase that begins at a position, `length` words long; empty for a function word. */
  phraseAt(
    words: readonly string[],
    position: number,
  ): { length: number; english: readonly string[] } | undefined;
  /** English words that would be written like this one if both come from one origin, likeliest first. */
  cognates(word: string): string[];
  /** The two or more known words that a word is made of, each with its length and English. */
  compound(word: string): { length: number; english: readonly string[] }[] | undefined;
}

const longestPhrase = 6;
const shortestPart = 3;

export function compileWordList(data: WordListData, stem: (word: string) => string): WordList {
  const exact = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const [english, foreign] of Object.entries(data.words)) {
    for (const phrase of foreign.split(',').map(wordsOf)) {
      add(exact, phrase.map(fold).join(' '), english.split(', '));
      add(stems, phrase.map(stemmed).join(' '), english.split(', '));
    }
  }
  const functionWords = new Set(data.functionWords.flatMap((line) => line.split(' ')).map(fold));
  const endings = Object.entries(data.endings ?? {}).sort(([a], [b]) => b.length - a.length);
  const spellings = Object.entries(data.spellings ?? {}).map(
    ([spelling, english]) => [new RegExp(spelling, 'g'), english] as const,
  );

  function stemmed(word: string): string {
    return fold(stem(word.toLowerCase()));
  }

  function lookUp(words: readonly string[]): readonly string[] | undefined {
    const folded = words.map(fold);
    const known = exact.get(folded.join(' '));
    if (known) return known;
    if (words.length === 1 && functionWords.has(folded[0] ?? '')) return [];
    return stems.get(words.map(stemmed).join(' ')) ?? stems.get(folded.map(stemmed).join(' '));
  }

  return Object.freeze({
    name: data.name,
    phraseAt(words: readonly string[], position: number) {
      for (let length = Math.min(longestPhrase, words.length - position); length > 0; length--) {
        const english = lookUp(words.slice(position, position + length));
        if (english) return { length, english };
      }
      return undefined;
    },
    cognates(word: string): string[] {
      const folded = fold(word);
      const forms = [folded];
      for (const [ending, english] of endings) {
        if (!folded.endsWith(ending) || folded.length - ending.length < shortestPart) continue;
        const base = folded.slice(0, -ending.length);
        forms.push(...english.split(' ').map((instead) => (instead === '-' ? base : base + instead)));
      }
      const respelled = forms.map((form) =>
        spellings.reduce((text, [spelling, english]) => text.replace(spelling, english), form),
      );
      return [...new Set([...forms, ...respelled])];
    },
    compound: data.compounds ? compound : () => undefined,
  });

  function compound(word: string): { length: number; english: readonly string[] }[] | undefined {
    for (let length = word.length - shortestPart; length >= shortestPart; length--) {
      const left = word.slice(0, length);
      const first = [left, left.replace(/(?:es|s|en|n)$/, '')]
        .map((part) => lookUp([part]))
        .find((english) => english?.length);
      if (!first) continue;
      const rest = word.slice(length);
      const last = lookUp([rest]);
      const others = last?.length ? [{ length: rest.length, english: last }] : compound(rest);
      if (others) return [{ length, english: first }, ...others];
    }
    return undefined;
  }
}

/** The words of a text; an apostrophe or hyphen parts words. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Lower case without accents. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
}

function add(map: Map<string, string[]>, key: string, english: readonly string[]): void {
  map.set(key, [...new Set([...(map.get(key) ?? []), ...english])]);
}
