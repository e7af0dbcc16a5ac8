import { ApplicationCommandOptionType } from 'discord.js';
import { copy } from '../copy/en.js';
import { ANYWHERE, defineCommand } from '../discord/command.js';
import { LIMITS } from '../discord/limits.js';
import { suggestQuestions } from '../index/known/suggestions.js';
import { replyTo } from './ask-answer.js';
import { closest, related, thumb } from './ask-buttons.js';

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
        autocomplete: true,
      },
      { name: 'private', type: ApplicationCommandOptionType.Boolean, description: copy.ask.private },
    ],
  },

  isPrivate: async ({ options, settings }) => options.private ?? (await settings()).answersPrivate === true,

  async handle(request, services) {
    return replyTo(request.options.question, request, await request.settings(), services);
  },

  async autocomplete({ guildId, locale, typed }, { library }) {
    const { known } = await library.current(guildId);
    const suggested = suggestQuestions(known, typed, {
      most: LIMITS.choices,
      maxLength: LIMITS.choice,
      isChinese: locale.startsWith('zh'),
    });
    return suggested.map(({ question }) => ({ name: question, value: question }));
  },

  buttons: { thumb, closest },
  selects: { related },
});
