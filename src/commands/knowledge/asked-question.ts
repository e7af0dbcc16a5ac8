import { z } from 'zod';
import { answerQuestion } from '../../answer/answer.js';
import type { Excerpt } from '../../answer/excerpt.js';
import type { Verdict } from '../../answer/gate.js';
import type { Services } from '../../discord/command.js';
import { MAX_CHARACTERS, wordingOf } from '../../documents/known-questions.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion, LoggedQuestion } from '../../library/library.js';
import type { Moderator } from './moderated.js';

// A question on the list of what members asked: found by a button's id, and what the documents have for it.

export const questionId = z.string().regex(/^[\w-]{1,40}$/);

/** The question that a button was made for; `undefined` where it is not on the list any more. */
export async function findQuestion(
  id: string,
  { guildId }: Moderator,
  { library }: Services,
): Promise<AskedQuestion | undefined> {
  return (await library.questions(guildId)).find(({ questions: same }) => same.some((one) => one.id === id));
}

/** The wordings that are short enough to become known questions, the most asked first, and how many are not. */
export function wordingsIn({ questions }: AskedQuestion): {
  readonly wordings: readonly string[];
  readonly tooLong: number;
} {
  const byWording = new Map<string, string>();
  for (const { text } of questions) {
    const wording = wordingOf(text);
    if (!byWording.has(wording)) byWording.set(wording, text);
  }
  const wordings = [...byWording.values()].filter((text) => text.length <= MAX_CHARACTERS);
  return { wordings, tooLong: byWording.size - wordings.length };
}

/** What the documents have for a question today: the answer, where there is one by now, or what comes closest. */
export interface ClosestExcerpt {
  readonly verdict: Verdict;
  readonly excerpt: Excerpt;
}

/** `undefined` where nothing is near. */
export async function closestExcerpt(
  snapshot: Snapshot,
  question: string,
): Promise<ClosestExcerpt | undefined> {
  const { verdict, excerpts } = await answerQuestion(snapshot, question);
  const [excerpt] = excerpts;
  return excerpt && { verdict, excerpt };
}

/** An excerpt that members said is the answer, where the bot was not sure. */
export interface MarkedExcerpt {
  /** The wording under which it was shown. */
  readonly question: string;
  readonly members: number;
  readonly excerpt: Excerpt;
}

/**
 * What members marked as the answer. What they saw is not kept, so it is found anew: only where it is still what is shown
 * first, and not sure, is it what they meant.
 */
export async function markedExcerpt(
  snapshot: Snapshot,
  { questions }: AskedQuestion,
): Promise<MarkedExcerpt | undefined> {
  const members = ({ thumbs }: LoggedQuestion) => thumbs.unsure.up;
  const [most] = questions.filter((one) => members(one) > 0).sort((a, b) => members(b) - members(a));
  if (!most) return undefined;
  const closest = await closestExcerpt(snapshot, most.text);
  if (closest?.verdict !== 'unsure') return undefined;
  return { question: most.text, members: members(most), excerpt: closest.excerpt };
}
