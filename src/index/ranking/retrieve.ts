import type { Hit } from '../passage-index.js';
import type { Query } from '../query/question.js';
import { asksForList, expectedKind, has, isList } from '../query/question-kind.js';
import { partsOf } from '../query/sub-questions.js';
import type { Snapshot } from '../snapshot.js';
import type { ScoreListener } from './explanation.js';
import { rankPassages } from './passages.js';
import { rankSentences, type SentenceHit } from './sentences.js';

/** Passages whose sentences are looked at. */
const depth = 50;
/** Sentences that are read for what is asked for: a date, a number, a name, a reason. */
const mostRead = 20;
/** What it counts that a sentence has it, as a share of the best score. */
const kindShare = 0.2;

/** What was found for a question. */
export interface Found {
  /** Passages, best first. */
  readonly hits: readonly Hit[];
  /** Sentences, best first. */
  readonly ranked: readonly SentenceHit[];
  /** The best sentence for each part of a question that asks several things, in the order asked. */
  readonly forParts: readonly SentenceHit[];
}

/**
 * The passages and sentences that answer a question best, as far as can be told before the gate.
 * @param listener Is told the scores for the whole question, not those for its parts.
 */
export function find(snapshot: Snapshot, query: Query, listener?: ScoreListener): Found {
  const hits = rankPassages(snapshot, query, depth, listener);
  const forParts = partsOf(query).flatMap((part) => {
    const [best] = bestSentences(snapshot, part, rankPassages(snapshot, part, depth));
    return best ?? [];
  });
  return { hits, ranked: bestSentences(snapshot, query, hits, listener), forParts };
}

/** Sentences by how well they match, those first that have the kind of thing that is asked for. */
function bestSentences(
  snapshot: Snapshot,
  query: Query,
  hits: readonly Hit[],
  listener?: ScoreListener,
): SentenceHit[] {
  const ranked = rankSentences(snapshot, query, hits, listener);
  const question = query.english ?? query.question;
  const kind = expectedKind(question);
  const wantsList = asksForList(question);
  if (!kind && !wantsList) return ranked;
  const gain = kindShare * (ranked[0]?.score ?? 0);
  const read = ranked
    .slice(0, mostRead)
    .map((hit) => {
      const text = textOf(snapshot, hit);
      const gains =
        Number(kind !== undefined && has(kind, text, question)) + Number(wantsList && isList(text, question));
      if (gains > 0) listener?.sentence(hit.passage, hit.sentence, 'kind', gain * gains);
      return { ...hit, score: hit.score + gain * gains };
    })
    .sort((a, b) => b.score - a.score);
  return [...read, ...ranked.slice(mostRead)];
}

function textOf({ passages }: Snapshot, { passage, sentence }: SentenceHit): string {
  const { document, sentences } = passages[passage] ?? {};
  const { start, end } = sentences?.[sentence] ?? {};
  return document?.text.slice(start, end) ?? '';
}
