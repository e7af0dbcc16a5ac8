import type { Span } from '../../documents/document.js';
import { PARAMETERS } from '../parameters.js';
import type { GlossaryMatcher } from '../query/glossary-match.js';
import type { TermGroup, Variant, Vocabulary } from '../query/term-group.js';
import { inverseFrequency } from '../ranking/bm25.js';
import { analyze, termsOf } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import { inOrder } from '../text/span.js';
import { translateWords } from './translate.js';
import type { TranslatedSpan } from './translated-span.js';

/** A word of a question as the terms of its likeliest English, and the other ways to say it. */
export interface TranslatedWord extends Span {
  /** None for a word that carries no subject. */
  readonly terms: readonly string[];
  readonly others: readonly Variant[];
}

/** A Chinese name of a question, and what English calls it. */
export interface ChineseName {
  readonly group: TermGroup;
  readonly english: string;
}

/** What is not English in a question. */
export interface QuestionTranslation {
  /** The Chinese names that the glossary knows, the longest at each place. */
  readonly names: readonly ChineseName[];
  /** The other words, in order. */
  readonly words: readonly TranslatedWord[];
  /** The question in English, word by word; undefined where it was asked in English. */
  readonly english?: string;
}

/** Finds the Chinese names of a question and translates it where it is not English. */
export function translateQuestion(question: string, vocabulary: Vocabulary): QuestionTranslation {
  const names = chineseNames(question, vocabulary);
  const spans = translateWords(question, {
    names: () => (isHan(question) ? names.map(({ group }) => group) : longNames(question, vocabulary.names)),
    inDocuments: (words) => isEverywhere(words, (term) => isWritten(term, vocabulary)),
    isKnown: (words) =>
      isEverywhere(words, (term) => isWritten(term, vocabulary) || vocabulary.names.vocabulary.has(term)),
  });
  // A question in which nothing is foreign is English, whatever language its words are also of.
  if ((spans ?? []).length === 0 && names.length === 0) return { names, words: [] };
  return {
    names,
    words: (spans ?? []).map((span) => translatedWord(question, span, vocabulary)),
    english: inEnglish(
      question,
      [
        ...(spans ?? []),
        ...names.map(({ group: { start, end }, english }) => ({ start, end, english: [english] })),
      ].sort(inOrder),
    ),
  };
}

/**
 * A word with the other ways to translate it, and in the asker's own where documents have it. None counts more than the
 * first, however rare it is: all are one word to the one who asks (A. Pirkola, "The effects of query structure and
 * dictionary setups in dictionary-based cross-language information retrieval", 1998). First is what documents say as
 * often: those in the asker's language have English only here and there.
 */
function translatedWord(
  question: string,
  { start, end, english: [likeliest = '', ...more] }: TranslatedSpan,
  vocabulary: Vocabulary,
): TranslatedWord {
  const english: Variant = {
    // How many are asked is told by the kind of the question; nothing has to say "many".
    terms: termsOf(isAsking(likeliest) ? likeliest.replace(/^how (?:many|much|long)/, '') : likeliest),
    weight: PARAMETERS.originWeight.translated,
    origin: 'translated',
  };
  const translations = more.map(
    (word): Variant => ({
      terms: termsOf(word),
      weight: PARAMETERS.translation.otherVariantWeight,
      origin: 'translated',
    }),
  );
  const carriesNothing = english.terms.length === 0 || isAsking(likeliest);
  const own = carriesNothing ? [] : ownWords(question, { start, end }, vocabulary);
  const isCommoner = own.some(
    ({ terms }) => commonness(terms, vocabulary) >= commonness(english.terms, vocabulary),
  );
  const [first = english, ...others] = isCommoner
    ? [...own, english, ...translations]
    : [english, ...translations, ...own];
  return {
    start,
    end,
    terms: first.terms,
    others: others
      .filter((other) => other.terms.length > 0)
      .map((other) => noRarerThan(first.terms, other, vocabulary)),
  };
}

/** In how many passages the rarest of some terms is. */
function commonness(words: readonly string[], { terms }: Vocabulary): number {
  const frequencies = words
    .map((term) => terms.numberOf(term))
    .map((number) => (number === undefined ? 0 : terms.frequency(number)));
  return frequencies.length === 0 ? 0 : Math.min(...frequencies);
}

function chineseNames(question: string, vocabulary: Vocabulary): ChineseName[] {
  if (!isHan(question)) return [];
  const simplified = simplify(question);
  const names: ChineseName[] = [];
  for (let start = 0; start < simplified.length; ) {
    const known = vocabulary.names.chineseAt(simplified, start);
    const span = { start, end: start + (known?.units ?? 1) };
    if (known) {
      const group = { ...span, variants: nameVariants(question, span, known.forms, vocabulary) };
      const inLatin = known.forms.find(({ text }) => !isHan(text))?.text;
      names.push({ group, english: inLatin ?? question.slice(span.start, span.end) });
    }
    start = span.end;
  }
  return names;
}

/** The English forms of a Chinese name, and the name itself where documents have it or nothing else stands for it. */
function nameVariants(
  question: string,
  span: Span,
  forms: readonly { readonly terms: readonly string[] }[],
  vocabulary: Vocabulary,
): Variant[] {
  const { own, translated } = PARAMETERS.originWeight;
  const asked = termsOf(question.slice(span.start, span.end));
  const others = forms
    .filter(({ terms }) => terms.join(' ') !== asked.join(' '))
    .map(({ terms }): Variant => ({ terms, weight: translated, origin: 'translated' }));
  const [likeliest] = others;
  if (!likeliest) return [{ terms: asked, weight: own, origin: 'own' }];
  return [
    ...others,
    ...ownWords(question, span, vocabulary).map((one) => noRarerThan(likeliest.terms, one, vocabulary)),
  ];
}

/** Names of several words, which no translation may take apart. */
function longNames(question: string, names: GlossaryMatcher): Span[] {
  const terms = analyze(question);
  const sequence = terms.map(({ term }) => term);
  return terms.flatMap(({ start }, position) => {
    const known = names.phraseAt(sequence, position);
    const isName = known && known.termCount > 1 && known.forms.some(({ origin }) => origin === 'alias');
    return isName ? [{ start, end: terms[position + known.termCount - 1]?.end ?? start }] : [];
  });
}

/** The words as asked, if documents have them: in the asker's language, or because they are the same in English. */
function ownWords(question: string, { start, end }: Span, vocabulary: Vocabulary): Variant[] {
  const terms = termsOf(question.slice(start, end));
  const areWritten = terms.length > 0 && terms.every((term) => isWritten(term, vocabulary));
  return areWritten ? [{ terms, weight: PARAMETERS.originWeight.own, origin: 'own' }] : [];
}

function noRarerThan(likeliest: readonly string[], other: Variant, vocabulary: Vocabulary): Variant {
  const share = rarity(likeliest, vocabulary) / rarity(other.terms, vocabulary);
  return share < 1 ? { ...other, weight: other.weight * share } : other;
}

function rarity(terms: readonly string[], { terms: passages }: Vocabulary): number {
  const rarest = inverseFrequency(passages.size + PARAMETERS.words.backgroundPassages, 0);
  return terms.reduce((sum, term) => {
    const number = passages.numberOf(term);
    return sum + (number === undefined ? rarest : passages.rarity(number));
  }, 0);
}

/** Whether every term of a phrase is of a kind; a phrase of nothing but stop words is of none. */
function isEverywhere(words: string, isOfKind: (term: string) => boolean): boolean {
  const terms = termsOf(words);
  return terms.length > 0 && terms.every(isOfKind);
}

function isWritten(term: string, { terms }: Vocabulary): boolean {
  return terms.numberOf(term) !== undefined;
}

/** Words that begin an English question. */
const asks =
  /^(?:how(?: many| much| long)?|how much does it cost|who(?:se| is)?|when|where|why|which(?: all| year)?|what(?: for| is| is the difference between)?|is(?: in)?)$/;

/** The question word by word, with what it asks in front as English has it: 联盟有多少成员 → "how many member alliance". */
function inEnglish(question: string, spans: readonly TranslatedSpan[]): string {
  const pieces: string[] = [];
  let at = 0;
  let asked: number | undefined;
  for (const { start, end, english } of spans) {
    const word = english[0] ?? '';
    pieces.push(question.slice(at, start));
    if (isAsking(word)) asked ??= pieces.length;
    pieces.push(` ${word} `);
    at = end;
  }
  pieces.push(question.slice(at));
  const [before, after] = [pieces.slice(0, asked ?? 0), pieces.slice(asked ?? 0)].map(plainText);
  return `${after} ${before}`.trim() + (/[?？]\s*$/.test(question) ? '?' : '');
}

function isAsking(english: string): boolean {
  return asks.test(english);
}

function plainText(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replaceAll(/[¿¡?？。]|(?<!\S)[-'’]+(?!\S)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
