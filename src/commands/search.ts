import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { searchFor } from '../answer/search-passages.js';
import { documentChoices, findDocument } from '../discord/choices.js';
import { ANYWHERE, defineButton, defineCommand, type Services } from '../discord/command.js';
import type { Asker } from '../discord/interaction-data.js';
import { described, named } from '../discord/localised.js';
import type { Reply } from '../discord/reply.js';
import { daysOfRange } from '../index/dates/typed-dates.js';
import type { GuildSettings } from '../library/library.js';
import { refused } from './aside.js';
import { overLimit } from './ask-limit.js';
import { questionIn } from './ask-question.js';
import { audienceOf, privateOption } from './audience.js';
import { dateOptions, rangeEnd, readRange } from './date-options.js';
import { documentOfKey, type Searched, searchReply } from './search-reply.js';
import { suggestQueries } from './suggested-queries.js';

export const MAX_QUERY_LENGTH = 200;

export const search = defineCommand({
  definition: {
    ...named('search'),
    ...described((copy) => copy.search.description),
    ...ANYWHERE,
    options: [
      {
        ...named('query'),
        ...described((copy) => copy.search.query),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: MAX_QUERY_LENGTH,
        autocomplete: true,
      },
      {
        ...named('document'),
        ...described((copy) => copy.search.document),
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
      },
      ...dateOptions,
      privateOption,
    ],
  },

  isPrivate: async ({ options, settings }) => audienceOf(options.private, await settings()) !== 'all',

  async handle(request, services): Promise<Reply> {
    const { options, copy, guildId } = request;
    const read = readRange(options, copy);
    if ('refusal' in read) return read.refusal;
    const { documents } = await services.library.current(guildId);
    const asked = options.document;
    const document = asked === undefined ? undefined : findDocument(documents, asked);
    if (asked !== undefined && !document) return refused(copy.sources.unknown(asked));
    const searched = { query: options.query, document, range: read.range, page: 0 };
    return found(searched, request, await request.settings(), services);
  },

  async autocomplete({ guildId, option, typed }, { library }) {
    const snapshot = await library.current(guildId);
    return option === 'document'
      ? documentChoices(snapshot.documents, typed)
      : suggestQueries(snapshot, typed);
  },

  buttons: {
    page: defineButton(
      z.tuple([z.string().regex(/^\d{1,3}$/), z.string(), rangeEnd, rangeEnd]),
      async ([page, key, since, until], press, services): Promise<Reply> => {
        const query = questionIn(press.shown);
        if (query === undefined) return refused(press.copy.reply.staleButton);
        const { documents } = await services.library.current(press.guildId);
        const document = documentOfKey(documents, key);
        if (key !== '' && !document) return refused(press.copy.search.gone);
        const searched = { query, document, range: { since, until }, page: Number(page) };
        return found(searched, press, await press.settings(), services);
      },
    ),
  },
});

/** What is found, unless it is asked too often. */
export async function found(
  searched: Searched,
  asker: Asker,
  settings: GuildSettings,
  services: Services,
): Promise<Reply> {
  const { library, questions } = services;
  const tooMany = overLimit(asker, settings, services);
  if (tooMany) return tooMany;
  const snapshot = await library.current(asker.guildId);
  const { query, document, range } = searched;
  const period = daysOfRange(range);
  const wanted = { query, ...(document && { document: document.id }), ...(period && { period }) };
  const excerpts = await questions.take(() => searchFor(snapshot, wanted, nextTurn));
  return searchReply(searched, excerpts, snapshot, asker.copy, services);
}
