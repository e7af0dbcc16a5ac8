import type { Glossary } from '../../documents/glossary.js';
import { termsOf } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import { wordsByLength } from '../text/words-by-length.js';
import { commonWords, type WordGroup } from './common-words.js';

/** Terms that stand for a name or for a group of synonyms. */
export interface GlossaryTerms {
  /** As the glossary writes it. */
  readonly text: string;
  readonly terms: readonly string[];
  readonly origin: WordGroup['origin'];
}

/** What the glossary has for a stretch of a question: every form of the names and synonyms it belongs to, its own among them. */
export interface GlossaryMatch {
  readonly forms: readonly GlossaryTerms[];
}

/** The glossary, made ready to be looked up by the terms of a question. */
export interface GlossaryMatcher {
  /** The longest known phrase that begins at a position of a sequence of terms, `termCount` of them long. */
  phraseAt(
    terms: readonly string[],
    position: number,
  ): (GlossaryMatch & { readonly termCount: number }) | undefined;
  /** The longest Chinese name that begins at an offset of a text of simplified characters, `units` (UTF-16) long. */
  chineseAt(simplified: string, offset: number): (GlossaryMatch & { readonly units: number }) | undefined;
  /** Every term of the glossary's names and synonyms. */
  readonly vocabulary: ReadonlySet<string>;
  /** Those of it that may be so many edits away from any of some words, in order: see {@link WordsByLength}. */
  mayBeNear(words: readonly string[], edits: number): string[];
  /** Those of names. */
  readonly nameTerms: ReadonlySet<string>;
}

/** Makes names, synonym groups and the common words of English findable by any of their forms. */
export function compileGlossary({ entities, synonyms }: Glossary): GlossaryMatcher {
  const phrases = new Map<string, GlossaryTerms[]>();
  const chinese = new Map<string, GlossaryTerms[]>();
  const groups: readonly WordGroup[] = [
    ...entities.map((entity) => ({
      origin: 'alias' as const,
      words: [entity.name, ...entity.aliases, ...entity.chinese],
    })),
    ...commonWords,
    ...synonyms.map((words) => ({ origin: 'synonym' as const, words })),
  ];
  for (const { origin, words } of groups) {
    const forms = words
      .map((word): GlossaryTerms => ({ text: word, terms: termsOf(word), origin }))
      .filter(({ terms }) => terms.length > 0);
    for (const name of words.filter(isHan)) addForms(chinese, simplify(name), forms);
    for (const { terms } of forms) addForms(phrases, terms.join(' '), forms);
  }
  const termCounts = longestFirst([...phrases.keys()].map((phrase) => phrase.split(' ').length));
  const unitCounts = longestFirst([...chinese.keys()].map((name) => name.length));
  const vocabulary = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')));
  const words = [...vocabulary];
  const byLength = wordsByLength(words);
  return Object.freeze({
    phraseAt(terms: readonly string[], position: number) {
      for (const termCount of termCounts) {
        if (termCount > terms.length - position) continue;
        const forms = phrases.get(terms.slice(position, position + termCount).join(' '));
        if (forms) return { termCount, forms };
      }
      return undefined;
    },
    chineseAt(simplified: string, offset: number) {
      for (const units of unitCounts) {
        if (units > simplified.length - offset) continue;
        const forms = chinese.get(simplified.slice(offset, offset + units));
        if (forms) return { units, forms };
      }
      return undefined;
    },
    vocabulary,
    mayBeNear: (typed: readonly string[], edits: number) =>
      byLength.mayBeNear(typed, edits).map((number) => words[number] ?? ''),
    nameTerms: new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(termsOf))),
  });
}

function addForms(known: Map<string, GlossaryTerms[]>, key: string, forms: readonly GlossaryTerms[]): void {
  const before = known.get(key);
  if (before)
    before.push(...forms.filter(({ terms }) => !before.some((form) => sameTerms(form.terms, terms))));
  else known.set(key, [...forms]);
}

function sameTerms(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}

/** Lengths that names have, each once: no other is looked for. */
function longestFirst(lengths: readonly number[]): number[] {
  return [...new Set(lengths)].sort((a, b) => b - a);
}
