import type { Sentence } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import { isThere } from '../index/ranking/coverage.js';
import type { Snapshot } from '../index/snapshot.js';
import { termsOf } from '../index/text/analyzer.js';
import type { Candidate } from './candidate.js';
import {
  isSentence,
  itemWithLead,
  listUnder,
  type PlacedList,
  type Stretch,
  textsOver,
  wholeList,
  withAntecedent,
} from './stretch.js';

/** What is quoted for a sentence: of a list all of it or the item that is asked for, and "It …" with the sentence before. */
export function quotedFor(
  snapshot: Snapshot,
  subjects: readonly AskedGroup[],
  { passage, sentence, text }: Candidate,
): Stretch {
  const saidIn = (texts: readonly string[]) => subjectsIn(snapshot, subjects, texts);
  const under = listUnder(snapshot.passages, passage, sentence);
  if (under) {
    const asked = itemsAsked(under, saidIn);
    return asked.length === 1 && asked[0] ? itemWithLead(under, asked[0]) : wholeList(under);
  }
  const { list } = passage;
  if (!list) return withAntecedent(passage, sentence, snapshot.remembered);
  const over = saidIn(textsOver({ passage, list }));
  const own = saidIn([text]);
  const isAskedItself =
    own.some((subject) => !over.includes(subject)) || (own.length > 0 && isSentence(text));
  return isAskedItself || over.length === 0
    ? itemWithLead({ passage, list }, sentence)
    : wholeList({ passage, list });
}

type SaidIn = (texts: readonly string[]) => readonly AskedGroup[];

/** The things asked that some texts say. */
function subjectsIn(
  { terms }: Snapshot,
  subjects: readonly AskedGroup[],
  texts: readonly string[],
): readonly AskedGroup[] {
  const numbers = new Set(texts.flatMap(termsOf).flatMap((term) => terms.numberOf(term) ?? []));
  return subjects.filter((subject) => isThere(subject, numbers));
}

/** The items that say something asked that does not stand over all of them; their first sentences. */
function itemsAsked({ passage, list }: PlacedList, saidIn: SaidIn): Sentence[] {
  const { text } = passage.document;
  const over = saidIn(textsOver({ passage, list }));
  return list.items.slice(0, PARAMETERS.excerpts.itemsRead).flatMap((item) => {
    const said = saidIn(item.map(({ start, end }) => text.slice(start, end)));
    return said.some((subject) => !over.includes(subject)) ? item.slice(0, 1) : [];
  });
}
