import type { Services } from '../discord/command.js';
import type { Asker } from '../discord/interaction-data.js';
import { DEFAULT_QUESTIONS_PER_MINUTE } from '../discord/rate-limit.js';
import type { Reply } from '../discord/reply.js';
import type { GuildSettings } from '../library/library.js';

/**
 * Counts a question that is to be answered; what is said instead where it is one too many in this minute.
 * @param isAtHand Whether its answer is: then it waits for none that have to be ranked.
 * @throws {Busy} where more wait than can be answered: then it is not counted
 */
export function overLimit(
  { guildId, hasBot, userId, copy }: Asker,
  { questionsPerMinute = DEFAULT_QUESTIONS_PER_MINUTE }: GuildSettings,
  { questions, rateLimiter }: Pick<Services, 'questions' | 'rateLimiter'>,
  isAtHand = false,
): Reply | undefined {
  questions.admit(isAtHand);
  // Where they have brought the bot themselves, it is the same member wherever they ask.
  const place = hasBot ? guildId : 'own';
  const next = rateLimiter.take(`${place} ${userId}`, questionsPerMinute);
  if (!next) return undefined;
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      { kind: 'text', line: [copy.ask.tooMany(questionsPerMinute), { time: next, as: 'distance' }, '.'] },
    ],
  };
}
