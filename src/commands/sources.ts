import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { documentChoices, findDocument, matching } from '../discord/choices.js';
import { ANYWHERE, defineButton, defineCommand, defineForm, defineSelect } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import { described, named } from '../discord/localised.js';
import type { Reply } from '../discord/reply.js';
import { refused } from './aside.js';
import { found, MAX_QUERY_LENGTH } from './search.js';
import { documentOfKey } from './search-reply.js';
import { documentList, documentPage, whichDocument } from './sources-reply.js';

const page = z.string().regex(/^\d{1,4}$/);
const key = z.string().regex(/^[0-9a-f]{12}$/);

export const sources = defineCommand({
  definition: {
    ...named('sources'),
    ...described((copy) => copy.sources.description),
    ...ANYWHERE,
    options: [
      {
        ...named('document'),
        ...described((copy) => copy.sources.document),
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
      },
    ],
  },

  async handle({ guildId, options, copy }, { library }): Promise<Reply> {
    const { documents } = await library.current(guildId);
    const asked = options.document;
    if (asked === undefined) return documentList(documents, 0, copy);
    const document = findDocument(documents, asked);
    if (document) return documentPage(document, 0, copy);
    const likely = matching(documents, ({ title, id }) => `${title} ${id}`, asked);
    const [first, ...others] = /[\p{L}\p{N}]/u.test(asked) ? likely : [];
    if (!first) return refused(copy.sources.unknown(asked));
    return others.length === 0 ? documentPage(first, 0, copy) : whichDocument(likely, copy);
  },

  async autocomplete({ guildId, typed }, { library }) {
    const { documents } = await library.current(guildId);
    return documentChoices(documents, typed);
  },

  buttons: {
    page: defineButton(z.tuple([page]), async ([wanted], { guildId, copy }, { library }) => {
      const { documents } = await library.current(guildId);
      return documentList(documents, Number(wanted), copy);
    }),

    document: defineButton(z.tuple([page, key]), async ([wanted, of], { guildId, copy }, { library }) => {
      const document = documentOfKey((await library.current(guildId)).documents, of);
      return document ? documentPage(document, Number(wanted), copy) : refused(copy.search.gone);
    }),

    search: defineButton(z.tuple([key]), ([of], { copy }) => ({
      title: copy.sources.searchIn,
      customId: customId('sources', 'search', of),
      fields: [
        {
          kind: 'line',
          name: 'query',
          label: copy.sources.words,
          hint: copy.search.query,
          most: MAX_QUERY_LENGTH,
          isRequired: true,
        },
      ],
    })),
  },

  selects: {
    which: defineSelect(z.tuple([]), key, async (_, of, { guildId, copy }, { library }): Promise<Reply> => {
      const document = documentOfKey((await library.current(guildId)).documents, of);
      return document ? documentPage(document, 0, copy) : refused(copy.search.gone);
    }),
  },

  forms: {
    /** What is found in a document, for the one who looks for it. */
    search: defineForm(z.tuple([key]), async ([of], { query }, asker, services): Promise<Reply> => {
      const { guildId, copy } = asker;
      const document = documentOfKey((await services.library.current(guildId)).documents, of);
      if (!document || query === undefined) return refused(copy.search.gone);
      const settings = guildId === null ? {} : await services.library.settings(guildId);
      const reply = await found({ query, document, range: {}, page: 0 }, asker, settings, services);
      return { ...reply, isAside: true };
    }),
  },
});
