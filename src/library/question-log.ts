import { LRUCache } from 'lru-cache';
import { wordingOf } from '../documents/known-questions.js';
import type { KnownQuestionIndex } from '../index/known/known-index.js';
import type { Snapshot } from '../index/snapshot.js';
import { termsOf } from '../index/text/analyzer.js';
import type { LoggedQuestion, Thumb } from '../store/logged-question.js';
import { collectionOf, type Store } from '../store/store.js';
import { createYielder } from '../store/yield.js';
import { groupAlike } from './alike.js';
import type { Notes } from './notes.js';
import type { AnswerChange } from './preview.js';
import type { AskedQuestion, Questions } from './questions.js';

/** Distinct questions of a server that previews ask again. */
const MAX_RECENT = 20;
/** Servers whose recent questions are remembered. */
const MAX_GUILDS = 2_000;
/** Drafts of which it is remembered how they would answer recent questions. */
const MAX_DRAFTS = 500;
/** Rows of the log that are looked at for near-duplicates. */
const MAX_QUESTIONS = 1_000;
export interface QuestionLog extends Questions {
  /** What was asked last in a server for all to see, the latest first. In memory alone. */
  recent(guildId: string): Promise<readonly string[]>;
  /** Remembers, in memory alone, how a draft would answer what members of a server asked. */
  rememberAnswers(draft: string, guildId: string, answers: AskedAgain): Promise<void>;
  /** What is remembered of a draft; nothing after a restart. */
  answersFor(draft: string): Promise<AskedAgain>;
  /** Drops from memory all that a server's members asked; the store has dropped the rest with the settings. */
  forgetGuild(guildId: string): void;
}

/** How a change would answer questions that members asked: how many, and which of them in another way. */
export interface AskedAgain {
  readonly compared: number;
  readonly changed: readonly AnswerChange[];
}

/** @param current What the members of a server see now. */
export function createQuestionLog(
  store: Store,
  notes: Notes,
  current: (guildId: string) => Promise<Pick<Snapshot, 'known'>>,
  now: () => Date,
): QuestionLog {
  const recent = new LRUCache<string, readonly string[]>({ max: MAX_GUILDS });
  const remembered = new LRUCache<string, AskedAgain & { readonly guildId: string }>({ max: MAX_DRAFTS });

  function forgetGuild(guildId: string): void {
    recent.delete(guildId);
    for (const [draft, { guildId: asked }] of remembered) if (asked === guildId) remembered.delete(draft);
  }

  /** Whether a server keeps questions now: it may have been turned off since a question came in, or by another process. */
  async function isOn(guildId: string): Promise<boolean> {
    const isKept = (await store.settings(guildId)).questionLog !== false;
    if (!isKept) forgetGuild(guildId);
    return isKept;
  }

  async function remember(guildId: string, question: string): Promise<void> {
    if (!(await isOn(guildId))) return;
    const others = (recent.get(guildId) ?? []).filter((other) => other !== question);
    recent.set(guildId, [question, ...others].slice(0, MAX_RECENT));
  }

  return {
    async noteQuestion(guildId, { questionLog }, question, verdict, { isSeenByAll = true } = {}) {
      if (guildId === null) return;
      if (questionLog === false) return forgetGuild(guildId);
      const at = now();
      await notes.add(async () => {
        if (verdict !== 'answered') await store.recordQuestion(guildId, question, verdict, at);
        if (isSeenByAll) await remember(guildId, question);
      });
    },

    async noteThumb(guildId, { questionLog }, question, member, thumb) {
      if (questionLog !== false) await store.recordThumb(guildId, question, member, thumb);
    },

    async questions(guildId) {
      await notes.written();
      const [asked, { known }] = await Promise.all([
        store.questions(guildId, MAX_QUESTIONS),
        current(guildId),
      ]);
      const answered = answeredWordings(known);
      return groupQuestions(asked.filter(({ text }) => !answered.has(wordingOf(text))));
    },
    async questionCount(guildId) {
      await notes.written();
      return store.questionCount(guildId);
    },
    async dismiss({ questions: [first, ...others] }, by) {
      if (!first) return;
      await store.dismissQuestions([first, ...others].map(({ id }) => id));
      const collection = collectionOf(first.guild);
      // Without the question: the history is kept for longer than questions may be.
      await store.recordAction({ collection, actor: by, action: 'dismiss', detail: {} });
    },
    forgetMember: (member) => store.forgetMember(member),
    async recent(guildId) {
      await notes.written();
      return ((await isOn(guildId)) && recent.get(guildId)) || [];
    },
    async rememberAnswers(draft, guildId, answers) {
      if (await isOn(guildId)) remembered.set(draft, { ...answers, guildId });
    },
    async answersFor(draft) {
      const answers = remembered.get(draft);
      return answers && (await isOn(answers.guildId)) ? answers : { compared: 0, changed: [] };
    },
    forgetGuild,
  };
}

/** Wordings that somebody tied to a sentence which the documents still have: nothing is left to do about them. */
function answeredWordings({ questions }: KnownQuestionIndex): ReadonlySet<string> {
  const answered = questions.filter(({ places }) => places.length > 0);
  return new Set(answered.map(({ wording }) => wording));
}

/**
 * Puts questions that ask nearly the same together, under the first of them, which is taken to be the most important;
 * the groups by how often their questions had no sure answer, then by when one was last asked. A question without terms
 * is like no other.
 */
async function groupQuestions(questions: readonly LoggedQuestion[]): Promise<AskedQuestion[]> {
  const giveWay = createYielder();
  const terms: ReadonlySet<string>[] = [];
  for (const { text } of questions) {
    await giveWay();
    terms.push(new Set(termsOf(text)));
  }
  const groups = await groupAlike(terms, giveWay);
  return groups
    .map((places) => asked(places.flatMap((place) => questions[place] ?? [])))
    .sort((a, b) => inVain(b) - inVain(a) || b.lastAt.getTime() - a.lastAt.getTime());
}

function inVain({ unanswered, unsure }: AskedQuestion): number {
  return unanswered + unsure;
}

function asked(questions: readonly LoggedQuestion[]): AskedQuestion {
  const sum = (count: (question: LoggedQuestion) => number) =>
    questions.reduce((total, question) => total + count(question), 0);
  const thumbs = (verdict: Thumb['verdict']) => ({
    up: sum((question) => question.thumbs[verdict].up),
    down: sum((question) => question.thumbs[verdict].down),
  });
  return {
    text: questions[0]?.text ?? '',
    unanswered: sum((question) => question.unanswered),
    unsure: sum((question) => question.unsure),
    thumbs: {
      answered: thumbs('answered'),
      unsure: thumbs('unsure'),
    },
    lastAt: new Date(Math.max(...questions.map((question) => question.lastAt.getTime()))),
    questions,
  };
}
