import type { Query } from './question.js';
import type { Concept } from './term-group.js';

/** Words that begin a question, in the languages that questions are read in. */
const asking = [
  'who|whom|whose|what|when|where|which|why|how|since|in what|in which',
  'is|are|was|were|do|does|did|can|could|will|would|has|have',
  'quién|quiénes|qué|cuándo|dónde|cuál|cuáles|cómo|cuánto|cuánta|cuántos|cuántas|por qué',
  'qui|que|quand|où|quel|quelle|quels|quelles|comment|combien|pourquoi',
  'wer|was|wann|wo|welche|welcher|welches|warum|wie',
].join('|');

/** Where a question goes on to a second thing: "…? …", "… as well as …", "…, and how many …". */
const seam = new RegExp(
  [
    String.raw`[?;？；]\s*(?=\p{L})`,
    String.raw`[,，]?\s+as well as\s`,
    String.raw`[,，]?\s+(?:and|but|or|y|e|et|und)\s+(?=(?:${asking})\s)`,
    '，(?=.*[谁什哪几多怎吗呢何])|以及|还有',
  ].join('|'),
  'giu',
);

/** What is not asked in a part still tells what the part is about. */
const contextWeight = 0.4;

/**
 * The parts of a question that asks several things, each with the rest of the question as its context; none for
 * a question that asks one.
 */
export function partsOf(query: Query): Query[] {
  const { question, concepts } = query;
  const seams = [...question.matchAll(seam)].map(({ index }) => index);
  const bounds = [...seams, question.length];
  const parts = bounds.flatMap((end, i) => {
    const start = bounds[i - 1] ?? 0;
    const isAskedHere = (concept: Concept) => concept.start >= start && concept.start < end;
    if (!concepts.some(isAskedHere)) return [];
    const weighed = concepts.map((concept) => (isAskedHere(concept) ? concept : asContext(concept)));
    return [{ ...query, question: question.slice(start, end), concepts: weighed }];
  });
  return parts.length > 1 ? parts : [];
}

function asContext(concept: Concept): Concept {
  const lighter = concept.alternatives.map((one) => ({ ...one, weight: one.weight * contextWeight }));
  return { ...concept, alternatives: lighter };
}
