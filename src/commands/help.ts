import { z } from 'zod';
import { ANYWHERE, type Command, type Definition, defineButton, defineCommand } from '../discord/command.js';
import type { Asker } from '../discord/interaction-data.js';
import { described, named } from '../discord/localised.js';
import type { Reply } from '../discord/reply.js';

/** @param commands Those that it explains: all others, so that the list cannot fall behind. */
export function createHelp(commands: readonly Command[]): Command {
  return defineCommand({
    definition: {
      ...named('help'),
      ...described((copy) => copy.help.description),
      ...ANYWHERE,
    },

    isPrivate: () => true,

    handle: (asker) => helpReply(asker, commands),

    buttons: {
      /** For the presser alone, as it stands on a message for all. */
      show: defineButton(z.tuple([]), (_, press) => ({ ...helpReply(press, commands), isAside: true })),
    },
  });
}

function helpReply({ copy, locale }: Asker, commands: readonly Command[]): Reply {
  return {
    tone: 'neutral',
    blocks: [
      { kind: 'heading', text: copy.help.title },
      { kind: 'text', line: copy.help.about },
      { kind: 'divider' },
      { kind: 'text', line: [{ bold: copy.help.commands }] },
      {
        kind: 'list',
        items: commands.map(({ definition }) => {
          const { name, description } = inLanguage(definition, locale);
          return { line: [{ code: `/${name}` }, ` ${description}`] };
        }),
      },
      { kind: 'divider' },
      { kind: 'text', line: [{ bold: copy.help.tips }] },
      { kind: 'list', items: copy.help.tip.map((line) => ({ line })) },
    ],
  };
}

/** How Discord shows a command to somebody whose client speaks this language. */
function inLanguage(
  { name, name_localizations: names, description, description_localizations: descriptions }: Definition,
  locale: string,
): Pick<Definition, 'name' | 'description'> {
  const of = (texts: Definition['name_localizations']) =>
    Object.entries(texts ?? {}).find(([one]) => one === locale)?.[1];
  return { name: of(names) ?? name, description: of(descriptions) ?? description };
}
