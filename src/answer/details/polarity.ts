import type { ReadQuestion } from '../../index/query/question.js';
import type { Snapshot } from '../../index/snapshot.js';
import { placeOf, type TiedSentence } from './place.js';

/** Words with which a text says that something is not so. */
const denial =
  /(?<![\p{L}])(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n['’]t|absent|absence|missing from|missing|exclud\p{L}+|exclusions?|except\p{L}*|lacks?|lacking|omit\p{L}*|left out|leaves? out|outside|refus\p{L}+|declin\p{L}+|reject\p{L}+|barr?e?d?|bann?\p{L}*|block\p{L}*|limit\p{L}*|restrict\p{L}*|prohibit\p{L}*|denied|non-\p{L}+|un(?:known|clear|named|confirmed|available))(?![\p{L}])|不|没|未|無|无|非/iu;

/**
 * Whether a question asks for what is not so and the place of its answer says nothing of the kind: neither the sentence nor
 * the line that leads to it nor its own heading ("Not admitted are:").
 */
export function contradictsPolarity(
  snapshot: Snapshot,
  { polarity }: ReadQuestion,
  sentence: TiedSentence,
): boolean {
  if (polarity === 'positive') return false;
  const place = placeOf(snapshot, sentence);
  if (!place) return false;
  const leading = place.before.filter(({ text }) => text === sentence.tied || /[:：]$/.test(text));
  const telling = [place.sentence, ...leading, ...place.headings.slice(0, 1)];
  return !telling.some(({ text }) => denial.test(text));
}
