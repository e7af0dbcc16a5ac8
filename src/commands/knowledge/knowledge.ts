import { PermissionFlagsBits } from 'discord.js';
import { IN_SERVERS } from '../../discord/command.js';
import { described, named } from '../../discord/localised.js';
import { createGroup } from '../../discord/subcommands.js';
import { add } from './add.js';
import { correct, corrected } from './correction.js';
import { draftButtons } from './draft-buttons.js';
import { history, historyPage } from './history.js';
import { knownButtons, knownSelects } from './known.js';
import { knownEditButtons, knownEditForms, knownEditSelects } from './known-edit.js';
import { list, listPage } from './list.js';
import { note, noted } from './note.js';
import { questionButtons, questions } from './questions.js';
import { leaveOut, refresh } from './refresh.js';
import { remove } from './remove.js';
import { reportButtons } from './reports.js';
import { rollback } from './rollback.js';
import { saveSettings, settings, settingsButtons } from './settings.js';
import { status } from './status.js';
import { teachButtons, teachForms, teachSelects } from './teach.js';
import { undo } from './undo.js';

/** The command with which moderators keep the documents from inside Discord. */
export const knowledge = createGroup({
  definition: {
    ...named('knowledge'),
    ...described((copy) => copy.knowledge.description),
    ...IN_SERVERS,
    default_member_permissions: `${PermissionFlagsBits.ManageGuild}`,
  },
  isPrivate: () => true,
  subcommands: [refresh, add, remove, list, status, history, rollback, questions, settings],
  buttons: {
    ...draftButtons,
    correct,
    'leave-out': leaveOut,
    list: listPage,
    history: historyPage,
    ...questionButtons,
    ...reportButtons,
    ...teachButtons,
    ...knownButtons,
    ...knownEditButtons,
    note,
    undo,
    ...settingsButtons,
  },
  selects: { ...teachSelects, ...knownSelects, ...knownEditSelects },
  forms: { corrected, noted, ...teachForms, ...knownEditForms, settings: saveSettings },
});
