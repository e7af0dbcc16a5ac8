import { analyze } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import type { Glossary } from './glossary.js';

/** Other words for a stretch of a question: terms that together stand for it. */
export interface Form {
  readonly terms: readonly string[];
  readonly origin: 'alias' | 'synonym';
}

/** A stretch of a question that the glossary knows, `length` terms (or UTF-16 units, for Chinese) long. */
export interface Known {
  readonly length: number;
  /** Every form of the names and synonym groups that the stretch belongs to, its own among them. */
  readonly forms: readonly Form[];
}

/** The glossary, made ready to be looked up by the terms of a question. */
export interface Names {
  /** The longest known phrase that begins at a position of a sequence of terms. */
  phraseAt(terms: readonly string[], position: number): Known | undefined;
  /** The longest Chinese name that begins at an offset of a text of simplified characters. */
  chineseAt(simplified: string, offset: number): Known | undefined;
  /** Every term of the glossary's names and synonyms. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Makes names and synonym groups findable by any of their forms. */
export function compileGlossary({ entities, synonyms }: Glossary): Names {
  const phrases = new Map<string, Form[]>();
  const chinese = new Map<string, Form[]>();
  const groups = [
    ...entities.map((entity) => ({
      origin: 'alias' as const,
      words: [entity.name, ...entity.aliases, ...entity.chinese],
    })),
    ...synonyms.map((words) => ({ origin: 'synonym' as const, words })),
  ];
  for (const { origin, words } of groups) {
    const forms = words
      .map((word): Form => ({ terms: termsOf(word), origin }))
      .filter(({ terms }) => terms.length > 0);
    for (const name of words.filter(isHan)) addForms(chinese, simplify(name), forms);
    for (const { terms } of forms) addForms(phrases, terms.join(' '), forms);
  }
  const longestPhrase = longest([...phrases.keys()].map((phrase) => phrase.split(' ').length));
  const longestChinese = longest([...chinese.keys()].map((name) => name.length));
  return Object.freeze({
    phraseAt: (terms: readonly string[], position: number) =>
      longestKnown(phrases, longestPhrase, (length) =>
        position + length <= terms.length ? terms.slice(position, position + length).join(' ') : undefined,
      ),
    chineseAt: (simplified: string, offset: number) =>
      longestKnown(chinese, longestChinese, (length) => simplified.slice(offset, offset + length)),
    vocabulary: new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' '))),
  });
}

function termsOf(words: string): string[] {
  return analyze(words).map(({ term }) => term);
}

function addForms(known: Map<string, Form[]>, key: string, forms: readonly Form[]): void {
  const before = known.get(key);
  if (before)
    before.push(...forms.filter(({ terms }) => !before.some((form) => sameTerms(form.terms, terms))));
  else known.set(key, [...forms]);
}

function sameTerms(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}

function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}

function longestKnown(
  known: ReadonlyMap<string, readonly Form[]>,
  most: number,
  keyOf: (length: number) => string | undefined,
): Known | undefined {
  for (let length = most; length > 0; length--) {
    const key = keyOf(length);
    const forms = key === undefined ? undefined : known.get(key);
    if (forms) return { length, forms };
  }
  return undefined;
}
