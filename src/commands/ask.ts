import { ApplicationCommandOptionType } from 'discord.js';
import { ANYWHERE, defineCommand } from '../discord/command.js';
import { LIMITS } from '../discord/limits.js';
import { described, named } from '../discord/localised.js';
import { suggestQuestions } from '../index/known/suggestions.js';
import { replyTo } from './ask-answer.js';
import { again, closest, related, thumb } from './ask-buttons.js';
import { excerptActions } from './ask-excerpts.js';
import { openReport, sendReport } from './ask-report.js';
import { audienceOf } from './audience.js';

const MAX_QUESTION_LENGTH = 500;

export const ask = defineCommand({
  definition: {
    ...named('ask'),
    ...described((copy) => copy.ask.description),
    ...ANYWHERE,
    options: [
      {
        ...named('question'),
        ...described((copy) => copy.ask.question),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: MAX_QUESTION_LENGTH,
        autocomplete: true,
      },
      {
        ...named('private'),
        ...described((copy) => copy.ask.private),
        type: ApplicationCommandOptionType.Boolean,
      },
    ],
  },

  isPrivate: async ({ options, settings }) => audienceOf(options.private, await settings()) !== 'all',

  async handle(request, services) {
    const { question, private: isWanted } = request.options;
    const settings = await request.settings();
    return replyTo(question, request, settings, audienceOf(isWanted, settings), services);
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

  buttons: { thumb, closest, again, report: openReport, ...excerptActions },
  selects: { related },
  forms: { report: sendReport },
});
