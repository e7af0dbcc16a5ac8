import { PARAMETERS } from '../parameters.js';
import type { TermGroup } from './term-group.js';

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
    String.raw`[,，]?\s{1,20}as well as\s`,
    String.raw`[,，]?\s{1,20}(?:and|but|or|y|e|et|und)\s{1,20}(?=(?:${asking})\s)`,
    '，(?=.{0,500}[谁什哪几多怎吗呢何])|以及|还有',
  ].join('|'),
  'giu',
);

/** A part of a question that asks several things: its words, and all groups with those of the rest as its context. */
export interface SubQuestion<Group extends TermGroup> {
  readonly text: string;
  /** Where in the whole question it begins. */
  readonly start: number;
  readonly groups: readonly Group[];
}

/** The first parts of a question that asks several things, in the order asked; none for a question that asks one. */
export function subQuestions<Group extends TermGroup>(
  text: string,
  groups: readonly Group[],
): SubQuestion<Group>[] {
  const seams = [...text.matchAll(seam)].map(({ index }) => index);
  const parts = [...seams, text.length].flatMap((end, i) => {
    const start = seams[i - 1] ?? 0;
    const isAskedHere = (group: Group) => group.start >= start && group.start < end;
    if (!groups.some(isAskedHere)) return [];
    const weighed = groups.map((group) => (isAskedHere(group) ? group : asContext(group)));
    return [{ text: text.slice(start, end), start, groups: weighed }];
  });
  return parts.length > 1 ? parts.slice(0, PARAMETERS.question.maxParts) : [];
}

/** What is not asked in a part still tells what the part is about. */
function asContext<Group extends TermGroup>(group: Group): Group {
  const { contextWeight } = PARAMETERS.subQuestion;
  const variants = group.variants.map((one) => ({ ...one, weight: one.weight * contextWeight }));
  return { ...group, variants };
}
