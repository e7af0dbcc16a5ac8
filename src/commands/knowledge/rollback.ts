import { ApplicationCommandOptionType } from 'discord.js';
import { reportWords } from '../../copy/change-words.js';
import { LIMITS } from '../../discord/limits.js';
import { described, named } from '../../discord/localised.js';
import { collectionOption, moderated } from './moderated.js';
import { previewChange } from './preview.js';

/** How many revisions are searched for what was typed. */
const MAX_REVISIONS = 500;

export const rollback = moderated({
  definition: {
    ...named('rollback'),
    ...described((copy) => copy.knowledge.rollback.description),
    options: [
      {
        ...named('revision'),
        type: ApplicationCommandOptionType.Integer,
        ...described((copy) => copy.knowledge.rollback.revision),
        required: true,
        autocomplete: true,
        min_value: 0,
      },
      collectionOption,
    ],
  },

  handle: (request, services) =>
    previewChange(request, (change) => services.library.rollback(change, request.options.revision)),

  /** Earlier revisions that are kept and whose number begins with what was typed; the live one would change nothing. */
  async autocomplete({ collection, typed, copy }, { library }) {
    const [live, ...earlier] = await library.revisions(collection, MAX_REVISIONS);
    const kept = earlier.filter(({ isKept }) => isKept);
    const choices = kept.map(({ number, publishedAt, report }) => {
      const day = copy.citation.date(publishedAt.toISOString().slice(0, 10));
      const what = reportWords(report, copy.changes);
      return { name: copy.knowledge.rollback.choice(number, day, what), value: number };
    });
    // A server has nothing before its first revision; the shared collection is never without one.
    const first =
      live && collection !== 'shared' ? [{ name: copy.knowledge.rollback.beforeFirst, value: 0 }] : [];
    return [...choices, ...first]
      .filter(({ value }) => `${value}`.startsWith(typed.trim()))
      .slice(0, LIMITS.choices);
  },
});
