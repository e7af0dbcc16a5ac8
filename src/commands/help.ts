import { copy } from '../copy/en.js';
import { ANYWHERE, type Command, defineCommand } from '../discord/command.js';

/** @param commands Those that it explains: all others, so that the list cannot fall behind. */
export function createHelp(commands: readonly Command[]): Command {
  return defineCommand({
    definition: {
      name: 'help',
      description: copy.help.description,
      ...ANYWHERE,
    },

    isPrivate: () => true,

    handle: () => ({
      tone: 'neutral',
      blocks: [
        { kind: 'heading', text: copy.help.title },
        { kind: 'text', line: copy.help.about },
        { kind: 'divider' },
        { kind: 'text', line: [{ bold: copy.help.commands }] },
        {
          kind: 'list',
          items: commands.map(({ definition: { name, description } }) => ({
            line: [{ code: `/${name}` }, ` ${description}`],
          })),
        },
        { kind: 'divider' },
        { kind: 'text', line: [{ bold: copy.help.tips }] },
        { kind: 'list', items: copy.help.tip.map((line) => ({ line })) },
      ],
    }),
  });
}
