import { ApplicationCommandOptionType } from 'discord.js';
import { reportWords } from '../../copy/change-words.js';
import { matching } from '../../discord/choices.js';
import { LIMITS } from '../../discord/limits.js';
import { described, named } from '../../discord/localised.js';
import { UTC } from '../../library/schedule.js';
import { titlesOf } from './history.js';
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

  /**
   * Earlier revisions that are kept and whose number begins with what was typed, or that have its words; the live one
   * would change nothing.
   */
  async autocomplete({ collection, guildId, typed, copy }, { library }) {
    const [[live, ...earlier], titleOf, { scheduleZone = UTC }] = await Promise.all([
      library.revisions(collection, MAX_REVISIONS),
      titlesOf(collection, library),
      library.settings(guildId),
    ]);
    const words = copy.knowledge.rollback;
    const kept = earlier.filter(({ isKept }) => isKept);
    const choices = kept.map(({ number, publishedAt, report }) => {
      const what = reportWords(report, copy.changes, titleOf);
      return { name: words.choice(number, publishedAt, scheduleZone, what), value: number };
    });
    // A server has nothing before its first revision; the shared collection is never without one.
    const first = live && collection !== 'shared' ? [{ name: words.beforeFirst, value: 0 }] : [];
    const all = [...choices, ...first];
    const numbered = all.filter(({ value }) => `${value}`.startsWith(typed.trim()));
    return (numbered.length > 0 ? numbered : matching(all, ({ name }) => name, typed)).slice(
      0,
      LIMITS.choices,
    );
  },
});
