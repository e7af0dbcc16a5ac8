import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { copy } from '../../copy/en.js';
import { customId } from '../../discord/custom-id.js';
import type { Reply, ReplyBlock, ReplyLine } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { moderated, moderatedButton, moderatedForm, ofServer } from './moderated.js';
import { answersSettings, moderationSettings } from './settings-forms.js';

const words = copy.knowledge.settings;
const PAGES = { moderation: moderationSettings, answers: answersSettings } as const;
const page = z.enum(['moderation', 'answers']);
type PageName = z.infer<typeof page>;

export const settings = moderated({
  definition: {
    name: 'settings',
    description: words.description,
    options: [
      {
        name: 'page',
        type: ApplicationCommandOptionType.String,
        description: words.page,
        required: true,
        choices: page.options.map((value) => ({ name: words.pages[value], value })),
      },
    ],
  },
  handle: async ({ guildId, options }, { library }) => {
    const { form } = options.page === 'answers' ? answersSettings : moderationSettings;
    return form(await library.settings(guildId));
  },
});

/** Opens a form again, after it was filled in. */
export const openSettings = moderatedButton(
  z.tuple([page]),
  ofServer,
  async ([named], { guildId }, { library }) => PAGES[named].form(await library.settings(guildId)),
);

/** Saves what can be saved of a form, and says what cannot. */
export const saveSettings = moderatedForm(
  z.tuple([page]),
  ofServer,
  async ([named], filled, moderator, services) => {
    const { library, now } = services;
    const { guildId, userId } = moderator;
    const current = await library.settings(guildId);
    const { next, faults } = await PAGES[named].read(current, filled, moderator, services);
    await library.saveSettings(guildId, next, userId);
    return savedReply(named, next, faults, now());
  },
);

function savedReply(named: PageName, saved: GuildSettings, faults: readonly ReplyLine[], now: Date): Reply {
  const items = (lines: readonly ReplyLine[]) => lines.map((line) => ({ line }));
  const notSaved: ReplyBlock[] = [
    { kind: 'text', line: [{ bold: words.notSaved }] },
    { kind: 'list', items: items(faults) },
    { kind: 'divider' },
  ];
  return {
    tone: faults.length > 0 ? 'trouble' : 'answer',
    blocks: [
      ...(faults.length > 0 ? notSaved : []),
      { kind: 'text', line: [{ bold: words.saved }] },
      { kind: 'list', items: items(PAGES[named].lines(saved, now)) },
    ],
    buttons: [{ label: words.change, customId: customId('knowledge', 'settings', named) }],
  };
}
