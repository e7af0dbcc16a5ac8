import { LRUCache } from 'lru-cache';
import { collectionOf, type Store } from '../store/store.js';
import type { Questions } from './library.js';
import { groupQuestions } from './question-groups.js';

/** Distinct questions of a server that previews ask again. */
const RECENT = 20;
/** Servers whose recent questions are remembered. */
const MOST_GUILDS = 2_000;
/** Rows of the log that are looked at for near-duplicates. */
const MOST_QUESTIONS = 1_000;

export interface QuestionLog extends Questions {
  /** What was asked last in a server, the latest first. In memory alone. */
  recent(guildId: string): readonly string[];
  /** Drops all that a server's members asked. */
  forgetGuild(guildId: string): Promise<void>;
}

export function createQuestionLog(store: Store): QuestionLog {
  const recent = new LRUCache<string, readonly string[]>({ max: MOST_GUILDS });
  const isKept = async (guildId: string) => (await store.settings(guildId)).questionLog !== false;
  return {
    async noteQuestion(guildId, question, isAnswered) {
      if (guildId === null || !(await isKept(guildId))) return;
      const others = (recent.get(guildId) ?? []).filter((other) => other !== question);
      recent.set(guildId, [question, ...others].slice(0, RECENT));
      if (!isAnswered) await store.recordQuestion(guildId, question);
    },

    async noteThumb(guildId, question, member, isUp) {
      if (await isKept(guildId)) await store.recordThumb(guildId, question, member, isUp);
    },

    questions: async (guildId) => groupQuestions(await store.questions(guildId, MOST_QUESTIONS)),
    async dismiss({ questions: [first, ...others] }, by) {
      if (!first) return;
      await store.dismissQuestions([first, ...others].map(({ id }) => id));
      const collection = collectionOf(first.guild);
      // Without the question: the history is kept for longer than questions may be.
      await store.recordAction({ collection, actor: by, action: 'dismiss', detail: {} });
    },
    forgetMember: (member) => store.forgetMember(member),
    recent: (guildId) => recent.get(guildId) ?? [],
    async forgetGuild(guildId) {
      recent.delete(guildId);
      await store.clearQuestions(guildId);
    },
  };
}
