import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { profileOf } from '../answer/profile.js';
import { choiceValue } from '../discord/choices.js';
import { ANYWHERE, defineButton, defineCommand, defineSelect, type Services } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Asker } from '../discord/interaction-data.js';
import { LIMITS } from '../discord/limits.js';
import { described, named } from '../discord/localised.js';
import type { Reply } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import type { GuildSettings } from '../library/library.js';
import { refused } from './aside.js';
import { overLimit } from './ask-limit.js';
import { questionIn } from './ask-question.js';
import { audienceOf, privateOption } from './audience.js';
import { profileReply } from './profile-reply.js';
import { nearestNames, suggestNames } from './suggested-names.js';

const MAX_NAME_LENGTH = 200;
const MOST_NEAREST = 5;

/** What is chosen in a select is a name, or what stands for one that is too long. */
const chosenName = z.string().min(1).max(LIMITS.option);

export const profile = defineCommand({
  definition: {
    ...named('profile'),
    ...described((copy) => copy.profile.description),
    ...ANYWHERE,
    options: [
      {
        ...named('name'),
        ...described((copy) => copy.profile.name),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: MAX_NAME_LENGTH,
        autocomplete: true,
      },
      privateOption,
    ],
  },

  isPrivate: async ({ options, settings }) => audienceOf(options.private, await settings()) !== 'all',

  async handle(request, services): Promise<Reply> {
    return shown(request.options.name, 0, request, await request.settings(), services);
  },

  async autocomplete({ guildId, typed }, { library }) {
    return suggestNames(await library.current(guildId), typed);
  },

  buttons: {
    page: defineButton(
      z.tuple([z.string().regex(/^\d{1,3}$/)]),
      async ([page], press, services): Promise<Reply> => {
        const name = questionIn(press.shown);
        if (name === undefined) return refused(press.copy.reply.staleButton);
        return shown(name, Number(page), press, await press.settings(), services);
      },
    ),
  },

  selects: {
    // What others look at stays as it is.
    name: defineSelect(z.tuple([]), chosenName, async (_, name, press, services): Promise<Reply> => {
      const reply = await shown(name, 0, press, await press.settings(), services);
      return press.isSeenByAll ? { ...reply, isAside: true } : reply;
    }),
  },
});

async function shown(
  name: string,
  page: number,
  asker: Asker,
  settings: GuildSettings,
  services: Services,
): Promise<Reply> {
  const { library, questions } = services;
  const tooMany = overLimit(asker, settings, services);
  if (tooMany) return tooMany;
  const snapshot = await library.current(asker.guildId);
  const { mentions } = snapshot;
  const isChosen = (number: number) => choiceValue(mentions.things.entities[number]?.name ?? '') === name;
  const entity = mentions.find(name) ?? mentions.named.find(isChosen);
  const found =
    entity === undefined ? undefined : await questions.take(() => profileOf(snapshot, entity, nextTurn));
  return found
    ? profileReply(found, page, snapshot, asker.copy, services)
    : unknownName(name, snapshot, asker.copy);
}

/** That there is no such name, with the nearest ones. */
function unknownName(name: string, snapshot: Snapshot, copy: Asker['copy']): Reply {
  const nearest = nearestNames(snapshot, name, MOST_NEAREST);
  const options = nearest.map((one) => ({ label: one, value: choiceValue(one) }));
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      { kind: 'text', line: copy.profile.unknown(name) },
      ...(options.length > 0
        ? [
            { kind: 'text', line: copy.profile.nearest } as const,
            {
              kind: 'select',
              customId: customId('profile', 'name'),
              placeholder: copy.profile.choose,
              options,
            } as const,
          ]
        : [{ kind: 'text', line: copy.profile.ask } as const]),
    ],
  };
}
