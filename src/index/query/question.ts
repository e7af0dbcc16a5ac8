import type { WeightedTerm } from '../passage-index.js';
import { analyze, type Term } from '../text/analyzer.js';
import { englishTerms, readForeign, withOtherWays } from '../translate/question-translation.js';
import type { Form, Names } from './glossary-match.js';
import { type ReadTerm, repairTerms } from './spelling.js';
import {
  type Alternative,
  type Concept,
  inOrder,
  isAsked,
  overlapsAny,
  type Vocabulary,
  weights,
} from './term-group.js';

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
  const { names } = vocabulary;
  const foreign = readForeign(question, vocabulary);
  const elsewhere = [...foreign.names, ...foreign.stretches];
  const own = ownTerms(
    question,
    analyze(question).filter((term) => !overlapsAny(term, elsewhere)),
    foreign.english !== undefined,
    vocabulary,
  );
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
}

/** A word that could not be translated is close to an English one by chance, unless that is a name. */
function ownTerms(
  question: string,
  terms: readonly Term[],
  isTranslated: boolean,
  vocabulary: Vocabulary,
): ReadTerm[] {
  const { vocabulary: ofNames } = vocabulary.names;
  if (!isTranslated) return repairTerms(terms, question, vocabulary);
  return terms.flatMap((term) => {
    const read = repairTerms([term], question, vocabulary);
    return read.every((one) => ofNames.has(one.term)) ? read : { ...term, repaired: false };
  });
}

function phrases(terms: readonly ReadTerm[], names: Names): Concept[] {
  const sequence = terms.map(({ term }) => term);
  const concepts: Concept[] = [];
  for (let position = 0; position < terms.length; ) {
    const known = names.phraseAt(sequence, position);
    // Terms that stand in one place translate one word together.
    const together = terms.slice(position).findIndex(({ start }) => start !== terms[position]?.start);
    const { joined } = terms[position] ?? {};
    const length = Math.max(
      known?.length ?? 1,
      joined === undefined ? 1 : 2,
      together < 0 ? terms.length - position : together,
    );
    const stretch = terms.slice(position, position + length);
    const own = stretch.map(({ term }) => term);
    const origin = stretch.some(({ repaired }) => repaired) ? 'repair' : 'own';
    const asOne = joined === undefined || known || length > 2 ? [] : joinedForms(joined, names);
    concepts.push({
      start: stretch[0]?.start ?? 0,
      end: stretch.at(-1)?.end ?? 0,
      alternatives: [
        { terms: own, weight: weights[origin], origin },
        ...asOne,
        ...others(known?.forms ?? [], own),
      ],
    });
    position += stretch.length;
  }
  return concepts;
}

/** Two words as the one that they are elsewhere, and what the glossary has for that. */
function joinedForms(joined: string, names: Names): Alternative[] {
  const known = names.phraseAt([joined], 0);
  return [
    { terms: [joined], weight: weights.repair, origin: 'repair' },
    ...others(known?.forms ?? [], [joined]),
  ];
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
