import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Replies, Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { usualCollection } from '../../discord/permissions.js';
import type { Reply } from '../../discord/reply.js';
import { MAX_CHARACTERS } from '../../documents/known-questions.js';
import type { NamedSentence } from '../../documents/problem.js';
import type { Snapshot } from '../../index/snapshot.js';
import { type ClosestSentence, closestSentences } from '../../library/closest-sentences.js';
import { type AskedQuestion, type CollectionName, collectionOf } from '../../library/library.js';
import { findQuestion, markedExcerpt, questionId, wordingsIn } from './asked-question.js';
import {
  guarded,
  type Moderator,
  moderatedButton,
  moderatedForm,
  moderatedSelect,
  ofServer,
} from './moderated.js';
import { previewChange, trouble } from './preview.js';
import { chosenKeys, chosenSentences, MAX_PASSAGES, searchForm, sentenceChoice } from './sentence-choice.js';

const MAX_ALONG = 3;
const args = z.tuple([questionId]);

export const teachButtons = {
  /** Shows what comes closest to a question, to choose what answers it; the list of questions stays as it is. */
  teach: moderatedButton(args, ofServer, async ([id], moderator, services) => ({
    ...(await passagesFor(id, moderator, services)),
    isAside: true,
  })),
  'teach-search': moderatedButton(args, ofServer, async ([id], moderator, services) =>
    (await findQuestion(id, moderator, services))
      ? searchForm(customId('knowledge', 'teach-found', id), moderator.copy)
      : gone(moderator.copy),
  ),
};

export const teachForms = {
  'teach-found': moderatedForm(args, ofServer, ([id], { text }, moderator, services) =>
    passagesFor(id, moderator, services, text),
  ),
};

export const teachSelects = {
  'teach-chosen': moderatedSelect(args, chosenKeys, ofServer, ([id], keys, moderator, services) =>
    teachQuestion(id, keys, moderator, services),
  ),
};

/** The passages that come closest to a question, or to what was searched for. */
async function passagesFor(
  id: string,
  moderator: Moderator,
  services: Services,
  searched?: string,
): Promise<Reply> {
  const { copy, guildId } = moderator;
  const words = copy.knowledge.teach;
  const question = await findQuestion(id, moderator, services);
  if (!question) return gone(copy);
  const { wordings, tooLong } = wordingsIn(question);
  const [text, ...others] = wordings;
  if (text === undefined) return trouble(words.tooLong(MAX_CHARACTERS), { isAside: true });
  const snapshot = await services.library.current(guildId);
  const shown =
    searched === undefined
      ? await sentencesFor(snapshot, question)
      : { sentences: await closestSentences(snapshot, searched, MAX_PASSAGES) };
  const along = others.slice(0, MAX_ALONG).map((one) => clip(one, 100));
  const choice = {
    question: text,
    notes: [
      ...(along.length > 0 ? [words.along(along, others.length - along.length)] : []),
      ...leftOut(tooLong, copy),
    ],
    ...shown,
    searched,
    chosenId: customId('knowledge', 'teach-chosen', id),
    searchId: customId('knowledge', 'teach-search', id),
  };
  return sentenceChoice(choice, copy);
}

/** What a member marked stands first, where a sentence of it can be named. */
async function sentencesFor(
  snapshot: Snapshot,
  question: AskedQuestion,
): Promise<{ readonly sentences: readonly ClosestSentence[]; readonly isMarked: boolean }> {
  const marked = await markedExcerpt(snapshot, question);
  const [near] = marked ? await closestSentences(snapshot, marked.question, 1) : [];
  const first = near && marked?.excerpt.text.includes(near.text) ? near : undefined;
  const closest = await closestSentences(snapshot, question.text, MAX_PASSAGES);
  const others = closest.filter(({ document, text }) => document !== first?.document || text !== first.text);
  return {
    sentences: [...(first ? [first] : []), ...others].slice(0, MAX_PASSAGES),
    isMarked: first !== undefined,
  };
}

/** Shows what would change if the question, in all its wordings, were answered by the chosen sentences. */
async function* teachQuestion(
  id: string,
  keys: z.infer<typeof chosenKeys>,
  moderator: Moderator,
  services: Services,
): ReturnType<typeof guarded> {
  const { library } = services;
  const { copy, guildId } = moderator;
  const words = copy.knowledge.teach;
  const question = await findQuestion(id, moderator, services);
  if (!question) return yield gone(copy);
  const answers = chosenSentences(await library.current(guildId), keys);
  if (!answers) return yield trouble(words.changed, { isAside: true });
  const { wordings, tooLong } = wordingsIn(question);
  if (wordings.length === 0) return yield trouble(words.tooLong(MAX_CHARACTERS), { isAside: true });
  const put = wordings.map((text) => ({ question: text, answers }));
  const teach = (keeper: Moderator): Replies =>
    previewChange(keeper, (request) => library.teach(request, { put }), leftOut(tooLong, copy));
  yield* guarded(moderator, await collectionFor(answers, moderator, services), services, teach);
}

/**
 * The collection that a question is taught to: the usual one. The shared collection knows nothing of a server's own
 * documents, so what one of these answers stays with the server.
 */
async function collectionFor(
  answers: readonly NamedSentence[],
  { guildId }: Moderator,
  { library, home }: Services,
): Promise<CollectionName> {
  if (usualCollection(guildId, home) !== 'shared') return collectionOf(guildId);
  const shared = new Set((await library.current(null)).documents.map(({ id }) => id));
  return answers.every(({ document }) => shared.has(document)) ? 'shared' : collectionOf(guildId);
}

function leftOut(count: number, copy: Copy): string[] {
  return count > 0 ? [copy.knowledge.teach.leftOut(count, MAX_CHARACTERS)] : [];
}

function gone(copy: Copy): Reply {
  return trouble(copy.knowledge.questions.gone, { isAside: true });
}
