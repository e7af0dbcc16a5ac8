import { analyze, type Term } from './analyzer.js';
import {
  type Alternative,
  type Concept,
  inOrder,
  isAsked,
  overlapsAny,
  type Vocabulary,
  weights,
} from './concept.js';
import { englishTerms, readForeign, withOtherWays } from './foreign.js';
import type { Form, Names } from './names.js';
import type { WeightedTerm } from './passage-index.js';
import { repairTerm } from './repair.js';

/** A question, understood as far as words go. */
export interface Query {
  readonly question: string;
  /** The question in English, word by word, where it was asked in another language. */
  readonly english?: string;
  readonly concepts: readonly Concept[];
}

/**
 * Reads a question: its terms, put into English where it is not, with misspelled ones repaired, joined to names
 * where the glossary knows them.
 */
export function analyzeQuery(question: string, vocabulary: Vocabulary): Query {
  const { names, terms: passages } = vocabulary;
  const foreign = readForeign(question, vocabulary);
  const elsewhere = [...foreign.names, ...foreign.stretches];
  const own = analyze(question)
    .filter((term) => !overlapsAny(term, elsewhere))
    .map((term) => ({ ...term, ...repaired(term.term) }));
  const terms = [...own, ...englishTerms(foreign).map((term) => ({ ...term, repaired: false }))].sort(
    inOrder,
  );
  const concepts = phrases(terms, names).map((concept) =>
    withOtherWays(concept, foreign, question, vocabulary),
  );
  return {
    question,
    ...(foreign.english === undefined ? {} : { english: foreign.english }),
    concepts: [...foreign.names, ...concepts].sort(inOrder),
  };

  /** A word that could not be translated is close to an English one by chance, unless that is a name. */
  function repaired(term: string): { term: string; repaired: boolean } {
    const repair = repairTerm(term, passages, names.vocabulary);
    const isAllowed = foreign.english === undefined || names.vocabulary.has(repair.term);
    return isAllowed ? repair : { term, repaired: false };
  }
}

type RepairedTerm = Term & { readonly repaired: boolean };

function phrases(terms: readonly RepairedTerm[], names: Names): Concept[] {
  const sequence = terms.map(({ term }) => term);
  const concepts: Concept[] = [];
  for (let position = 0; position < terms.length; ) {
    const known = names.phraseAt(sequence, position);
    // Terms that stand in one place translate one word together.
    const together = terms.slice(position).findIndex(({ start }) => start !== terms[position]?.start);
    const length = Math.max(known?.length ?? 1, together < 0 ? terms.length - position : together);
    const stretch = terms.slice(position, position + length);
    const own = stretch.map(({ term }) => term);
    const origin = stretch.some(({ repaired }) => repaired) ? 'repair' : 'own';
    concepts.push({
      start: stretch[0]?.start ?? 0,
      end: stretch.at(-1)?.end ?? 0,
      alternatives: [{ terms: own, weight: weights[origin], origin }, ...others(known?.forms ?? [], own)],
    });
    position += stretch.length;
  }
  return concepts;
}

function others(forms: readonly Form[], own: readonly string[]): Alternative[] {
  const text = own.join(' ');
  return forms
    .filter(({ terms }) => terms.join(' ') !== text)
    .map(({ terms, origin }) => ({ terms, origin, weight: weights[origin] }));
}

/** The query as a bag of terms; a term of several counts a part, and one that comes in twice the larger weight. */
export function weightedTerms(query: Query): WeightedTerm[] {
  const bag = new Map<string, number>();
  for (const { alternatives } of query.concepts) {
    for (const { terms, weight, origin } of alternatives) {
      const share = isAsked(origin) ? weight : weight / terms.length;
      for (const term of terms) bag.set(term, Math.max(bag.get(term) ?? 0, share));
    }
  }
  return [...bag].map(([term, weight]) => ({ term, weight }));
}
