import type { Span } from '../../documents/document.js';
import { analyze } from '../text/analyzer.js';
import { correctedQuestion } from './question-words.js';
import { editDistanceFrom, isKnown } from './spelling.js';
import type { TermGroup, Vocabulary } from './term-group.js';

/** Passages looked at for how a word is written there: most words have few forms. */
const PASSAGES = 3;

/**
 * A part of a question in English as it was meant, for what looks at words and not at terms: its question words put right,
 * and what was misspelled written as the documents write it. Its kind is then read, and its meaning compared, as if all had
 * been typed right.
 * @param groups What the words of the whole question were read as.
 */
export function spelledRight(
  question: string,
  groups: readonly TermGroup[],
  vocabulary: Vocabulary,
  { start, end }: Span = { start: 0, end: question.length },
): string {
  const pieces: string[] = [];
  let at = start;
  for (const group of groups) {
    if (group.start < at || group.end > end) continue;
    const meant = repaired(question.slice(group.start, group.end), group, vocabulary);
    if (meant === undefined) continue;
    pieces.push(question.slice(at, group.start), meant);
    at = group.end;
  }
  pieces.push(question.slice(at, end));
  return correctedQuestion(pieces.join(''), (word) => isWord(word, vocabulary));
}

/** Whether something is a word that the documents or the glossary know. */
function isWord(word: string, vocabulary: Vocabulary): boolean {
  return analyze(word).some(({ term }) => isKnown(term, vocabulary));
}

/** What was meant by a word or name in which something was misspelled; undefined for others. */
function repaired(typed: string, { variants }: TermGroup, vocabulary: Vocabulary): string | undefined {
  const [first] = variants;
  if (first?.origin !== 'repair') return undefined;
  const words = typed.split(/\s+/);
  return first.terms.map((term, i) => writtenForm(term, words[i] ?? typed, vocabulary) ?? term).join(' ');
}

/** The form of a term in the documents that is closest to what was typed; undefined where only the glossary has it. */
function writtenForm(term: string, typed: string, { terms, passages }: Vocabulary): string | undefined {
  const number = terms.numberOf(term);
  if (number === undefined) return undefined;
  const word = typed.toLowerCase();
  const edits = editDistanceFrom(word, word.length);
  let best: { readonly form: string; readonly edits: number } | undefined;
  for (const passage of terms.passagesWith(number).passages.subarray(0, PASSAGES)) {
    const { document, start, end } = passages.at(passage) ?? {};
    const text = document?.text.slice(start, end) ?? '';
    for (const found of analyze(text)) {
      if (found.term !== term) continue;
      const form = text.slice(found.start, found.end);
      const apart = edits(form.toLowerCase());
      if (!best || apart < best.edits) best = { form, edits: apart };
    }
  }
  return best?.form;
}
