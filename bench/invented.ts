// Documents and questions in the words of no language, as many as one likes and always the same ones.

/** A Markdown file. */
export interface InventedFile {
  readonly path: string;
  readonly text: string;
}

const PASSAGES_A_DOCUMENT = 40;
const SENTENCES_A_PASSAGE = 5;
const VOCABULARY = 40_000;
const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
/** Letters of a word of two syllables or more: not one of the most frequent ones, which real questions do not rest on. */
const LEAST_TELLING = 4;
/** One question in so many has a typing error. */
const MISTYPED = 10;

/** Documents of `passages` passages together. Every tenth names its edition in a paragraph more. */
export function inventedDocuments(passages: number, edition: number): InventedFile[] {
  const below = numbersFrom(7);
  return Array.from({ length: Math.ceil(passages / PASSAGES_A_DOCUMENT) }, (_, number) => {
    const title = Array.from({ length: 3 }, () => tellingWord(below)).join(' ');
    const paragraphs = Array.from({ length: PASSAGES_A_DOCUMENT }, () => paragraph(below));
    if (number % 10 === 0) paragraphs.push(`This is edition ${edition}.`);
    return { path: `document-${number}.md`, text: `# ${title}\n\n${paragraphs.join('\n\n')}\n` };
  });
}

/** Questions in the words of passages that are there. */
export function inventedQuestions(files: readonly InventedFile[], count: number): string[] {
  const below = numbersFrom(11);
  return Array.from({ length: count }, (_, number) => {
    const paragraphs = (files[below(files.length)]?.text ?? '').split('\n\n');
    const about = paragraphs[1 + below(PASSAGES_A_DOCUMENT)] ?? '';
    const words = about.match(/[a-z]+/gi)?.filter((one) => one.length >= LEAST_TELLING) ?? [];
    const [first = '', ...others] = words.slice(below(words.length - 6)).slice(0, 6);
    const typed = number % MISTYPED === 0 ? `${first}x` : first;
    return `What is the ${[typed, ...others.slice(0, 2)].join(' ')} of the ${others.slice(2).join(' ')}?`;
  });
}

const LONGEST_QUESTION = 500;

/** As long a question as Discord takes, of four to ten letters at random a word. */
export function madeUpQuestion(below: Numbers): string {
  let text = '';
  while (text.length < LONGEST_QUESTION) text += `${madeUpWord(4 + below(7), below)} `;
  return text.slice(0, LONGEST_QUESTION);
}

function madeUpWord(length: number, below: Numbers): string {
  return Array.from({ length }, () => String.fromCharCode(97 + below(26))).join('');
}

/** Always the same numbers below `end`, so that runs can be compared. */
export type Numbers = (end: number) => number;

export function numbersFrom(seed: number): Numbers {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

function paragraph(below: Numbers): string {
  return Array.from({ length: SENTENCES_A_PASSAGE }, () => sentence(below)).join(' ');
}

function sentence(below: Numbers): string {
  const words = Array.from({ length: 12 + below(12) }, () => inventedWord(below)).join(' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function tellingWord(below: Numbers): string {
  for (;;) {
    const one = inventedWord(below);
    if (one.length >= LEAST_TELLING) return one;
  }
}

/**
 * Words are as frequent as those of a language are (the n-th most frequent one is n times rarer than the first), which
 * is what the time of a search depends on.
 */
export function inventedWord(below: Numbers): string {
  return spelled(Math.floor(VOCABULARY ** (below(1e6) / 1e6)));
}

function spelled(rank: number): string {
  const syllables = CONSONANTS.length * VOWELS.length;
  let text = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables)) {
    const syllable = rest % syllables;
    text += `${CONSONANTS[syllable % CONSONANTS.length]}${VOWELS[Math.floor(syllable / CONSONANTS.length)]}`;
  }
  return text;
}
