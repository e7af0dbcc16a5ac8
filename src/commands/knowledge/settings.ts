import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import { customId } from '../../discord/custom-id.js';
import { choice, described, named } from '../../discord/localised.js';
import type { Reply, ReplyBlock, ReplyLine } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { moderated, moderatedButton, moderatedForm, ofServer } from './moderated.js';
import { answersSettings, moderationSettings } from './settings-forms.js';

const PAGES = { moderation: moderationSettings, answers: answersSettings } as const;
const page = z.enum(['moderation', 'answers']);
type PageName = z.infer<typeof page>;

export const settings = moderated({
  definition: {
    ...named('settings'),
    ...described((copy) => copy.knowledge.settings.description),
    options: [
      {
        ...named('page'),
        ...described((copy) => copy.knowledge.settings.page),
        type: ApplicationCommandOptionType.String,
        required: true,
        choices: page.options.map((value) => choice(value, (copy) => copy.knowledge.settings.pages[value])),
      },
    ],
  },
  handle: async ({ guildId, copy, options }, { library }) => {
    const { form } = options.page === 'answers' ? answersSettings : moderationSettings;
    return form(await library.settings(guildId), copy);
  },
});

/** Opens a form again, after it was filled in. */
export const openSettings = moderatedButton(
  z.tuple([page]),
  ofServer,
  async ([pageName], { guildId, copy }, { library }) =>
    PAGES[pageName].form(await library.settings(guildId), copy),
);

/** Saves what can be saved of a form, and says what cannot. */
export const saveSettings = moderatedForm(
  z.tuple([page]),
  ofServer,
  async ([pageName], filled, moderator, services) => {
    const { library, now } = services;
    const { guildId, userId, copy } = moderator;
    const current = await library.settings(guildId);
    const { next, faults } = await PAGES[pageName].read(current, filled, moderator, services);
    await library.saveSettings(guildId, next, userId);
    return savedReply(pageName, next, faults, now(), copy);
  },
);

function savedReply(
  pageName: PageName,
  saved: GuildSettings,
  faults: readonly ReplyLine[],
  now: Date,
  copy: Copy,
): Reply {
  const words = copy.knowledge.settings;
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
      { kind: 'list', items: items(PAGES[pageName].lines(saved, now, copy)) },
    ],
    buttons: [{ label: words.change, customId: customId('knowledge', 'settings', pageName) }],
  };
}
