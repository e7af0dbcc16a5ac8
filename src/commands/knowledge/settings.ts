import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Form } from '../../discord/form.js';
import { choice, described, named } from '../../discord/localised.js';
import type { Reply } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { formAgain } from './form-again.js';
import { type Moderator, moderated, moderatedButton, moderatedForm, ofServer } from './moderated.js';
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
  handle: (moderator, services) =>
    openPage(moderator.options.page === 'answers' ? 'answers' : 'moderation', moderator, services),
});

export const settingsButtons = {
  /** Opens a form again, after it was filled in. */
  settings: moderatedButton(z.tuple([page]), ofServer, ([pageName], moderator, services) =>
    openPage(pageName, moderator, services),
  ),
  /** Turns the log of questions off, once it was said what that deletes. */
  'log-off': moderatedButton(z.tuple([]), ofServer, async (_, moderator, { library, now }) => {
    const { guildId, userId, copy } = moderator;
    const current = await library.settings(guildId);
    const saved = await library.saveSettings(guildId, { ...current, questionLog: false }, userId, current);
    return savedReply('answers', saved, now(), copy);
  }),
};

async function openPage(
  pageName: PageName,
  moderator: Moderator,
  { library, keptForms }: Services,
): Promise<Form> {
  const form = PAGES[pageName].form(await library.settings(moderator.guildId), moderator.copy);
  return keptForms.reopened(moderator, form);
}

/** Saves a form if all of it can be saved, and else says what cannot. */
export const saveSettings = moderatedForm(
  z.tuple([page]),
  ofServer,
  async ([pageName], filled, moderator, services) => {
    const { library, now, keptForms } = services;
    const { guildId, userId, copy } = moderator;
    const current = await library.settings(guildId);
    const { next, faults } = await PAGES[pageName].read(current, filled, moderator, services);
    const id = customId('knowledge', 'settings', pageName);
    if (faults.length > 0)
      return formAgain(faults, { formId: id, buttonId: id, filled }, moderator, services);
    keptForms.forget(moderator, id);
    const isTurnedOff = next.questionLog === false && current.questionLog !== false;
    const questions = isTurnedOff ? await library.questionCount(guildId) : 0;
    const isAsked = questions > 0 || (isTurnedOff && (await library.reports(guildId)).length > 0);
    const wanted = isAsked ? { ...next, questionLog: true } : next;
    const saved = await library.saveSettings(guildId, wanted, userId, current);
    const reply = savedReply(pageName, saved, now(), copy);
    return isAsked ? askingToDelete(questions, reply, copy) : reply;
  },
);

/** Nothing that members asked is deleted by one slip in a form. */
function askingToDelete(questions: number, saved: Reply, copy: Copy): Reply {
  const words = copy.knowledge.settings.logOff;
  return {
    tone: 'trouble',
    blocks: [{ kind: 'text', line: [{ bold: words.ask(questions) }] }, { kind: 'divider' }, ...saved.blocks],
    buttons: [
      { label: words.confirm, look: 'danger', customId: customId('knowledge', 'log-off') },
      ...(saved.buttons ?? []),
    ],
  };
}

function savedReply(pageName: PageName, saved: GuildSettings, now: Date, copy: Copy): Reply {
  const words = copy.knowledge.settings;
  const items = PAGES[pageName].lines(saved, now, copy).map((line) => ({ line }));
  return {
    tone: 'answer',
    blocks: [
      { kind: 'text', line: [{ bold: words.saved }] },
      { kind: 'list', items },
    ],
    buttons: [{ label: words.change, customId: customId('knowledge', 'settings', pageName) }],
  };
}
