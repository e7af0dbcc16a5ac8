import { ApplicationCommandOptionType } from 'discord.js';
import type { Logger } from 'pino';
import { type Answer, answerQuestion } from '../answer/answer.js';
import { copy } from '../copy/en.js';
import { ANYWHERE, defineCommand } from '../discord/command.js';
import { quotationBlocks } from '../discord/quotation.js';
import { DEFAULT_QUESTIONS_PER_MINUTE } from '../discord/rate-limit.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import { askedLine, thumb, thumbs } from './ask-thumbs.js';

const MAX_QUESTION_LENGTH = 500;

export const ask = defineCommand({
  definition: {
    name: 'ask',
    description: copy.ask.description,
    contexts: ANYWHERE,
    options: [
      {
        name: 'question',
        type: ApplicationCommandOptionType.String,
        description: copy.ask.question,
        required: true,
        max_length: MAX_QUESTION_LENGTH,
      },
      { name: 'private', type: ApplicationCommandOptionType.Boolean, description: copy.ask.private },
    ],
  },

  isPrivate: async ({ options, settings }) => options.private ?? (await settings()).answersPrivate === true,

  async handle(request, { library, rateLimiter, log }): Promise<Reply> {
    const { guildId, userId, options } = request;
    const { question } = options;
    const settings = await request.settings();
    const { questionsPerMinute = DEFAULT_QUESTIONS_PER_MINUTE, questionLog } = settings;
    const next = rateLimiter.take(`${guildId} ${userId}`, questionsPerMinute);
    if (next) return tooMany(questionsPerMinute, next);
    const snapshot = await library.current(guildId);
    const answer = await answerQuestion(snapshot, question);
    log.debug({ question, kind: answer.kind, confidence: answer.confidence }, 'answered');
    // The answer does not wait for it, nor fail with it.
    library
      .noteQuestion(guildId, settings, question, answer.kind === 'cited')
      .catch((error: unknown) => log.error({ err: error }, 'a question could not be noted'));
    const reply = answerReply(question, answer, snapshot, log);
    const isRated = guildId !== null && questionLog !== false && answer.kind === 'cited';
    return isRated ? { ...reply, buttons: thumbs } : reply;
  },

  buttons: { thumb },
});

function tooMany(perMinute: number, next: Date): Reply {
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [{ kind: 'text', line: [copy.ask.tooMany(perMinute), { time: next, as: 'distance' }, '.'] }],
  };
}

function answerReply(question: string, answer: Answer, snapshot: Snapshot, log: Logger): Reply {
  const asked = askedLine(question);
  if (answer.kind === 'cited')
    return { tone: 'answer', blocks: [asked, ...quotationBlocks(snapshot, answer.excerpts, log)] };
  const closest = quotationBlocks(snapshot, answer.closest, log);
  const found: ReplyBlock[] =
    closest.length > 0
      ? [{ kind: 'text', line: copy.ask.closest }, { kind: 'divider' }, ...closest]
      : [{ kind: 'text', line: copy.ask.nothingNear }];
  return {
    tone: 'neutral',
    blocks: [asked, { kind: 'text', line: [{ bold: copy.ask.declined }] }, ...found],
  };
}
