import { ApplicationCommandOptionType } from 'discord.js';
import { answerQuestion } from '../answer/answer.js';
import { copy } from '../copy/en.js';
import { ANYWHERE, defineCommand } from '../discord/command.js';
import type { Reply } from '../discord/reply.js';
import { closest, thumb } from './ask-buttons.js';
import { overLimit } from './ask-limit.js';
import { answerReply } from './ask-reply.js';

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
    const { guildId, options } = request;
    const { question } = options;
    const settings = await request.settings();
    const tooMany = overLimit(request, settings, rateLimiter);
    if (tooMany) return tooMany;
    const snapshot = await library.current(guildId);
    const answer = await answerQuestion(snapshot, question);
    const { verdict, confidence } = answer;
    log.debug({ question, verdict, confidence }, 'answered');
    // The answer does not wait for it, nor fail with it.
    library
      .noteQuestion(guildId, settings, question, verdict)
      .catch((error: unknown) => log.error({ err: error }, 'a question could not be noted'));
    const isKept = guildId !== null && settings.questionLog !== false;
    return answerReply({ question, answer, snapshot }, isKept, log);
  },

  buttons: { thumb, closest },
});
